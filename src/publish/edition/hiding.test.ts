import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hiding, publishable, withTexts } from './hiding.ts';

const hiding = new Hiding([
  { forms: ['Amina Rahmani', 'Rahmani'], as: 'a resident' },
  { forms: ['Li Wei', 'Li'], as: 'a guard' },
  { forms: ["Qal'eh-ye Now"], as: 'a place in Badghis' },
]);

describe('a hidden name', () => {
  it.each([
    ['Amina Rahmani saw it.', '[a resident] saw it.'],
    ['AMINA RAHMANI SAW IT.', '[a resident] SAW IT.'],
    ['They shot at Rahmani’s house.', 'They shot at [a resident]’s house.'],
    ['Amina\u00a0Rahmani and Āmina Rāhmani', '[a resident] and [a resident]'],
    ['at #rahmani', 'at #[a resident]'],
    ['Li left, and li is a mile.', '[a guard] left, and li is a mile.'],
    ['near Qal‘eh‑ye Now.', 'near [a place in Badghis].'],
    ['Rahmaniyeh is a town.', 'Rahmaniyeh is a town.'],
    ['Nobody was named.', 'Nobody was named.'],
  ])('in “%s” is replaced', (given, shown) => {
    expect(hiding.text(publishable(given))).toBe(shown);
  });

  it('cannot stand behind signs that nobody sees', () => {
    expect(hiding.text(publishable('Amina Rah\u00admani, Am\u200bina\u202e Rahmani'))).toBe(
      '[a resident], [a resident]',
    );
  });

  it.each([
    ['a joiner', '\u200d'],
    ['a non-joiner', '\u200c'],
    ['a separator of vowels', '\u180e'],
    ['a filler', '\u3164'],
    ['several of them', '\u200d\u00ad\u200c'],
  ])('cannot be split by %s', (_, sign) => {
    expect(hiding.text(publishable(`Amina${sign} Rah${sign}mani, Rahma\u0304${sign}ni`))).toBe(
      '[a resident], [a resident]',
    );
    expect(hiding.address(`https://example.org/?who=${encodeURIComponent(`L${sign}i Wei`)}`)).toBeNull();
    expect(
      new Hiding([{ forms: ['Рахмани', 'Ρήγας'], as: 'x' }]).text(
        publishable(`Рах${sign}мани, Ρή${sign}γας`),
      ),
    ).toBe('[x], [x]');
  });

  it('is found in Persian with a blank where a non-joiner may stand, and the other way round', () => {
    for (const form of ['نوری\u200cزاده', 'نوری زاده'])
      for (const written of ['نوری\u200cزاده', 'نوری زاده'])
        expect(new Hiding([{ forms: [form], as: 'a resident' }]).text(publishable(`${written} گفت`))).toBe(
          '[a resident] گفت',
        );
  });

  it.each([
    'https://example.org/2031/amina-rahmani-speaks',
    'https://example.org/AminaRahmani',
    'https://example.org/?who=Amina%20Rahmani',
    'https://example.org/rahmani',
  ])('takes the address %s with it', (address) => {
    expect(hiding.address(address)).toBeNull();
  });

  it('leaves other addresses, also those that cannot be decoded', () => {
    expect(hiding.address('https://example.org/100%-of-it')).toBe('https://example.org/100%-of-it');
  });

  it('is in no text of data, whatever stands around it', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => ` ${text} `);
    fc.assert(
      fc.property(around, around, (before, after) => {
        const data = withTexts({ a: [`${before}Amina Rahmani${after}`, 3, null] }, (text) =>
          hiding.text(publishable(text)),
        );
        expect(JSON.stringify(data).toLowerCase()).not.toContain('rahmani');
      }),
    );
  });
});
