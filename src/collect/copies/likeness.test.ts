import { expect, test } from 'vitest';
import { haveInCommon } from './likeness.ts';

const report =
  'The Marl Guard shut the toll road at Ebbing on Monday, the province of Sorrel said in a letter. Its captain denied it.';

test.each([
  ['a correction', `Correction: an earlier version was wrong. ${report.slice(60)}`, true],
  [
    'a report that grew',
    `${report} Observers came on Tuesday and saw the road open, with carts on it.`,
    true,
  ],
  [
    'another report',
    'Rain fell on the lowlands all week, and the rivers rose above their banks in four districts.',
    false,
  ],
  [
    'a note that it was removed',
    'This report has been removed at the request of the people whom it named.',
    false,
  ],
  ['a note of one word', 'Gone.', false],
  ['no words', '–', true],
])('%s and the text before', (_what, later, common) => {
  expect(haveInCommon(report, later)).toBe(common);
});

test.each([
  ['a word of a short text', 'The ferry ran on Wednesday.', 'The ferry sank on Wednesday.', true],
  ['all of a short text', 'The ferry ran on Wednesday.', 'Snow fell in the hills.', false],
])('another %s', (_what, earlier, later, common) => {
  expect(haveInCommon(earlier, later)).toBe(common);
});
