import type { CopyLink, Span } from '../../model/index.ts';
import { passageWords } from './sketch.ts';
import { wordsOf } from './words.ts';

/** A passage in so many different texts of one publisher is what it puts under its pages, no report of anything. */
const boilerplateFrom = 5;

/** What is to be known of a document to tell its boilerplate. */
export interface Linked {
  text: string;
  /** As it names itself; null: not known. */
  publisher: string | null;
}

/**
 * Links without the passages that a publisher puts under many of its pages ("Sign up to our newsletter"): of those the
 * words remain that others share, if they are enough for a passage. Copies of whole texts stay as they are, and
 * count as one text: a story printed five times is no boilerplate.
 */
export function withoutBoilerplate(
  links: ReadonlyMap<string, readonly CopyLink[]>,
  documents: ReadonlyMap<string, Linked>,
): Map<string, CopyLink[]> {
  const textOf = (id: string): string => documents.get(id)?.text ?? '';
  const copies: Copies = new Map(
    [...links].map(([id, own]) => [
      id,
      own.filter((link) => isWhole(link, textOf(id))).map(({ document }) => document),
    ]),
  );
  const regions = new Map([...links].map(([id, own]) => [id, boilerplateIn(id, own, copies, documents)]));
  return new Map(
    [...links].map(([id, own]) => {
      const text = textOf(id);
      const kept = own.flatMap((link) => {
        if (isWhole(link, text)) return [link];
        const there = regions.get(link.document) ?? [];
        const passages = link.passages.filter(
          (passage) =>
            isEnough(text, passage.here, regions.get(id) ?? []) &&
            isEnough(textOf(link.document), passage.there, there),
        );
        return passages.length > 0 ? [{ ...link, passages }] : [];
      });
      return [id, kept];
    }),
  );
}

/** The documents whose whole text a document is a copy of, by document: few, where those that share something are many. */
type Copies = ReadonlyMap<string, readonly string[]>;

/** A brief over a long footer resembles its neighbours: it is the same text if most of it is shared, or none word for word. */
const wholeFrom = 0.75;

/** Whether a link says that a whole text is a copy, and not only something in it. */
function isWhole({ kind, passages }: CopyLink, text: string): boolean {
  if (kind !== 'near' || passages.length === 0) return kind !== 'passages';
  const shared = passages.reduce((sum, { here }) => sum + here[1] - here[0], 0);
  return shared >= wholeFrom * text.length;
}

/** Whether enough words of a passage stand outside of the regions; a whole passage has enough. */
function isEnough(text: string, [start, end]: Span, regions: readonly Span[]): boolean {
  if (!regions.some(([from, to]) => from < end && start < to)) return true;
  let words = 0;
  let at = start;
  for (const [from, to] of [...regions, [end, end] as Span]) {
    if (to <= at && to !== end) continue;
    if (from > at) words += wordsOf(text.slice(at, Math.min(from, end))).hashes.length;
    at = Math.max(at, to);
    if (at >= end) break;
  }
  return words >= passageWords;
}

/** Where a document has words that stand in enough different texts of one publisher, itself among them, in order. */
function boilerplateIn(
  id: string,
  own: readonly CopyLink[],
  copies: Copies,
  documents: ReadonlyMap<string, Linked>,
): Span[] {
  const byPublisher = new Map<string, CopyLink[]>();
  for (const link of own) {
    const publisher = documents.get(link.document)?.publisher;
    if (!publisher || isWhole(link, documents.get(id)?.text ?? '')) continue;
    const shared = byPublisher.get(publisher);
    if (shared) shared.push(link);
    else byPublisher.set(publisher, [link]);
  }
  const found = [...byPublisher].flatMap(([publisher, shared]) => {
    const others = differentTexts(shared, copies);
    const itself = documents.get(id)?.publisher === publisher ? 1 : 0;
    return covered(
      others.flatMap(({ passages }) => passages.map(({ here }) => here)),
      boilerplateFrom - itself,
    );
  });
  return found.sort((a, b) => a[0] - b[0]);
}

/** Of documents that are copies of each other, the first. */
function differentTexts(shared: readonly CopyLink[], copies: Copies): CopyLink[] {
  const kept = new Set<string>();
  return shared.filter(({ document }) => {
    const isFirst = !copies.get(document)?.some((other) => kept.has(other));
    if (isFirst) kept.add(document);
    return isFirst;
  });
}

/** Where at least so many of the spans lie over each other, in order. */
function covered(spans: readonly Span[], depth: number): Span[] {
  const edges = spans
    .flatMap(([start, end]) => [[start, 1] as const, [end, -1] as const])
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const found: Span[] = [];
  let over = 0;
  for (const [place, step] of edges) {
    const before = over;
    over += step;
    if (before < depth && over >= depth) found.push([place, place]);
    else if (before >= depth && over < depth) (found.at(-1) as Span)[1] = place;
  }
  return found;
}
