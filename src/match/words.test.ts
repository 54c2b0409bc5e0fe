import { describe, expect, it } from 'vitest';
import { readVocabulary } from '../read/index.ts';
import { vectorsPath } from './weights.ts';
import { contentWords, meaningOverlap, WordVectors, wordOverlap } from './words.ts';

const vectors = WordVectors.read(vectorsPath(), readVocabulary());
const required = (text: string) => contentWords(text, vectors).map((word) => ({ ...word, weight: 1 }));
const stems = (text: string) => new Set(contentWords(text, vectors).map(({ stem }) => stem));

describe('likeness of words', () => {
  it('stems meet, and words without meaning do not count', () => {
    expect(wordOverlap(required('releases the prisoners'), stems('The prisoner was released.'))).toBe(1);
    expect(wordOverlap(required('releases the prisoners'), stems('The of and it was.'))).toBe(0);
  });

  it('near words count in part, unlike ones do not', () => {
    const near = meaningOverlap(
      required('pays salaries'),
      contentWords('Wages were paid.', vectors),
      vectors,
    );
    const far = meaningOverlap(required('pays salaries'), contentWords('Rain fell.', vectors), vectors);
    expect(near).toBeGreaterThan(0.5);
    expect(far).toBeLessThan(0.2);
  });

  it('words are rarer the later they stand in the vocabulary', () => {
    expect(vectors.rarityOf('year')).toBeLessThan(vectors.rarityOf('moratorium'));
    expect(vectors.rarityOf('constructor')).toBeGreaterThan(0);
  });
});
