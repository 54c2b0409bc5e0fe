import { expect, it } from 'vitest';
import { findQuotations } from './quotations.ts';

const cases: readonly (readonly [text: string, quoted: string[]])[] = [
  ['He said: “We left.”', ['“We left.”']],
  ['"We left," he said. "We did."', ['"We left,"', '"We did."']],
  ['“They call it a ‘corridor’ here,” she said.', ['“They call it a ‘corridor’ here,”']],
  ['“A “nested” one,” she said.', ['“A “nested” one,”']],
  ['“First paragraph.\n\n“Second paragraph.”', ['“First paragraph.', '“Second paragraph.”']],
  ['A 6" gun and a 5" gun.', []],
  ['An unclosed " mark.', []],
];

it.each(cases)('%s', (text, quoted) => {
  expect(findQuotations(text).map(({ span }) => text.slice(...span))).toEqual(quoted);
});
