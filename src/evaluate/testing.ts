import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  type Attribution,
  type Claim,
  type PredicateType,
  type Reading,
  type Role,
  type Span,
  unreadReading,
} from '../model/index.ts';
import type { CorpusFile } from './corpora/corpus-file.ts';

/** For tests: a reading of a text that holds what is given, and nothing else. */
export const readingOf = (text: string, parts: Partial<Reading> = {}): Reading => ({
  ...unreadReading({ id: 'text', text, published: null }),
  ...parts,
});

/** Where some words stand in a text, at their first occurrence from an offset on. */
export const spanOf = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in “${text}”`);
  return [start, start + words.length];
};

/** An attribution by the words of its parts. */
export const attributionOf = (
  text: string,
  { source = [], cue = [], content = [] }: Partial<Record<'source' | 'cue' | 'content', string[]>>,
  parent: string | null = null,
): Attribution => {
  const spans = (pieces: string[]) => pieces.map((words) => spanOf(text, words));
  return {
    id: `a${content[0]}`,
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
    kind: 'says',
    speaker: null,
    group: null,
    relay: null,
    relays: [],
    parent,
    confidence: 1,
  };
};

/** A claim by the words of its predicate and of its roles: `[role, words, entity]`. */
export const claimOf = (
  text: string,
  words: string,
  type: PredicateType | null,
  roles: readonly (readonly [role: Role, words: string, entity: string | null])[],
): Claim => ({
  id: `c${words}`,
  span: spanOf(text, words),
  attribution: null,
  kind: 'event',
  predicate: { span: spanOf(text, words), lemma: words, type },
  polarity: 'affirmed',
  mood: 'asserted',
  factuality: 3,
  band: [95, 99],
  roles: roles.map(([role, filling, entity]) => ({ role, span: spanOf(text, filling), entity })),
  time: null,
  tense: 'past',
  place: null,
  confidence: 1,
});

/** A corpus file as if it had been read. */
export const corpusFileOf = (text: string): CorpusFile => ({ path: 'corpus.gz', lines: text.split('\n') });

/** A new folder of corpora, to be deleted afterwards. */
export const corporaFolder = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-corpora-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), gzipSync(text));
  }
  return folder;
};

/** A sentence in CoNLL-U from "form upos head deprel" a word; "form=a+b" opens a token of several words. */
export const conlluOf = (id: string, words: readonly string[], comments: readonly string[] = []): string => {
  const lines: string[] = [`# sent_id = ${id}`, ...comments.map((comment) => `# ${comment}`)];
  let number = 0;
  for (const word of words) {
    const [form = '', upos, head, deprel, misc = '_'] = word.split(' ');
    if (form.includes('=')) {
      const [surface, parts = ''] = form.split('=');
      lines.push(
        `${number + 1}-${number + parts.split('+').length}\t${surface}${'\t_'.repeat(7)}\t${upos ?? '_'}`,
      );
      continue;
    }
    number += 1;
    lines.push(`${number}\t${form}\t${form.toLowerCase()}\t${upos}\t_\t_\t${head}\t${deprel}\t_\t${misc}`);
  }
  return `${lines.join('\n')}\n\n`;
};
