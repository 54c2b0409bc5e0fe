import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Reading } from '../../model/index.ts';
import { read } from './testing.ts';

const subjects = fc.constantFrom(
  'the army',
  'Anna Berg',
  'Moldova',
  'no convoy',
  '17 of 44 launchers',
  'it',
  'fresh shelling by rebels',
);
const verbs = fc.constantFrom(
  'is',
  'was above',
  'has',
  'did',
  'said',
  'said that',
  'failed to',
  'has yet to leave',
  'kept',
  'met',
  'broke',
  'promised',
  'appointed',
  'let through',
  'found',
  'were swapped',
  'to leave',
  'locked away',
  'denied',
  'continued',
  'up',
  ':',
  ';',
  '—',
  'and likewise on',
  'called',
);
const objects = fc.constantFrom(
  'the cap',
  'the truce',
  'a breach of the deal',
  'over the limit',
  '3 of 5',
  'a total of 115 billion',
  'on Monday',
  'in May 2021',
  '“not yet”',
  'in Bender',
  'according to Reuters',
  'a commander of the Front and of the Guard',
  '',
  'there was none',
  'constructor',
  '40 %',
  'кордон',
  '外交部',
);
const ends = fc.constantFrom('. ', '? ', '! ', '\n', '\n\n- ', '; ', '” ', ': ', ' ');
const sentence = fc
  .tuple(subjects, verbs, objects, ends)
  .map(([subject, verb, object, end]) => `${subject} ${verb} ${object}${end}`);
const parts = fc.oneof(
  { weight: 6, arbitrary: sentence },
  { weight: 1, arbitrary: fc.oneof(subjects, verbs, objects, ends) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
const texts = fc.array(parts, { maxLength: 8 }).map((all) => all.join(''));

it('tells something of every sentence with a word, and the same thing once', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const reading = await read(text);
      expect(Reading.safeParse(reading).error).toBeUndefined();
      const { claims, sentences } = reading;
      for (const { span } of sentences) {
        const told = claims.filter(
          ({ predicate }) => span[0] <= predicate.span[0] && predicate.span[1] <= span[1],
        );
        if (/\p{L}/u.test(text.slice(...span)))
          expect([text.slice(...span), told.length > 0]).toEqual([text.slice(...span), true]);
      }
      for (const { span, predicate } of claims) {
        expect(
          span[0] < span[1] && predicate.span[0] < predicate.span[1] && predicate.span[1] <= text.length,
        ).toBe(true);
        expect(predicate.lemma).not.toBe('');
      }
      expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
      expect(new Set(claims.map(({ predicate }) => `${predicate.span} ${predicate.type}`)).size).toBe(
        claims.length,
      );
    }),
    { numRuns: 80 },
  );
});
