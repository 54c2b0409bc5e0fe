import type { Decision } from '../../../src/model/index.ts';
import { momentInWords } from '../dates.ts';
import { decisionInWords } from '../phrases.ts';
import { words } from '../words.ts';

const text = words.decision;

interface HistoryProps {
  history: readonly Decision[];
  /** What commitments require, by their ids, where a decision may name one. */
  duties?: Readonly<Record<string, string>>;
}

/** Every decision on one subject, the newest first: what, who, when and why. Nothing is ever overwritten. */
export const DecisionHistory = ({ history, duties = {} }: HistoryProps) => (
  <section>
    <h3>{text.history}</h3>
    {history.length === 0 && <p className="quiet">{text.none}</p>}
    <ul className="plain history">
      {history.map((decision) => (
        <li key={decision.id}>
          <strong>{decisionInWords(decision, duties)}</strong>{' '}
          <span className="facts">{text.by({ who: decision.by, when: momentInWords(decision.at) })}</span>
          {decision.reason && <p>“{decision.reason}”</p>}
        </li>
      ))}
    </ul>
  </section>
);
