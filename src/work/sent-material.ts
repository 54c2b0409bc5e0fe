import type { Material } from '../weigh/index.ts';

/** A case's material by numbers: of each object that a thread has, its number. */
export interface Numbered {
  file: number;
  copies: number;
  decisions: number;
  pages: readonly number[];
  statements: readonly number[];
  evidence: readonly number[];
  replies: readonly number[];
}

export type NumberedObject = readonly [number: number, object: object];

const numbers = new WeakMap<object, number>();
let last = 0;

const numberOf = (object: object): number => {
  const number = numbers.get(object) ?? ++last;
  numbers.set(object, number);
  return number;
};

export const numbered = ({ file, pages, statements, matches, copies, decisions }: Material): Numbered => ({
  file: numberOf(file),
  copies: numberOf(copies),
  decisions: numberOf(decisions),
  pages: pages.map(numberOf),
  statements: statements.map(numberOf),
  evidence: matches.evidence.map(numberOf),
  replies: matches.replies.map(numberOf),
});

export const allNumbers = (of: Numbered): Set<number> => new Set(Object.values(of).flat());

/** Of a document, what is weighed; the rest of it need not be sent. */
const weighedOf = ({ id, publisher, published, text, agency, url }: Material['pages'][number]): object => ({
  ...{ id, publisher, published, text },
  ...{ agency: agency ?? null, url: url ?? null },
});

/** The objects of the material that a thread does not have yet. */
export function* missing(material: Material, held: ReadonlySet<number>): Generator<NumberedObject> {
  const { file, pages, statements, matches, copies, decisions } = material;
  for (const page of pages) if (!held.has(numberOf(page))) yield [numberOf(page), weighedOf(page)];
  for (const objects of [[file, copies, decisions], statements, matches.evidence, matches.replies])
    for (const object of objects) if (!held.has(numberOf(object))) yield [numberOf(object), object];
}

/** The material again, out of the objects that were sent. */
export const materialOf = (of: Numbered, held: ReadonlyMap<number, object>): Material => {
  const one = <T>(number: number): T => held.get(number) as T;
  const all = <T>(list: readonly number[]): T[] => list.map(one<T>);
  return {
    file: one(of.file),
    copies: one(of.copies),
    decisions: one(of.decisions),
    pages: all(of.pages),
    statements: all(of.statements),
    matches: { evidence: all(of.evidence), replies: all(of.replies) },
  };
};
