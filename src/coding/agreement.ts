import type { CodedCell, CodedMeasure, ComparisonView } from '../model/index.ts';
import { cohenKappa, nominal, quadratic } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { scaleOf } from './scale.ts';

/** A cell that both coded. */
export interface CodedPair extends Omit<CodedCell, 'value'> {
  first: string;
  second: string;
}

type Figures = Pick<
  ComparisonView,
  'categories' | 'onScale' | 'table' | 'compared' | 'agreed' | 'alpha' | 'kappa' | 'weightedKappa'
>;

/** How far two codings agree, over the cells that both coded; categories that nobody used are left out. */
export const agreementOf = (pairs: readonly CodedPair[], measure: CodedMeasure): Figures => {
  const { ordered, others } = scaleOf(measure);
  const isUsed = (value: string) => pairs.some(({ first, second }) => first === value || second === value);
  const unordered = others.filter(isUsed);
  const categories = [...ordered.filter(isUsed), ...unordered];
  const onScale = categories.length - unordered.length;
  const ranks = pairs.map(({ first, second }): [number, number] => [
    categories.indexOf(first),
    categories.indexOf(second),
  ]);
  const table = categories.map((_, row) =>
    categories.map((__, column) => ranks.filter(([a, b]) => a === row && b === column).length),
  );
  const scaled = table.slice(0, onScale).map((row) => row.slice(0, onScale));
  const rankOrNull = (rank: number) => (rank < onScale ? rank : null);
  // Distances are counted on the whole scale, also where nobody used a step of it.
  const step = (rank: number) => ordered.indexOf(categories[rank] ?? '');
  return {
    categories,
    onScale,
    table,
    compared: pairs.length,
    agreed: pairs.filter(({ first, second }) => first === second).length,
    alpha: krippendorffAlpha(
      ranks.map((pair) => pair.map(rankOrNull)),
      onScale,
    ),
    kappa: cohenKappa(table, nominal),
    weightedKappa: cohenKappa(scaled, (a, b) => quadratic(step(a), step(b))),
  };
};
