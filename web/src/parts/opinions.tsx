import type { Bearing, Finding, Opinion, Origin, Sensitivity } from '../../../src/model/index.ts';
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

interface OpinionsProps {
  finding: Pick<Finding, 'breach' | 'performance'>;
  /** The origin that is looked at: the probability without it is drawn beside. */
  without: Origin | null;
  /** undefined until it is worked out. */
  sensitivity: Sensitivity | undefined;
}

/** The probability of a bearing without the origin; null when the origin does not bear on it. */
const probabilityWithout = (bearing: Bearing, { probability }: Opinion, origin: Origin | null) =>
  origin?.bearing === bearing && probability !== null ? probability - origin.adds : null;

/** What the finding would be without the origin that is looked at, in words. */
const Without = ({ finding, without, sensitivity }: OpinionsProps) => {
  const changed = sensitivity?.origins.find(({ origin }) => origin === without?.id);
  const bearing = without?.bearing === 'context' ? undefined : without?.bearing;
  const { probability = null } = bearing ? finding[bearing] : {};
  const said = without &&
    bearing &&
    probability !== null && {
      name: without.name,
      bearing,
      before: words.opinion.percent(probability),
      after: words.opinion.percent(probability - without.adds),
    };
  return (
    <p className="without" role="status">
      {said &&
        (changed
          ? words.commitment.withoutStatus({ ...said, status: words.statusInText[changed.without] })
          : words.commitment.without(said))}
    </p>
  );
};

/** Both opinions, drawn and in numbers. */
export const Opinions = ({ finding, without, sensitivity }: OpinionsProps) => (
  <section className="opinions" aria-labelledby="opinions-heading">
    <h2 id="opinions-heading">{words.opinion.heading}</h2>
    {bearings.map((bearing) => (
      <OpinionBar
        key={bearing}
        bearing={bearing}
        opinion={finding[bearing]}
        without={probabilityWithout(bearing, finding[bearing], without)}
      />
    ))}
    <Without finding={finding} without={without} sensitivity={sensitivity} />
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
