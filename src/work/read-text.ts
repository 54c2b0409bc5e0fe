import type { Document, Reading, Segment } from '../model/index.ts';
import { inOriginal, type Reader } from '../read/index.ts';

/** The parts of a document that have speakers and days of their own, where their translations stand in its text. */
const translatedSegments = ({ segments, translation }: Document): Segment[] | null =>
  segments?.flatMap((segment) => {
    const [from, to] = segment.span;
    const within = (translation?.sentences ?? []).filter(
      ({ original }) => from < original[1] && original[0] < to,
    );
    const [first] = within;
    const last = within.at(-1);
    return first && last ? [{ ...segment, span: [first.span[0], last.span[1]] }] : [];
  }) ?? null;

/** Reads a document; one that is translated in its translation alone, with spans in its whole text. */
export async function readText(reader: Reader, document: Document): Promise<Reading> {
  const { id, text, published, segments, translation } = document;
  if (!translation) return reader.read({ id, text, published, segments });
  const { start } = translation;
  const moved = translatedSegments(document)?.map(
    ({ span: [from, to], ...same }): Segment => ({
      ...same,
      span: [from - start, to - start],
    }),
  );
  const reading = await reader.read({ id, text: text.slice(start), published, segments: moved ?? null });
  return inOriginal(reading, text, ([from, to]) => [start + from, start + to]);
}
