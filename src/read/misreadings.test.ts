import { describe, expect, it } from 'vitest';
import { quote } from '../model/index.ts';
import { createLocalReader } from './index.ts';

const reader = createLocalReader();
const read = (text: string) => reader.read({ id: 'test', text, published: '2022-05-10' });

describe('speech over several paragraphs is its speaker’s, however short they are', () => {
  it.each([
    [
      '"The port is shut," Ole Brandt told reporters.\n\n"Crews were hurt.\n\n"We shall answer."\n\nLarkham kept silent.',
      3,
    ],
    [
      '“The guards burnt three boats,” Ole Brandt said.\n\n“The crews fled.\n\n“Two men died.”\n\nLarkham denied it.',
      3,
    ],
    [
      'Ole Brandt said: “The quay is ours.\n\n“The guards have gone.\n\n“Nobody shot.”\n\nThe office knew nothing.',
      3,
    ],
    ['“We left Odvik,” said Ole Brandt, a mate.\n\n“The navy sank a boat.”\n\nThe navy said nothing.', 2],
  ])('%j', async (text, quoted) => {
    const { attributions, claims, entities } = await read(text);
    const brandt = entities.find(({ name }) => name === 'Ole Brandt')?.id;
    const speaker = (id: string | null) => attributions.find((one) => one.id === id)?.speaker;
    const within = claims.filter(({ predicate: { span } }) => {
      const before = text.slice(0, span[0]).split(/\n\n/).at(-1) ?? '';
      return /^(?:Ole Brandt said: )?[“"][^”"]*$/.test(before);
    });
    expect(within.length).toBeGreaterThanOrEqual(quoted);
    expect(within.map(({ attribution }) => speaker(attribution))).toEqual(within.map(() => brandt));
    const last = claims.at(-1);
    expect(last && speaker(last.attribution)).not.toBe(brandt);
  });

  it('a quotation that nobody has spoken before goes on with nobody', async () => {
    const { claims } = await read('The mate spoke to the council on Monday.\n\n“The navy left Odvik.”');
    expect(claims.at(-1)?.attribution ?? null).toBeNull();
  });
});

describe('a number is no denial', () => {
  it.each([
    ['Brandt said that Post No. 3 had fallen.', 'fall'],
    ['Crew No. 12 left Odvik on 3 May.', 'leave'],
    ['The office told Brandt that Boat No. 4 had sunk.', 'sink'],
    ['No. 4 Company attacked Odvik.', 'attack'],
    ['Guards of Post No.6 burnt the quay.', 'burn'],
    ['Three men were killed.31 The crew denied it.', 'kill'],
    ['Two boats were burnt.[4] The office said nothing.', 'burn'],
  ])('%s', async (text, verb) => {
    const { claims } = await read(text);
    const claim = claims.find(({ predicate }) => predicate.lemma === verb);
    expect(claim).toMatchObject({ polarity: 'affirmed', factuality: 3 });
  });

  it.each([
    ['No soldier left Odvik.', 'leave'],
    ['Crew No. 12 has not left Odvik.', 'leave'],
  ])('but denials stay: %s', async (text, verb) => {
    const { claims } = await read(text);
    expect(claims.find(({ predicate }) => predicate.lemma === verb)?.polarity).toBe('negated');
  });
});

describe('“its” is the subject’s of its own clause', () => {
  it.each([
    [
      'France has sent envoys. Castoria has failed to withdraw its troops from Odvik.',
      'its troops',
      'Castoria',
    ],
    ['Norway signed the accord. Castoria has withdrawn its guards from Odvik.', 'its guards', 'Castoria'],
    ['Germany waited for a word. Castoria had refused to move its ships.', 'its ships', 'Castoria'],
    ['Larkham praised the navy and its crews.', 'its crews', 'navy'],
  ])('%s', async (text, words, owner) => {
    const { mentions, entities } = await read(text);
    const at = text.indexOf(words);
    const its = mentions.find(({ span, kind }) => kind === 'pronoun' && span[0] === at);
    expect(its && quote(text, its.span)).toBe('its');
    expect(entities.find(({ id }) => id === its?.entity)?.name).toBe(owner);
  });
});
