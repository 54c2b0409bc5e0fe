import type { Quantity } from '../model/index.ts';
import { numberWords } from './number-words.ts';
import type { Token } from './tokens.ts';

const bounds: readonly (readonly [RegExp, Quantity['bound']])[] = [
  [/(?:at least|no fewer than|not less than|a minimum of|more than|over|above|upwards of)\s+$/i, 'min'],
  [
    /(?:at most|up to|no more than|not more than|a maximum of|fewer than|less than|under|below|as many as)\s+$/i,
    'max',
  ],
  [/(?:some|about|around|roughly|approximately|nearly|almost|an estimated|close to)\s+$/i, 'about'],
];

const words: Readonly<Record<string, number>> = {
  ...numberWords,
  dozen: 12,
  dozens: 24,
  hundreds: 200,
  thousands: 2000,
  half: 0.5,
};
const multiples: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  dozen: 12,
};
const vague = new Set(['dozens', 'hundreds', 'thousands']);

const numberOf = ({ lower }: Token): number | null => {
  const spelled = words[lower];
  if (spelled !== undefined) return spelled;
  const [tens, units] = lower.split('-').map((part) => words[part]);
  if (tens !== undefined && units !== undefined && tens >= 20 && units < 10) return tens + units;
  if (!/^\d[\d,]*(?:\.\d+)?$/.test(lower)) return null;
  const value = Number(lower.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
};

const boundBefore = (text: string, start: number): readonly [number, Quantity['bound']] => {
  const before = text.slice(Math.max(0, start - 24), start);
  for (const [pattern, bound] of bounds) {
    const found = pattern.exec(before);
    if (found) return [start - found[0].length, bound];
  }
  return [start, 'exact'];
};

/** The noun that is counted: the last noun of the group that the number opens. */
const unitAfter = (tokens: readonly Token[], from: number, taken: (offset: number) => boolean): number => {
  let unit = -1;
  for (let index = from; index < tokens.length && index < from + 6; index++) {
    const token = tokens[index] as Token;
    if (token.lower === 'of' && index === from) continue;
    if (taken(token.start)) break;
    if (token.pos === 'NOUN' || (token.pos === 'SYM' && token.text === '%')) unit = index;
    else if (unit >= 0 || !['ADJ', 'PROPN', 'DET', 'PRON'].includes(token.pos)) break;
  }
  return unit;
};

/** Counted things: value, unit and bound. Numbers inside `taken` (times, say) are left alone. */
export const findQuantities = (
  text: string,
  tokens: readonly Token[],
  taken: (offset: number) => boolean,
): Quantity[] => {
  const quantities: Quantity[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (
      taken(token.start) ||
      /^(?:number|no\.?|article|resolution|chapter)$/.test(tokens[index - 1]?.lower ?? '')
    )
      continue;
    let value = numberOf(token);
    if (value === null || (token.pos !== 'NUM' && !vague.has(token.lower) && token.lower !== 'dozen'))
      continue;
    let last = index;
    for (let next = tokens[last + 1]; next; next = tokens[last + 1]) {
      const multiple = multiples[next.lower];
      if (multiple === undefined) break;
      value *= multiple;
      last++;
    }
    const unit = unitAfter(tokens, last + 1, taken);
    const money = tokens[index - 1]?.text === '$' || tokens[index - 1]?.text === '€';
    if (unit < 0 && !money && token.lower === 'one') continue;
    const [start, bound] = boundBefore(text, money ? (tokens[index - 1]?.start ?? token.start) : token.start);
    const end = (unit >= 0 ? tokens[unit] : tokens[last])?.end ?? token.end;
    quantities.push({
      span: [start, end],
      value,
      unit: unit >= 0 ? (tokens[unit]?.lemma.toLowerCase() ?? null) : money ? 'dollar' : null,
      bound: vague.has(token.lower) ? 'about' : bound,
    });
    index = Math.max(last, unit);
  }
  return quantities;
};
