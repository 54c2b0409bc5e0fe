import { describe, expect, it } from 'vitest';
import { endsInTitle, type NameType, nameExtent } from './name-extents.ts';

const extent = (words: string, type: NameType | null = 'PER') =>
  words.slice(...nameExtent(words, [0, words.length], type));

describe('the extent of a name', () => {
  it.each([
    ['the Larkham Guard', 'ORG', 'Larkham Guard'],
    ['The Hague’s', 'LOC', 'Hague'],
    ['“Odvik', 'LOC', 'Odvik'],
    ['U.S.', 'LOC', 'U.S'],
    ["the islands'", 'LOC', 'islands'],
    ['Theodora', 'PER', 'Theodora'],
    ['Dr. Anna Berg', 'PER', 'Anna Berg'],
    ['Odvish Deputy Secretary of State Anna Berg', 'PER', 'Anna Berg'],
    ['MAJ. GEN. BERG', 'PER', 'BERG'],
    ['King Olaf II', 'PER', 'Olaf II'],
    ['Envoy de Berg', 'PER', 'de Berg'],
    ['President of Odvik', 'PER', 'President of Odvik'],
    ['Anna King', 'PER', 'Anna King'],
    ['Anna King Jr.', 'PER', 'Anna King Jr'],
    ['President Line', 'ORG', 'President Line'],
    ['The', 'ORG', 'The'],
    ['…', 'ORG', '…'],
  ] as const)('of %s (%s) is %s', (words, type, expected) => {
    expect(extent(words, type)).toBe(expected);
    expect(extent(expected, type)).toBe(expected);
  });

  it('counts from the start of the text', () => {
    const text = 'They saw Dr. Berg’s ferry.';
    expect(text.slice(...nameExtent(text, [9, 19], 'PER'))).toBe('Berg');
  });
});

it('an office is told from its holder', () => {
  expect(endsInTitle('Foreign Secretary')).toBe(true);
  expect(endsInTitle('Secretary Berg')).toBe(false);
  expect(endsInTitle('Vicepresident')).toBe(false);
});
