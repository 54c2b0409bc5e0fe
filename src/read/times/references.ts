import { type Rule, words } from './patterns.ts';
import { date } from './timex-values.ts';

/** Now, once and some day: what TIMEX3 keeps open (PRESENT_REF, PAST_REF, FUTURE_REF). */
const open = (pattern: string, value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'): Rule => ({
  pattern: words(pattern),
  read: () => date(null, value),
});

export const references: readonly Rule[] = [
  open(
    '(?:right |just |until |by )?now|currently|nowadays|these days|at present|at the moment',
    'PRESENT_REF',
  ),
  open('recently|lately|in the past(?!\\s+\\w)', 'PAST_REF'),
  open('(?:the (?:near |foreseeable )?|near )?future', 'FUTURE_REF'),
];
