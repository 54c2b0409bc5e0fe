import type { Claim, Mood } from '../model/index.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import { type Cue, hearsayAdverbs } from './cues.ts';
import type { Token } from './tokens.ts';

export interface Stance {
  readonly mood: Mood;
  readonly polarity: Claim['polarity'];
  /** Whether the clause itself is asserted to hold, so −3…3 with negation included. */
  readonly factuality: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Verbs whose infinitive or gerund has not happened yet. */
const planning = set(`
  want plan intend aim seek hope wish decide prepare expect order ask call urge demand authorise authorize allow
  permit instruct agree vow pledge promise swear threaten offer propose consider need require try attempt invite
  encourage press push design tell persuade recommend advise advocate commit undertake wait allow enable go
  approve schedule poise ready set request mean like help-to willing able struggle`);
const promising = set('promise pledge vow swear commit undertake guarantee assure reassure threaten');
const fearing = set('fear worry dread');
const negating = set(
  'fail refuse decline stop cease avoid prevent halt refrain neglect forget forbid prohibit bar ban abstain quit discontinue end suspend reject desist',
);
const factive = set(
  'manage begin start continue help succeed happen prove use come proceed dare resume keep cause force compel',
);
const certain = set('certainly definitely surely undoubtedly indeed clearly obviously');
const likely = set('probably likely presumably');
const possible = set('possibly perhaps maybe potentially conceivably');
const hypothetical = set('if unless provided lest');

const nonAssertion = (mood: Mood, polarity: Claim['polarity']): Stance => ({ mood, polarity, factuality: 0 });

const adverbs = (clause: Clause, tokens: readonly Token[]): string[] =>
  tokens
    .slice(Math.max(clause.from, clause.verb.from - 4), Math.min(clause.to, clause.verb.to + 2))
    .filter(({ pos }) => pos === 'ADV' || pos === 'ADJ')
    .map(({ lower }) => lower);

/** How sure the words of the clause itself are: 3 unless a modal or an adverb hedges. */
const certainty = (clause: Clause, tokens: readonly Token[]): number => {
  const words = adverbs(clause, tokens);
  const { modal } = clause.verb;
  if (words.some((word) => possible.has(word))) return 0.75;
  if (modal && /^(?:may|might)$/.test(modal)) return 0.75;
  if (modal === 'could') return 0.5;
  if (modal && /^(?:must|should)$/.test(modal)) return 2;
  if (words.some((word) => likely.has(word))) return 2;
  for (const word of words) {
    const heard = hearsayAdverbs.get(word);
    if (heard !== undefined) return heard;
  }
  if (words.some((word) => certain.has(word))) return 3;
  return 3;
};

/**
 * The "if" or "whether" between a verb and the verb before it. It is looked for among the words, since a
 * mistaken tag may cost a clause its subject and its opener, and then a question would pass for a report.
 */
const openedBy = ({ verb, opener }: Clause, tokens: readonly Token[]): string | null => {
  if (opener) return opener;
  for (let at = verb.from - 1; at >= 0; at--) {
    const { lower, pos } = tokens[at] as Token;
    if (lower === 'whether' || hypothetical.has(lower)) return lower;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'PUNCT') return null;
  }
  return null;
};

/** Mood by the clause's own opening word and modal, before what governs it is looked at. */
const ownMood = (
  clause: Clause,
  sentence: SentenceSyntax,
  tokens: readonly Token[],
  isQuestion: boolean,
): Mood => {
  if (isQuestion && clause.link !== 'relative') return 'question';
  const opener = openedBy(clause, tokens);
  if (opener && hypothetical.has(opener)) return 'conditional';
  if (opener === 'whether') return 'question';
  const { modal, tense } = clause.verb;
  if (modal && /^(?:would|'d|’d)$/.test(modal))
    return dependsOnCondition(clause, sentence) ? 'conditional' : 'planned';
  if (tense === 'future') return dependsOnCondition(clause, sentence) ? 'conditional' : 'planned';
  if (modal && /^(?:should|shall|must|ought)$/.test(modal)) return 'planned';
  if (modal && /^(?:could|may|might|can|ca)$/.test(modal) && dependsOnCondition(clause, sentence))
    return 'conditional';
  return 'asserted';
};

const dependsOnCondition = (clause: Clause, { clauses }: SentenceSyntax): boolean =>
  clauses.some((other) => other !== clause && other.opener !== null && hypothetical.has(other.opener));

interface Governed {
  readonly mood: Mood;
  readonly negated: boolean;
}

/** What the governing verb does to an infinitive, gerund or complement. */
const governed = (clause: Clause, tokens: readonly Token[]): Governed | null => {
  const { parent, link } = clause;
  if (!parent || (link !== 'infinitive' && link !== 'gerund' && link !== 'complement')) return null;
  const { lemma, negated } = parent.verb;
  if (fearing.has(lemma)) return { mood: 'feared', negated: false };
  if (link === 'complement') {
    if (promising.has(lemma)) return { mood: 'promised', negated: false };
    return /^(?:hope|wish|demand|order|propose|recommend|suggest|insist|require|ensure)$/.test(lemma)
      ? { mood: lemma === 'suggest' || lemma === 'insist' ? 'asserted' : 'planned', negated: false }
      : null;
  }
  if (link === 'gerund' && clause.opener === 'without') return { mood: 'asserted', negated: true };
  if (negating.has(lemma)) return { mood: 'asserted', negated: !negated };
  if (link === 'gerund') return null;
  if (factive.has(lemma)) return { mood: 'asserted', negated };
  if (
    parent.verb.passive &&
    /^(?:believe|say|think|know|report|allege|suspect|see|find|claim|understand|consider|suppose|rumour|rumor|deem|assume|presume|estimate)$/.test(
      lemma,
    )
  )
    return null;
  if (/^(?:appear|seem)$/.test(lemma)) return { mood: 'asserted', negated };
  if (/^(?:claim|confess|admit|profess)$/.test(lemma)) return null;
  if (promising.has(lemma)) return { mood: 'promised', negated: false };
  if (planning.has(lemma)) return { mood: 'planned', negated: false };
  const before = tokens[clause.verb.from - 1]?.lower;
  if (before && /^(?:able|ready|willing|unable|likely)$/.test(before))
    return { mood: 'planned', negated: false };
  return { mood: 'planned', negated: false };
};

/** Follows infinitives, gerunds and joined clauses up to what is asserted of them. */
const climb = (
  clause: Clause,
  sentence: SentenceSyntax,
  tokens: readonly Token[],
  isQuestion: boolean,
): Governed => {
  let mood: Mood = ownMood(clause, sentence, tokens, isQuestion);
  let negated = clause.verb.negated;
  let depth = 0;
  for (let at: Clause | null = clause; at && depth < 8; at = at.parent, depth++) {
    const above = governed(at, tokens);
    if (above) {
      if (above.mood !== 'asserted' && mood !== 'conditional' && mood !== 'question') mood = above.mood;
      negated = negated !== above.negated;
    }
    if (at.link === 'coordinate' && at !== clause) break;
    const dependent = at.link === 'infinitive' || at.link === 'gerund' || at.link === 'coordinate';
    if (!dependent || !at.parent) break;
    const parentMood = ownMood(at.parent, sentence, tokens, isQuestion);
    if (mood === 'asserted' && parentMood !== 'asserted') mood = parentMood;
  }
  return { mood, negated };
};

const noSubject = /^(?:no|neither|nobody|none|few)$/;

/** Polarity, mood and factuality of a clause as its innermost speaker puts it. */
export const stanceOf = (
  clause: Clause,
  sentence: SentenceSyntax,
  tokens: readonly Token[],
  cue: Cue | null,
  isQuestion: boolean,
): Stance => {
  const found = climb(clause, sentence, tokens, isQuestion);
  const subjectDenies =
    noSubject.test(tokens[clause.subject?.from ?? -1]?.lower ?? '') && clause.link !== 'relative';
  const objectDenies = clause.objects.some(({ from }) => tokens[from]?.lower === 'no');
  const denied = cue?.kind === 'denies';
  const negated = [found.negated, subjectDenies, objectDenies, denied].filter(Boolean).length % 2 === 1;
  const polarity = negated ? 'negated' : 'affirmed';
  const mood = moodUnder(cue, found.mood);
  if (mood !== 'asserted') return nonAssertion(mood, polarity);
  const ceiling = cue && !denied ? cue.commitment : 3;
  const strength = Math.min(certainty(clause, tokens), ceiling);
  return { mood, polarity, factuality: negated ? -strength : strength };
};

const moodUnder = (cue: Cue | null, mood: Mood): Mood => {
  if (!cue || mood === 'conditional') return mood;
  if (cue.kind === 'promises') return 'promised';
  if (cue.kind === 'asks') return mood === 'asserted' ? 'question' : mood;
  if (cue.kind === 'believes' && cue.commitment === 0) return mood === 'asserted' ? 'feared' : mood;
  return mood;
};

/** Percent after ICD 203; null when nothing is asserted. */
export const bandOf = (factuality: number): [number, number] | null => {
  const size = Math.abs(factuality);
  const band: [number, number] | null =
    size >= 2.5 ? [95, 99] : size >= 1.5 ? [80, 95] : size >= 0.5 ? [55, 80] : null;
  return band && factuality < 0 ? [100 - band[1], 100 - band[0]] : band;
};
