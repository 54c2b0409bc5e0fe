import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Identity, NameCandidate } from '../../../src/model/index.ts';
import { changeOf, useDecide } from '../decision-api.ts';
import { pairsQuery } from '../explore-api.ts';
import { Folded } from '../parts/folded.tsx';
import { NotDecided } from '../parts/not-decided.tsx';
import { pairFromInWords } from '../phrases.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/pairs');
const text = words.pairs;

const answers: readonly Identity[] = ['same', 'different', 'unsure'];

interface PairProps {
  pair: NameCandidate;
  judge: (subject: string, value: Identity) => void;
}

const Pair = ({ pair: { subject, a, b, score, reasons }, judge }: PairProps) => (
  <li>
    <h2>
      <bdi>{a.name}</bdi> <span className="quiet">{text.and}</span> <bdi>{b.name}</bdi>
    </h2>
    <p className="quiet">
      {text.documents(a.documents)} · {pairFromInWords(b.from)} ·{' '}
      {words.identity.why({ score, reasons: reasons.join('; ') })}
    </p>
    <p className="actions">
      {answers.map((value) => (
        <button
          key={value}
          type="button"
          aria-label={text.about({ value: words.identity.values[value], a: a.name, b: b.name })}
          onClick={() => judge(subject, value)}
        >
          {words.identity.values[value]}
        </button>
      ))}
    </p>
  </li>
);

/** Names that may name the same, the likeliest first, for a person to say. */
export const Pairs = () => {
  const { case: caseId } = route.useParams();
  const { candidates } = useSuspenseQuery(pairsQuery(caseId)).data;
  const deciding = useDecide(caseId);
  const judge = (subject: string, value: Identity) =>
    deciding.mutate({ subject, changes: [changeOf('identity', value, null)], reason: '' });
  return (
    <div className="page">
      <title>{words.pageTitle(text.heading)}</title>
      <h1>{text.heading}</h1>
      <p className="lead">{candidates.length > 0 ? text.lead(candidates.length) : text.none}</p>
      <p>
        <Link className="button" to="/cases/$case/names" params={{ case: caseId }}>
          {words.nav.names}
        </Link>
      </p>
      <NotDecided deciding={deciding} />
      <Folded items={candidates} first={25}>
        {(shown) => (
          <ul className="plain feeds">
            {shown.map((pair) => (
              <Pair key={pair.subject} pair={pair} judge={judge} />
            ))}
          </ul>
        )}
      </Folded>
    </div>
  );
};
