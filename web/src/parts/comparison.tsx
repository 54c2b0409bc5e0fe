import type { ComparisonView } from '../../../src/model/index.ts';
import { alphaInWords, codedValueInWords } from '../phrases.ts';
import { words } from '../words.ts';

const text = words.coding;

const figure = (value: number | null): string => (value === null ? text.undefinedFigure : value.toFixed(3));

/** How far two codings agree, in figures, with what they are usually taken for. */
export const AgreementFigures = ({ view }: { view: ComparisonView }) => (
  <dl className="agreement-figures">
    <div>
      <dt>{text.alpha}</dt>
      <dd>{figure(view.alpha)}</dd>
      <dd className="facts">{alphaInWords(view.alpha)}</dd>
    </div>
    <div>
      <dt>{text.weightedKappa}</dt>
      <dd>{figure(view.weightedKappa)}</dd>
      <dd className="facts">{text.weightedKappaWords}</dd>
    </div>
    <div>
      <dt>{text.kappa}</dt>
      <dd>{figure(view.kappa)}</dd>
      <dd className="facts">{text.kappaWords}</dd>
    </div>
    <div>
      <dt>{text.same}</dt>
      <dd>{text.share({ agreed: view.agreed, all: view.compared })}</dd>
      <dd className="facts">{text.aloneWords(view.alone)}</dd>
    </div>
  </dl>
);

/** How often each value of the one met each of the other. */
export const Confusion = ({ view }: { view: ComparisonView }) => {
  const first = view.first ?? text.board;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="scroll" tabIndex={0} aria-label={text.confusion({ first, second: view.second })}>
      <table className="list confusion">
        <caption>{text.confusion({ first, second: view.second })}</caption>
        <thead>
          <tr>
            <td />
            {view.categories.map((category) => (
              <th key={category} scope="col">
                {codedValueInWords(category)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.table.map((row, place) => {
            const category = view.categories[place] ?? '';
            return (
              <tr key={category}>
                <th scope="row">{codedValueInWords(category)}</th>
                {row.map((count, column) => (
                  <td
                    key={view.categories[column]}
                    className={place === column ? 'number agreed' : count ? 'number' : 'number quiet'}
                  >
                    {count}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
