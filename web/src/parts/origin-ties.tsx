import type { Tie } from '../../../src/model/index.ts';
import { words } from '../words.ts';

const text = words.origins;

/** Why tellings go back to an origin: each reason with the words that prove it, and what they are held against. */
export const OriginTies = ({ ties }: { ties: readonly Tie[] }) => (
  <ul className="plain ties">
    {ties.map(({ claim, because, words: proof, other }) => (
      <li key={`${claim} ${because}`}>
        {because}
        {proof && !because.includes(proof) && (
          <>
            {' '}
            <q dir="auto">{proof}</q>
          </>
        )}
        {other?.words && (
          <p className="quiet">
            {text.against} <q dir="auto">{other.words}</q>
          </p>
        )}
      </li>
    ))}
  </ul>
);
