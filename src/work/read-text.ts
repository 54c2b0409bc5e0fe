import { type Document, overlaps, type Reading, reach, type Segment } from '../model/index.ts';
import { inOriginal, type Reader } from '../read/index.ts';

/** The parts of a document that have speakers and days of their own, where their translations stand in its text. */
const translatedSegments = ({ segments, translation }: Document): Segment[] | null =>
  segments?.flatMap((segment) => {
    const within = (translation?.sentences ?? []).filter(({ original }) => overlaps(original, segment.span));
    const span = reach(within.map((sentence) => sentence.span));
    return span ? [{ ...segment, span }] : [];
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
