import type { SecondOpinion as Opinion } from '../../../src/model/index.ts';
import { words } from '../words.ts';

/** What a language model says of a piece of evidence, marked as that. */
export const SecondOpinion = ({ opinion }: { opinion: Opinion | undefined }) =>
  opinion && (
    <p className="second-opinion">
      <span className="second-opinion-mark">{words.secondReader.mark}</span>{' '}
      {words.secondReader.says[opinion.says]}
      {opinion.words && (
        <>
          {' '}
          <q dir="auto">{opinion.words}</q>
        </>
      )}
      <span className="quiet-text"> {words.secondReader.note(opinion.model)}</span>
    </p>
  );
