import type { Statement } from '../model/index.ts';

const refusing = new Set(['decline', 'refuse']);
const answering = new Set(['respond', 'reply', 'answer', 'return']);

/** What the press asks for; "did not respond to the distress call" is conduct. */
const asked =
  /\b(?:comments?|commenting|requests?|questions?|enquir(?:y|ies)|inquir(?:y|ies)|e-?mails?|phone|messages?)\b/i;

const discussing = /\b(?:comment|respond|reply|answer|discuss|say|elaborate|be drawn)\b/i;

/**
 * Whether a clause tells that somebody gives no answer to those who ask, which is a reply and no conduct:
 * "declined to comment", "has not commented on the report", "did not respond to questions".
 */
export const isDeclining = ({ claim, text }: Pick<Statement, 'claim' | 'text'>): boolean => {
  const [lemma = ''] = claim.predicate.lemma.split(' ');
  if (refusing.has(lemma)) return claim.polarity !== 'negated' && discussing.test(text);
  if (claim.polarity !== 'negated') return false;
  return lemma === 'comment' || (answering.has(lemma) && asked.test(text));
};

const informing =
  /\b(?:answer|respond|reply|comment|inform|explain|clarif|disclose|cooperat|co-operat|report to)/i;

/** Whether a duty is one to give answers, which who gives none breaks. */
export const asksForAnswers = (requires: string): boolean => informing.test(requires);
