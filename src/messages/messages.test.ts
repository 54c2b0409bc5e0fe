import { isPluralElement, isSelectElement } from '@formatjs/icu-messageformat-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { argumentsOf, elementsOf, parsed } from './arguments.ts';
import { en } from './en/index.ts';
import { bestLanguage, catalogueOf, chooseLanguage, directionOf, languages } from './languages.ts';
import type { Texts } from './message.ts';
import { accented } from './pseudo.ts';
import { dateInWords, setLanguage, words } from './words.ts';

/** Every text with its id. */
const textsIn = (texts: Texts, above = ''): [id: string, text: string][] =>
  Object.entries(texts).flatMap(([id, text]) =>
    typeof text === 'string'
      ? [[`${above}${id}`, text] as [string, string]]
      : textsIn(text, `${above}${id}.`),
  );

const english = new Map(textsIn(en));

afterEach(() => setLanguage('en', 'en-GB', en));

describe.each(languages)('the catalogue of %s', async (language) => {
  const catalogue = textsIn((await catalogueOf(language)) as Texts);

  it('has the texts that English has, and no other', () => {
    expect(catalogue.map(([id]) => id).sort()).toEqual([...english.keys()].sort());
  });

  it('takes the same values', () => {
    for (const [id, text] of catalogue)
      expect([id, ...argumentsOf(text).sort()]).toEqual([id, ...argumentsOf(english.get(id) ?? '').sort()]);
  });

  it('has the plurals that the language needs, and a last resort in every choice', () => {
    for (const [id, text] of catalogue) {
      for (const element of elementsOf(parsed(text))) {
        if (isSelectElement(element)) expect(Object.keys(element.options), id).toContain('other');
        if (!isPluralElement(element)) continue;
        const { pluralCategories } = new Intl.PluralRules(language, {
          type: element.pluralType ?? 'cardinal',
        }).resolvedOptions();
        expect(Object.keys(element.options), id).toEqual(expect.arrayContaining(pluralCategories));
      }
    }
  });
});

describe('words', () => {
  it('are texts, and functions of what stands in them', () => {
    expect(words.dates.about('2020')).toBe('about 2020');
  });

  it('are English where a translation lacks them', () => {
    setLanguage('fr', 'fr-FR', { dates: { about: 'vers {date}' } });
    expect(words.dates.about('2020')).toBe('vers 2020');
    expect(words.dates.perhaps('2020')).toBe('perhaps 2020');
    expect(dateInWords('2020-08~')).toBe('vers août 2020');
  });
});

describe('a language', () => {
  it.each([
    [['fr-CA', 'de'], 'en'],
    [['en-US'], 'en'],
    [['xx', 'en-XA'], 'en-XA'],
    [[], 'en'],
  ])('asked for as %j is %s', (asked, best) => {
    expect(bestLanguage(asked)).toBe(best);
  });

  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-XB', 'rtl'],
    ['fa', 'rtl'],
    ['he', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
  ])('%s is written %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('the language made up for tests', () => {
  it('leaves no letter of English outside of choices and names of values', async () => {
    await chooseLanguage('en-XA');
    expect(words.dates.about('2020')).toMatch(/^ƀ|^å/);
    for (const [id, text] of textsIn(accented(en, 'en-XA')))
      for (const element of elementsOf(parsed(text)))
        if (element.type === 0) expect(element.value, id).not.toMatch(/[A-Za-z]/);
  });
});
