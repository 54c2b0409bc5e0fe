import type { Element } from '../../../src/model/index.ts';
import { words } from '../words.ts';

const text = words.evidence;

/** Shown, not said, not as required: read out beside in words. */
export const elementSigns: Record<Element['state'], string> = { shown: '✓', missing: '?', contradicted: '≠' };

/** The words of `what` are the quotation itself, which stands above. */
const told = ({ element, state, words: quoted }: Element): string =>
  quoted && element !== 'what' ? `“${quoted}”` : state === 'missing' ? text.states.missing : '';

/** What of the commitment the words show, what they contradict and what they leave open. */
export const Elements = ({ elements }: { elements: readonly Element[] }) =>
  elements.length > 0 && (
    <ul className="elements" aria-label={text.elements}>
      {elements.map((item) => (
        <li key={item.element} className={`element-${item.state}`}>
          <span aria-hidden="true">{elementSigns[item.state]}</span>{' '}
          <strong>{text.elementNames[item.element]}</strong>
          {item.state !== 'missing' && <span className="unseen"> {text.states[item.state]}</span>}
          {told(item) && <>: {told(item)}</>}
          {item.state === 'contradicted' && ` (${text.states.contradicted})`}
        </li>
      ))}
    </ul>
  );
