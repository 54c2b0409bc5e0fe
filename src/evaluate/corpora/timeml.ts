import { z } from 'zod';
import type { Span, TimeMention } from '../../model/index.ts';
import { type CorpusFile, malformed } from './corpus-file.ts';
import { jsonLines } from './json-lines.ts';
import { isElement, parseXml, type XmlElement } from './xml.ts';

/** A time expression as TIMEX3 marks it. */
export interface Timex {
  readonly span: Span;
  readonly value: string;
  readonly kind: TimeMention['kind'];
}

/** An article with its time expressions. */
export interface DatedText {
  readonly id: string;
  /** The day that it was made (DCT). */
  readonly published: string;
  readonly text: string;
  readonly times: readonly Timex[];
}

const kinds = z.enum(['date', 'time', 'duration', 'set']);

/** Appends an element's text and keeps where its TIMEX3 elements stand in it. */
const flatten = (element: XmlElement, found: Timex[], before: string): string => {
  let text = before;
  for (const node of element.childNodes) {
    if (!isElement(node)) {
      text += node.textContent ?? '';
      continue;
    }
    const start = text.length;
    text = flatten(node, found, text);
    const kind = kinds.safeParse(node.getAttribute('type')?.toLowerCase());
    if (node.nodeName === 'TIMEX3' && kind.success)
      found.push({ span: [start, text.length], value: node.getAttribute('value') ?? '', kind: kind.data });
  }
  return text;
};

/** TimeML articles, one a line as JSON; only what stands in TEXT is text, as in TempEval-3. */
export const parseTimeml = (file: CorpusFile): DatedText[] =>
  jsonLines(file, z.object({ id: z.string(), timeml: z.string() })).map(({ line, value }) => {
    const root = parseXml(value.timeml, 'TimeML', file, line);
    const body = root.querySelector('TEXT');
    const published = /^\d{4}-\d\d-\d\d/.exec(root.querySelector('DCT TIMEX3')?.getAttribute('value') ?? '');
    if (!body || !published) throw malformed(file, line, 'it has no TEXT or no day in DCT');
    const times: Timex[] = [];
    return { id: value.id, published: published[0], text: flatten(body, times, ''), times };
  });
