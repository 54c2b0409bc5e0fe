import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/index.ts';
import { countedBefore, cueOf, goesOnAccount } from './cues.ts';

/** A text with the claim between brackets. */
const marked = (text: string): { text: string; claim: Span } => {
  const bare = text.replace(/[[\]]/gu, '');
  return { text: bare, claim: [text.indexOf('['), text.indexOf(']') - 1] };
};

describe('a sentence says whose it is', () => {
  it.each([
    ['[Nine boats put out], according to the harbour board.', 'the harbour board'],
    ['[Nine boats put out], the warden conceded.', 'the warden'],
    ['[Nine boats put out after dark, the warden has found], and all came home.', 'the warden'],
    ["[The warden's figures for spring put the catch at 90 tonnes].", 'The warden'],
    ["[Odvik's latest survey shows that nine boats put out].", 'Odvik'],
    ["Odvik's version: [the road was finished].", 'Odvik'],
    ["- The board's answer of May: [nine boats put out].", 'The board'],
    ["By the clerk's book [nine boats put out].", 'the clerk'],
    ['[Nine boats put out].', null],
    ["[The warden's boat put out].", null],
    ['The mayor of Odvik was ill, according to his wife. [Nine boats put out].', null],
    ['[Nine boats put out on a Friday, in the fog].', null],
  ])('%s', (sentence, words) => {
    const { text, claim } = marked(sentence);
    const cue = cueOf(text, claim);
    expect(cue?.words ?? null).toBe(words);
    if (cue) expect(text.slice(...cue.span)).toBe(cue.words);
  });
});

describe('a sentence goes on in a count', () => {
  it.each([
    ['Five boats came late. [Nine more were on time].', 'Five boats came late'],
    ['Five boats came late. [The other nine were on time].', 'Five boats came late'],
    ['Of forty letters twenty came back. [Seven are still out].', 'Of forty letters twenty came back'],
    ['Five boats came late. [Nine lorries were on time].', null],
    ['Five boats came late.\n[Nine more were on time].', null],
    ['[Nine more were on time].', null],
  ])('%s', (sentence, before) => {
    const { text, claim } = marked(sentence);
    const span = countedBefore(text, claim);
    expect(span ? text.slice(...span) : null).toBe(before);
  });
});

describe('a sentence goes on with an account', () => {
  it.each([
    ['The wardens counted nine boats. [Their team was let in at eight].', true],
    ['The wardens counted nine boats. [Its inspectors were turned back].', true],
    ['The wardens counted nine boats.\n[Their team was let in at eight].', false],
    ['The wardens counted nine boats. [Their boats are old].', false],
    ['[Their team was let in at eight].', false],
  ])('%s', (sentence, goesOn) => {
    const { text, claim } = marked(sentence);
    expect(goesOnAccount(text, claim)).toBe(goesOn);
  });
});
