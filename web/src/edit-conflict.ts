import type { CaseFile } from '../../src/model/index.ts';

/** Something that two edits of one case differ in: a field of it, or of one of its parties, others or commitments. */
export interface Difference {
  /** In order: the part, the id of what it lists, its field. */
  path: readonly string[];
  /** As JSON values; undefined where there is no such thing. */
  mine: unknown;
  theirs: unknown;
  /** What stands unless a person chooses: the side that changed it; mine where both did. */
  proposed: Side;
  /** Both changed it, each otherwise. */
  isClash: boolean;
}
export type Side = 'mine' | 'theirs';

/** The lists of a case, each thing with an id. */
const lists = ['parties', 'actors', 'commitments'] as const;
type ListName = (typeof lists)[number];
const isList = (part: string): part is ListName => (lists as readonly string[]).includes(part);

type Fields = Record<string, unknown>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const keysOf = (...all: readonly (Fields | undefined)[]): string[] => [
  ...new Set(all.flatMap((fields) => Object.keys(fields ?? {}))),
];

const difference = (path: string[], base: unknown, mine: unknown, theirs: unknown): Difference[] => {
  if (same(mine, theirs)) return [];
  const [isMine, isTheirs] = [!same(mine, base), !same(theirs, base)];
  return [{ path, mine, theirs, proposed: isMine ? 'mine' : 'theirs', isClash: isMine && isTheirs }];
};

const byId = (file: CaseFile, list: ListName): Map<string, Fields> =>
  new Map((file[list] as readonly { id: string }[]).map((item) => [item.id, item as unknown as Fields]));

/** What differs in a list: fields of what both have, and the whole of what only one has. */
const inList = (list: ListName, base: CaseFile, mine: CaseFile, theirs: CaseFile): Difference[] => {
  const [before, own, other] = [byId(base, list), byId(mine, list), byId(theirs, list)];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((id) => {
    const [a, b, c] = [before.get(id), own.get(id), other.get(id)];
    if (!b || !c) return difference([list, id], a, b, c);
    return keysOf(b, c).flatMap((key) => difference([list, id, key], a?.[key], b[key], c[key]));
  });
};

/** Everything in which two edits of one case differ. */
export const differences = (base: CaseFile, mine: CaseFile, theirs: CaseFile): Difference[] =>
  keysOf(mine as unknown as Fields, theirs as unknown as Fields).flatMap((part) =>
    isList(part)
      ? inList(part, base, mine, theirs)
      : difference(
          [part],
          (base as unknown as Fields)[part],
          (mine as unknown as Fields)[part],
          (theirs as unknown as Fields)[part],
        ),
  );

const withField = (fields: Fields, key: string, value: unknown): Fields => {
  const { [key]: _, ...others } = fields;
  return value === undefined ? others : { ...others, [key]: value };
};

const withItem = (items: readonly { id: string }[], id: string, item: unknown): { id: string }[] => {
  if (item === undefined) return items.filter((other) => other.id !== id);
  const known = items.some((other) => other.id === id);
  const put = item as { id: string };
  return known ? items.map((other) => (other.id === id ? put : other)) : [...items, put];
};

const withMine = (file: CaseFile, { path: [part = '', id, field], mine }: Difference): CaseFile => {
  if (!isList(part) || id === undefined)
    return withField(file as unknown as Fields, part, mine) as unknown as CaseFile;
  const items = file[part] as readonly { id: string }[];
  const item = items.find((other) => other.id === id) as Fields | undefined;
  const next = field === undefined ? mine : item && withField(item, field, mine);
  return { ...file, [part]: withItem(items, id, next) };
};

/** Theirs, with what a person chose of mine in it. @param sides the side chosen for each difference, in their order */
export const merged = (
  theirs: CaseFile,
  found: readonly Difference[],
  sides: readonly (Side | undefined)[],
): CaseFile => found.filter((_, place) => sides[place] === 'mine').reduce(withMine, theirs);
