import { describe, expect, it } from 'vitest';
import { isOwnPart, isOwnVoice } from './source-words.ts';

describe('whoever writes', () => {
  it.each(['we', 'you', 'our teams', 'Three of our stations', '740 of you', 'this newspaper', 'our man in'])(
    'speaks of itself: %s',
    (words) => expect(isOwnVoice(words)).toBe(true),
  );
  it.each(['they', 'hours', 'four stations', 'the ministry', 'our man in the harbour of Odvik said'])(
    'speaks of others: %s',
    (words) => expect(isOwnVoice(words)).toBe(false),
  );
  it.each([
    ['the team', true],
    ['its medical staff', true],
    ['the Team', false],
    ['a team', false],
    ['the villagers', false],
  ])('is a part of it: %s', (words, is) => expect(isOwnPart(words)).toBe(is));
});
