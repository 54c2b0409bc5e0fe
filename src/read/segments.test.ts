import { describe, expect, test } from 'vitest';
import type { Reading, Segment } from '../model/index.ts';
import { createLocalReader } from './index.ts';

const reader = createLocalReader();

/** A text of segments, each `[words, speaker, date]`, read as published on 9 May 2031. */
async function read(
  ...parts: [words: string, speaker: string | null, date: string | null][]
): Promise<Reading> {
  let text = '';
  const segments: Segment[] = [];
  for (const [words, speaker, date] of parts) {
    const start = text === '' ? 0 : text.length + 2;
    text += `${text === '' ? '' : '\n\n'}${words}`;
    segments.push({ span: [start, text.length], kind: 'entry', speaker, date });
  }
  return reader.read({ id: 'test', text, published: '2031-05-09', segments });
}

const claimOf = ({ claims }: Reading, lemma: string) =>
  claims.find(({ predicate }) => predicate.lemma === lemma);

/** Whoever tells a claim, outermost first. */
function speakersOf(reading: Reading, lemma: string): (string | null)[] {
  const speakers: (string | null)[] = [];
  let id = claimOf(reading, lemma)?.attribution ?? null;
  while (id !== null) {
    const { speaker, parent } = reading.attributions.find((one) => one.id === id) ?? {
      speaker: null,
      parent: null,
    };
    speakers.unshift(reading.entities.find((entity) => entity.id === speaker)?.name ?? null);
    id = parent;
  }
  return speakers;
}

describe('times in a segment', () => {
  test.each([
    ['its own date', '2031-05-11T09:15', '2031-05-10'],
    ['the day of publication where it has none', null, '2031-05-08'],
  ])('count from %s', async (_what, date, day) => {
    const reading = await read(['Harbour guards seized a tug yesterday.', null, date]);
    expect(reading.times.map(({ edtf }) => edtf)).toEqual([day]);
    expect(claimOf(reading, 'seize')).toMatchObject({ time: day });
    expect(claimOf(reading, 'seize')?.reported).toBe(date?.slice(0, 10));
  });

  test('count from the innermost date', async () => {
    const text = 'Guards came on Monday. They seized a tug yesterday.';
    const inner: Segment = { span: [23, text.length], kind: 'mail', speaker: null, date: '2031-04-02' };
    const segments: Segment[] = [
      { span: [0, text.length], kind: 'mail', speaker: null, date: '2031-05-07' },
      inner,
    ];
    const { times } = await reader.read({ id: 'test', text, published: '2031-05-09', segments });
    expect(times.at(-1)?.edtf).toBe('2031-04-01');
  });
});

describe('what is said in a segment', () => {
  test('is said by its speaker', async () => {
    const reading = await read(
      ['Ulla Brandt: The militia shelled the bridge.', 'Ulla Brandt', null],
      ['Pavo Reis: We closed the border.', 'Pavo Reis', null],
    );
    expect(speakersOf(reading, 'shell')).toEqual(['Ulla Brandt']);
    expect(speakersOf(reading, 'close')).toEqual(['Pavo Reis']);
  });

  test('is told by its speaker where others are quoted in it', async () => {
    const reading = await read([
      'Ulla Brandt: The governor said that the militia shelled the bridge.',
      'Ulla Brandt',
      null,
    ]);
    expect(speakersOf(reading, 'shell')[0]).toBe('Ulla Brandt');
    expect(speakersOf(reading, 'shell')).toHaveLength(2);
  });

  test('is said by whom the text itself does not name', async () => {
    const reading = await read(['The militia shelled the bridge.', 'Port Observer', null]);
    expect(speakersOf(reading, 'shell')).toEqual(['Port Observer']);
  });

  test('is the document’s without segments', async () => {
    const { claims } = await reader.read({
      id: 'test',
      text: 'The militia shelled the bridge.',
      published: null,
    });
    expect(claims.map(({ attribution, reported }) => [attribution, reported])).toEqual([[null, undefined]]);
  });
});
