import { z } from 'zod';
import type { Span } from '../../model/index.ts';
import type { CorpusFile } from './corpus-file.ts';
import { jsonLines } from './json-lines.ts';

/** A sentence with one coded event. */
export interface CodedEvent {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly type: string;
  /** The words that tell of it, in pieces. */
  readonly words: readonly Span[];
  /** `either` where both sides do it together ("the two have agreed"). */
  readonly actors: readonly { readonly role: 'source' | 'target' | 'either'; readonly span: Span }[];
}

const Actors = z.union([z.literal(''), z.array(z.object({ actorText: z.string() }))]).nullish();
const Event = z.object({
  id: z.string(),
  date: z.string().nullish(),
  event: z.string(),
  eventText: z.string().nullish(),
  source: Actors,
  target: Actors,
  text: z.string(),
  textInfo: z.union([z.object({ markup: z.string() }).partial(), z.string()]).nullish(),
});
type Event = z.infer<typeof Event>;

const marked = /\(([A-Z/]+): ([^()]*)\)/g;

/** The pieces that the markup names so, found one after another in the text. */
const piecesOf = (text: string, markup: string, isWanted: (mark: string) => boolean): Span[] => {
  const found: Span[] = [];
  let from = 0;
  for (const [, mark = '', words = ''] of markup.matchAll(marked)) {
    const start = text.indexOf(words, from);
    if (start < 0 || !words) continue;
    from = start + words.length;
    if (isWanted(mark)) found.push([start, from]);
  }
  return found;
};

const firstOf = (text: string, words: string): Span[] => {
  const start = words ? text.indexOf(words) : -1;
  return start < 0 ? [] : [[start, start + words.length]];
};

const actorsOf = ({ text, source, target }: Event, markup: string): CodedEvent['actors'] => {
  const together = new Set(piecesOf(text, markup, (mark) => mark === 'SRC/TAR').map(([start]) => start));
  const named = (role: 'source' | 'target', actors: z.infer<typeof Actors>): CodedEvent['actors'] =>
    (actors || []).flatMap(({ actorText }) =>
      firstOf(text, actorText).map(
        (span) => ({ role: together.has(span[0]) ? 'either' : role, span }) as const,
      ),
    );
  return [...named('source', source), ...named('target', target)];
};

/**
 * PLOVER's coded sentences. Where the markup does not say which words tell of the event, each word of
 * `eventText` stands for itself; an actor who is not named in the sentence is left out.
 * @throws ProvisoError PROVISO_CORPUS_INVALID, with the line.
 */
export const parsePlover = (file: CorpusFile): CodedEvent[] =>
  jsonLines(file, Event).map(({ value }) => {
    const { id, text, event, eventText, date = null, textInfo } = value;
    const markup = (typeof textInfo === 'object' && textInfo?.markup) || '';
    const words = piecesOf(text, markup, (mark) => mark === 'EVT');
    return {
      id,
      published: date,
      text,
      type: event,
      words: words.length ? words : (eventText ?? '').split(/\s+/).flatMap((word) => firstOf(text, word)),
      actors: actorsOf(value, markup),
    };
  });
