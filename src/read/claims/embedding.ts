import type { Mood } from '../../model/index.ts';
import { cueVerbs } from '../attributions/cues.ts';
import type { Predication } from '../syntax/predications.ts';
import { type ClauseTools, type Rule, wordSet } from './rule.ts';

/*
 * What a verb, noun or adjective does to the event of the infinitive, gerund or clause that it governs: implicative and
 * factive signatures (Karttunen 1971; Nairn, Condoravdi & Karttunen 2006).
 */

/** Mood and polarity of an embedded event. */
export interface Embedded {
  readonly mood: Mood;
  readonly negated: boolean;
}

/** A clause that hangs on another. */
type EmbeddedClause = Predication & { readonly parent: Predication };

interface EmbeddingRule extends Rule {
  readonly links: readonly Predication['clauseType'][];
  /** `toldBy` is the clause of the cue that the attribution already speaks of. */
  readonly holds: (clause: EmbeddedClause, tools: ClauseTools, toldBy: Predication | null) => boolean;
  /** By the governing clause; null: nothing. */
  readonly gives: (parent: Predication) => Embedded | null;
}

/** Verbs whose infinitive or gerund has not happened yet. */
const planning = wordSet(`
  want plan intend aim seek hope wish decide prepare expect order ask call urge demand authorise authorize allow
  permit instruct agree vow pledge promise swear threaten offer propose consider need require try attempt invite
  encourage press push design tell persuade recommend advise advocate commit undertake wait allow enable go
  approve schedule poise ready set request mean like help-to willing able struggle`);
const promising = wordSet('promise pledge vow swear commit undertake guarantee assure reassure threaten');
const fearing = wordSet('fear worry dread');
const negating = wordSet(
  'fail refuse decline pretend feign omit eschew forgo shun dodge evade avert foil thwart stop cease avoid prevent halt refrain neglect forget forbid prohibit bar ban abstain quit discontinue end suspend reject desist',
);
const raising = wordSet('expect plan intend want mean');
const implicative = wordSet(
  'manage begin start continue help succeed happen prove use come proceed dare resume keep cause force compel',
);
const reported = wordSet(
  `believe say think know report allege suspect see find claim understand consider suppose rumour rumor deem
   assume presume estimate`,
);
const effort = /^(?:effort|step|measure|action)$/;

const keeps = ({ negated }: Predication): Embedded => ({ mood: 'asserted', negated });
const turns = ({ negated }: Predication): Embedded => ({ mood: 'asserted', negated: !negated });
const always =
  (mood: Mood, negated = false) =>
  (): Embedded => ({ mood, negated });
const nothing = (): null => null;

/** "made efforts to curb": done as far as the effort goes. */
export const isEffort = ({ lemma }: Predication, noun: string): boolean =>
  /^(?:make|take|undertake)$/.test(lemma) && effort.test(noun);

/** The noun or adjective whose infinitive a clause is: "a *plan* to leave", "*unable* to leave"; '' for none. */
const governingWord = ({ head, clauseType, parent }: EmbeddedClause, { trees }: ClauseTools): string => {
  const above = trees.word(head).head;
  if (clauseType !== 'infinitive') return '';
  if (trees.hasRelation(head, 'acl')) return trees.lemma(above);
  return parent.complement !== null && trees.word(above).upos === 'ADJ' ? trees.lowercase(above) : '';
};

/** Nouns and adjectives by what they do to the infinitive after them; whatever else governs one is a plan. */
const governingWords: readonly (Rule & {
  readonly words: ReadonlySet<string>;
  readonly gives: () => Embedded;
})[] = [
  {
    id: 'embedding.negative-word',
    term: 'negative implicative noun or adjective',
    example: 'The army was unable to *leave* the town.',
    counter: 'The army was ready to *leave* the town.',
    words: wordSet('failure refusal inability unwillingness unable unwilling reluctant impossible'),
    gives: always('asserted', true),
  },
  {
    id: 'embedding.factive-word',
    term: 'factive adjective',
    example: 'The army was glad to *leave* the town.',
    counter: 'The army was ready to *leave* the town.',
    words: wordSet('glad happy sorry proud first last known'),
    gives: always('asserted'),
  },
  {
    id: 'embedding.feared-word',
    term: 'apprehensive noun or adjective',
    example: 'The army was afraid to *leave* the town.',
    counter: 'The army was glad to *leave* the town.',
    words: wordSet('fear worry concern afraid'),
    gives: always('feared'),
  },
  {
    id: 'embedding.promised-word',
    term: 'commissive noun',
    example: 'The army gave its promise to *leave* the town.',
    counter: 'The army gave its order to *leave* the town.',
    words: wordSet('promise pledge vow commitment undertaking guarantee threat'),
    gives: always('promised'),
  },
];

/** What a noun or adjective does to the event of its complement: "failure to", "a plan for". */
export const embeddedByWord = (word: string): Embedded =>
  governingWords.find(({ words }) => words.has(word))?.gives() ?? { mood: 'planned', negated: false };

/** In order: the first that holds of a clause decides. */
export const embeddingRules: readonly EmbeddingRule[] = [
  {
    id: 'embedding.not-yet',
    term: 'phasal adverb',
    example: 'The army has yet to *leave* the town.',
    counter: 'The army has to *leave* the town.',
    links: ['infinitive'],
    holds: ({ parent, negated }) => parent.lemma === 'have' && negated,
    gives: always('asserted'),
  },
  {
    id: 'embedding.denied',
    term: 'verb of denial',
    example: 'The army tried to deny *leaving* the town.',
    counter: 'The army stopped *leaving* the town.',
    links: ['infinitive', 'gerund', 'complement'],
    holds: ({ parent, head }, { trees }, toldBy) =>
      parent !== toldBy &&
      parent.head === trees.word(head).head &&
      cueVerbs.get(parent.lemma)?.kind === 'denies',
    gives: turns,
  },
  {
    id: 'embedding.effort',
    term: 'conative noun',
    example: 'The army made efforts to *clear* the road.',
    counter: 'The army made plans to *clear* the road.',
    links: ['infinitive'],
    holds: (clause, tools) =>
      effort.test(governingWord(clause, tools)) && isEffort(clause.parent, governingWord(clause, tools)),
    gives: keeps,
  },
  {
    id: 'embedding.content-of-noun',
    term: 'gerund of a noun',
    example: 'News of rebels *leaving* the town spread.',
    counter: 'The rebels stopped *leaving* the town.',
    links: ['gerund'],
    holds: ({ head }, { trees }) => trees.hasRelation(head, 'acl'),
    gives: nothing,
  },
  {
    // Karttunen 1971
    id: 'embedding.actualised-ability',
    term: 'actuality entailment',
    example: 'The army was able to *leave* the town.',
    counter: 'The army is able to *leave* the town.',
    links: ['infinitive'],
    holds: (clause, tools) => governingWord(clause, tools) === 'able' && clause.parent.tense === 'past',
    gives: keeps,
  },
  ...governingWords.map(
    ({ words, ...rule }): EmbeddingRule => ({
      ...rule,
      links: ['infinitive'],
      holds: (clause, tools) => words.has(governingWord(clause, tools)),
    }),
  ),
  {
    id: 'embedding.planned-word',
    term: 'prospective noun or adjective',
    example: 'The army was ready to *leave* the town.',
    counter: 'The army was glad to *leave* the town.',
    links: ['infinitive'],
    holds: (clause, tools) => governingWord(clause, tools) !== '',
    gives: always('planned'),
  },
  {
    id: 'embedding.feared',
    term: 'verb of fearing',
    example: 'The army feared *leaving* the town.',
    counter: 'The army began *leaving* the town.',
    links: ['infinitive', 'gerund', 'complement'],
    holds: ({ parent }) => fearing.has(parent.lemma),
    gives: always('feared'),
  },
  {
    id: 'embedding.promised-clause',
    term: 'commissive verb',
    example: 'The army promised that it would *leave* the town.',
    counter: 'The army said that it would *leave* the town.',
    links: ['complement'],
    holds: ({ parent }) => promising.has(parent.lemma),
    gives: always('promised'),
  },
  {
    id: 'embedding.wished-clause',
    term: 'mandative verb',
    example: 'The mission demanded that the army *leave* the town.',
    counter: 'The mission said that the army *left* the town.',
    links: ['complement'],
    holds: ({ parent }) => /^(?:hope|wish|demand|order|propose|recommend|require|ensure)$/.test(parent.lemma),
    gives: always('planned'),
  },
  {
    id: 'embedding.without',
    term: 'privative adjunct',
    example: 'The army left without *blowing* up the bridge.',
    counter: 'The army left after *blowing* up the bridge.',
    links: ['gerund'],
    holds: ({ marker }) => marker === 'without',
    gives: always('asserted', true),
  },
  {
    id: 'embedding.adverbial-gerund',
    term: 'adverbial participle clause',
    example: 'The army left the town after *mining* the bridge.',
    counter: 'The army kept the rebels from *mining* the bridge.',
    links: ['gerund'],
    holds: ({ head, marker }, { trees }) => trees.hasRelation(head, 'advcl') && marker !== 'from',
    gives: nothing,
  },
  {
    id: 'embedding.negative-implicative',
    term: 'negative implicative verb',
    example: 'The army failed to *leave* the town.',
    counter: 'The army managed to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => negating.has(parent.lemma),
    gives: turns,
  },
  {
    id: 'embedding.realised-gerund',
    term: 'factive gerund',
    example: 'The army enjoyed *leaving* the town.',
    counter: 'The army considered *leaving* the town.',
    links: ['gerund'],
    holds: ({ parent }) => !planning.has(parent.lemma),
    gives: nothing,
  },
  {
    id: 'embedding.went-on',
    term: 'aspectual phrasal verb',
    example: 'The army went on to *leave* the town.',
    counter: 'The army went north to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }, { trees }) =>
      parent.lemma === 'go' &&
      trees.children(parent.head, 'compound:prt', 'advmod').some((at) => trees.lowercase(at) === 'on'),
    gives: keeps,
  },
  {
    id: 'embedding.unhesitating',
    term: 'negated verb of delay',
    example: 'The army did not hesitate to *leave* the town.',
    counter: 'The army waited to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => /^(?:wait|hesitate)$/.test(parent.lemma) && parent.negated,
    gives: always('asserted'),
  },
  {
    id: 'embedding.implicative',
    term: 'implicative or aspectual verb',
    example: 'The army managed to *leave* the town.',
    counter: 'The army tried to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => implicative.has(parent.lemma),
    gives: keeps,
  },
  {
    id: 'embedding.supposed',
    term: 'deontic "supposed to"',
    example: 'The army is supposed to *leave* the town.',
    counter: 'The army is supposed to have *left* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent, perfect }) => parent.passive && parent.lemma === 'suppose' && !perfect,
    gives: ({ negated }) => ({ mood: 'planned', negated }),
  },
  {
    id: 'embedding.reported-passive',
    term: 'passive of a verb of report',
    example: 'The army is believed to have *left* the town.',
    counter: 'The army is ordered to have *left* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => parent.passive && reported.has(parent.lemma),
    gives: nothing,
  },
  {
    id: 'embedding.seeming',
    term: 'raising verb of appearance',
    example: 'The army seems to have *left* the town.',
    counter: 'The army wants to have *left* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => /^(?:appear|seem)$/.test(parent.lemma),
    gives: keeps,
  },
  {
    id: 'embedding.professed',
    term: 'infinitive of a verb of speech',
    example: 'The army claims to have *left* the town.',
    counter: 'The army hopes to have *left* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => /^(?:claim|confess|admit|profess)$/.test(parent.lemma),
    gives: nothing,
  },
  {
    // "is not expected to leave" is expected not to (Horn 1978).
    id: 'embedding.neg-raising',
    term: 'neg-raising verb',
    example: 'The army does not plan to *leave* the town.',
    counter: 'The army does not try to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => raising.has(parent.lemma),
    gives: ({ negated }) => ({ mood: 'planned', negated }),
  },
  {
    id: 'embedding.promised',
    term: 'commissive verb',
    example: 'The army promised to *leave* the town.',
    counter: 'The army agreed to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: ({ parent }) => promising.has(parent.lemma),
    gives: always('promised'),
  },
  {
    id: 'embedding.prospective',
    term: 'prospective verb',
    example: 'The army agreed to *leave* the town.',
    counter: 'The army managed to *leave* the town.',
    links: ['infinitive', 'gerund'],
    holds: () => true,
    gives: always('planned'),
  },
];

const isEmbedded = (clause: Predication): clause is EmbeddedClause => clause.parent !== null;

/** The rule that decides what the word above a clause does to it; null where none does. */
export const embeddingOf = (
  clause: Predication,
  tools: ClauseTools,
  toldBy: Predication | null,
): EmbeddingRule | null =>
  isEmbedded(clause)
    ? (embeddingRules.find(
        ({ links, holds }) => links.includes(clause.clauseType) && holds(clause, tools, toldBy),
      ) ?? null)
    : null;

/** What a verb does to the event that its object names: "prevented the release", "demanded a withdrawal". */
export const embeddedObject = ({ lemma, negated }: Predication): Embedded | null => {
  if (lemma === 'deny') return { mood: 'asserted', negated: !negated };
  if (fearing.has(lemma)) return { mood: 'feared', negated: false };
  if (negating.has(lemma) && !/^(?:stop|end|halt|cease|suspend|discontinue|forget|neglect)$/.test(lemma))
    return { mood: 'asserted', negated: !negated };
  if (promising.has(lemma)) return { mood: 'promised', negated: false };
  return planning.has(lemma) &&
    !/^(?:help|order|allow|permit|authori[sz]e|approve|enable|call|tell|go)$/.test(lemma)
    ? { mood: 'planned', negated: false }
    : null;
};
