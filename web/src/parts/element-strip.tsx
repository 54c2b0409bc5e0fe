import { getRouteApi, Link } from '@tanstack/react-router';
import type { Finding } from '../../../src/model/index.ts';
import { writeAt } from '../segments.ts';
import { words } from '../words.ts';
import { elementSigns } from './elements.tsx';

const route = getRouteApi('/cases/$case/commitments/$commitment');
const text = words.evidence;

type Part = Finding['elements'][number];

/** The sentence that says so, as a way to its place in the report. */
const Told = ({ told, words: quoted, element }: Part) => {
  const { case: caseId } = route.useParams();
  if (!told) return <>{text.states.missing}</>;
  return (
    <Link
      to="/cases/$case/documents/$document"
      params={{ case: caseId, document: told.document }}
      search={{ at: writeAt(told.span) }}
      title={told.sentence}
    >
      {element === 'what' || !quoted ? told.sentence : quoted}
    </Link>
  );
};

/** What a commitment asks, part by part: what the evidence for its performance shows of it, and what nobody has told. */
export const ElementStrip = ({ finding }: { finding: Pick<Finding, 'elements' | 'conditions'> }) => {
  const { elements, conditions } = finding;
  if (elements.length === 0) return null;
  return (
    <section className="element-strip" aria-labelledby="elements-heading">
      <h2 id="elements-heading">{words.commitment.elements}</h2>
      <ul>
        {elements.map((part) => (
          <li key={part.element} className={`element-${part.state}`}>
            <p>
              <span aria-hidden="true">{elementSigns[part.state]}</span>{' '}
              <strong>{text.elementNames[part.element]}</strong>
              {part.state !== 'missing' && <span className="facts"> {text.states[part.state]}</span>}
            </p>
            <p className="element-told">
              <Told {...part} />
            </p>
          </li>
        ))}
        {conditions.map(({ commitment, status }) => (
          <li key={commitment}>
            <p>
              <strong>{words.commitment.condition}</strong>
            </p>
            <p className="element-told">
              <Link
                to="/cases/$case/commitments/$commitment"
                params={(before) => ({ case: before.case ?? '', commitment })}
              >
                {words.conditionStatus(words.statusInText[status])}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
