import { describe, expect, it } from 'vitest';
import { quote, Reading } from '../model/index.ts';
import { createLocalReader } from './index.ts';

const reader = createLocalReader();
const read = (text: string) =>
  reader.read({ id: 'test', text, published: '2022-05-10', layers: ['syntax', 'factuality'] });

describe('a text is read as it says what it says, and quoted as it stands', () => {
  it.each([
    ['The Har\u00adbour Front att\u00adacked the quay at Odvik\u200b on 9 May 2022.', 'Har\u00adbour Front'],
    ['The\u200b Harbour\ufeff Front at\u00adtacked the quay at \u2068Odvik\u2069.', 'Harbour\ufeff Front'],
    [
      'A harbour clerk wrote in a note for the crews that on Monday the Harbour\nFront attacked the quay at Odvik, and that the crews had left\nit.',
      'Harbour\nFront',
    ],
    ['The Harbour Front at-\ntacked the quay at Odvik, and the crews\nfled.', 'Harbour Front'],
  ])('%j', async (text, name) => {
    const reading = await read(text);
    expect(Reading.safeParse(reading).error).toBeUndefined();
    expect(reading.text).toBe(text);
    expect(reading.entities.map(({ name: found }) => found)).toContain('Harbour Front');
    const attack = reading.claims.find(({ predicate }) => predicate.lemma === 'attack');
    expect(attack).toMatchObject({ polarity: 'affirmed', factuality: 3, predicate: { type: 'ASSAULT' } });
    const agent = attack?.roles.find(({ role }) => role === 'agent');
    expect(agent && quote(text, agent.span)).toContain(name);
  });
});
