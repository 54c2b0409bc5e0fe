import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NamesOnPages } from './names-on-pages.ts';

const word = fc.constantFrom('Ada', 'Venn', 'Orre', 'al', 'ben', 'Ébo', 'said', 'Élan', '2nd');
const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most });
const pageOf = (text: string, number: number) => ({
  ...{ id: String(number), publisher: null, published: null, text },
});

test('finds the pages that searching every page finds', () => {
  fc.assert(
    fc.property(
      fc.array(words(12), { maxLength: 12 }),
      words(3),
      fc.constantFrom(' ', ', ', '-'),
      (texts, name, gap) => {
        const pages = texts.map((text, number) => pageOf(text.join(gap), number));
        const searched = pages.filter(({ text }) => ` ${text} `.includes(name.join(' ')));
        expect([...new NamesOnPages(pages).pagesWith(name.join(' '))]).toEqual(searched);
      },
    ),
  );
});

test('takes words whole', () => {
  const pages = ['Ada Venn went.', 'Ada Vennson went.', 'Armada Venn'].map(pageOf);
  expect([...new NamesOnPages(pages).pagesWith('Ada Venn')].map(({ id }) => id)).toEqual(['0']);
});
