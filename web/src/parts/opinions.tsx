import type { Finding, Opinion } from '../../../src/model/index.ts';
import { words } from '../words.ts';
import { OpinionBar } from './opinion-bar.tsx';

const bearings = ['breach', 'performance'] as const;

const Numbers = ({ belief, uncertainty, disbelief, probability }: Opinion) => (
  <>
    {[belief, uncertainty, disbelief].map((share, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: three numbers in fixed places
      <td key={index}>{probability === null ? '–' : words.commitment.number(share)}</td>
    ))}
    <td>{probability === null ? words.opinion.none : words.opinion.percent(probability)}</td>
  </>
);

/** Both opinions, drawn and in numbers. */
export const Opinions = ({ finding }: { finding: Pick<Finding, 'breach' | 'performance'> }) => (
  <section className="opinions" aria-labelledby="opinions-heading">
    <h2 id="opinions-heading">{words.opinion.heading}</h2>
    {bearings.map((bearing) => (
      <OpinionBar key={bearing} bearing={bearing} opinion={finding[bearing]} />
    ))}
    <table className="numbers">
      <caption>{words.opinion.caption}</caption>
      <thead>
        <tr>
          {Object.values(words.opinion.columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bearings.map((bearing) => (
          <tr key={bearing}>
            <th scope="row">{words.opinion.name[bearing]}</th>
            <Numbers {...finding[bearing]} />
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
