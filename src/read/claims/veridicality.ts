import type { Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { type ClauseTools, type Rule, wordSet } from './rule.ts';

/*
 * What makes a clause true, false or open from outside of it (veridicality; Saurí & Pustejovsky 2009, de Marneffe et al.
 * 2012), beyond its own "not", its modal, and the verb whose infinitive it is: those are in modality-rules.ts and embedding.ts.
 */

/**
 * `denies` turns what the clause says round; `false` and `true` settle it, whatever stands below; `counterfactual` says that
 * it did not come to that, as grammar implies; `open` leaves it to the future.
 */
export type Veridicality = 'denies' | 'false' | 'true' | 'counterfactual' | 'open';

interface VeridicalityRule extends Rule {
  readonly gives: Veridicality;
  readonly holds: (clause: Predication, tools: ClauseTools) => boolean;
}

const approximative = wordSet('nearly almost');
const hindering = wordSet(
  'keep prevent stop bar block hinder deter dissuade discourage restrain hold save spare prohibit',
);
const untrue = wordSet(
  'false untrue wrong incorrect baseless unfounded groundless fabricated fake fiction lie fabrication hoax invention myth nonsense',
);
const truth = wordSet('true correct accurate');
const untruly = wordSet('falsely wrongly incorrectly mistakenly untruthfully erroneously');
const dropping = wordSet(`
  drop scrap abandon shelve cancel foil thwart avert frustrate abort defeat scuttle bury ditch discard defuse
  ignore defy disobey flout`);
const alarm = wordSet('concern alarm dismay anger outrage regret disappointment frustration indignation');
const alarmed = wordSet('concerned alarmed dismayed angry outraged disappointed angered');
const compacts = wordSet(`
  agreement deal accord pact treaty truce ceasefire cease-fire armistice protocol memorandum convention charter
  resolution roadmap settlement plan decree law clause article text`);
const promise = /^(?:promise|pledge|vow|commitment|undertaking|guarantee|word)$/;
const keeping = /^(?:keep|honou?r|fulfil|fulfill|meet|respect|uphold)$/;
const breaking = /^(?:break|breach|betray|renege|abandon|drop|forget|ignore|violate|dishonou?r)$/;
const prescribing = wordSet(
  'mandate provide stipulate require prescribe specify foresee envisage say state oblige',
);

/** "the claim *that they left*": the noun whose content a clause is. */
const contentOf = ({ head }: Predication, trees: SyntaxTrees): number | null =>
  trees.hasRelation(head, 'acl', 'ccomp', 'advcl') && trees.word(trees.word(head).head).upos === 'NOUN'
    ? trees.word(head).head
    : null;

/** What is said of a noun: the clauses of which it is the subject or the object. */
const saidOf = (noun: number, { trees, predications }: ClauseTools): Predication[] => {
  const above = predications.clauseOf(trees.word(noun).head);
  return above && [...above.subjects, ...above.objects].includes(noun) ? [above] : [];
};

/** Whether one of a clause's own words, or what it says of its subject, is among some. */
const says = (clause: Predication, words: ReadonlySet<string>, trees: SyntaxTrees): boolean =>
  [clause.head, ...trees.children(clause.head, 'xcomp', 'obj', 'obl')].some((at) =>
    words.has(trees.lemma(at)),
  );

/** "The reports … were false", "… are not true"; a parser may hang what is said of the noun on the noun itself. */
const isCalledUntrue = (noun: number, tools: ClauseTools): boolean => {
  const { trees } = tools;
  const isUntrue = (above: Predication): boolean =>
    above.negated ? says(above, truth, trees) : says(above, untrue, trees);
  const hung = trees.children(noun, 'ccomp', 'appos', 'acl', 'parataxis').flatMap((at) => {
    const above = tools.predications.clauseOf(at);
    return above?.head === at ? [above] : [];
  });
  return [...saidOf(noun, tools), ...hung].some(isUntrue);
};

/** "Had the road been open, …", "if the road had been open, …". */
const isUnrealCondition = (
  { marker, perfect, tense, modal, head }: Predication,
  trees: SyntaxTrees,
): boolean => {
  if (!perfect || modal !== null) return false;
  if (marker === 'if') return tense === 'past';
  const [first] = trees.children(head, 'aux');
  const subject = trees.child(head, 'nsubj');
  return first !== undefined && subject !== undefined && trees.lowercase(first) === 'had' && first < subject;
};

/** Whether a clause is what a promise was about: "its promise to leave". */
const isPromised = ({ head, clauseType }: Predication, { trees }: ClauseTools): boolean =>
  clauseType === 'infinitive' &&
  trees.hasRelation(head, 'acl') &&
  promise.test(trees.lemma(trees.word(head).head));

/** Whether what was promised was done ("kept", "true to") or not ("broke", "did not keep"); null where it is not told. */
const isFulfilled = (parent: Predication | null, { trees, isNegated }: ClauseTools): boolean | null => {
  if (parent === null || parent.modal !== null || parent.tense === 'future') return null;
  if (keeping.test(parent.lemma) || trees.lowercase(parent.head) === 'true') return !isNegated(parent);
  return breaking.test(parent.lemma) && !isNegated(parent) ? false : null;
};

const hasThat = ({ head }: Predication, trees: SyntaxTrees): boolean =>
  trees.children(head, 'mark').some((at) => trees.lowercase(at) === 'that');

const adverbs = (at: number, trees: SyntaxTrees): string[] =>
  trees.children(at, 'advmod').map((word) => trees.lowercase(word));

/** The words before a clause's verb that open it, in small letters: "instead of", "far from". */
const opening = ({ head }: Predication, trees: SyntaxTrees): string => {
  const [mark] = trees.children(head, 'mark', 'case', 'advmod', 'cc').filter((at) => at < head);
  if (mark === undefined) return '';
  const from = /^(?:from|of|than)$/.test(trees.lowercase(mark)) ? mark - 1 : mark;
  return [from, from + 1].map((at) => trees.lowercase(at)).join(' ');
};

export const veridicalityRules: readonly VeridicalityRule[] = [
  {
    id: 'veridicality.approximative',
    term: 'approximative adverb',
    example: 'The rebels nearly *took* the bridge.',
    counter: 'The rebels *took* nearly all bridges.',
    gives: 'false',
    holds: ({ head, verb }, { trees }) =>
      trees
        .children(head, 'advmod')
        .some(
          (at) => approximative.has(trees.lowercase(at)) && at < verb && trees.word(at + 1).upos !== 'ADV',
        ),
  },
  {
    id: 'veridicality.substitutive',
    term: 'substitutive clause',
    example: 'The army dug in instead of *leaving* the town.',
    counter: 'The army dug in after *leaving* the town.',
    gives: 'false',
    holds: (clause, { trees }) =>
      /^(?:instead of|rather than|far from|short of)$/.test(opening(clause, trees)),
  },
  {
    id: 'veridicality.hindrance',
    term: 'negative implicative verb',
    example: 'Mines kept the convoy from *reaching* the town.',
    counter: 'Nothing kept the convoy from *reaching* the town.',
    gives: 'false',
    holds: (clause, tools) =>
      clause.parent !== null &&
      hindering.has(clause.parent.lemma) &&
      tools.trees.children(clause.head, 'mark', 'case').some((at) => tools.trees.lowercase(at) === 'from') &&
      !tools.isNegated(clause.parent),
  },
  {
    id: 'veridicality.unhindered',
    term: 'negated implicative verb',
    example: 'Nothing kept the convoy from *reaching* the town.',
    counter: 'Mines kept the convoy from *reaching* the town.',
    gives: 'true',
    holds: (clause, tools) =>
      clause.parent !== null &&
      hindering.has(clause.parent.lemma) &&
      tools.trees.children(clause.head, 'mark', 'case').some((at) => tools.trees.lowercase(at) === 'from') &&
      tools.isNegated(clause.parent),
  },
  {
    id: 'veridicality.inevitable',
    term: 'exceptive construction',
    example: 'The army had no choice but to *leave* the town.',
    counter: 'The army had no order to *leave* the town.',
    gives: 'true',
    holds: ({ head }, { trees }) =>
      trees
        .children(head, 'mark')
        .some((at) => trees.lowercase(at) === 'to' && trees.lowercase(at - 1) === 'but'),
  },
  {
    id: 'veridicality.past-necessity',
    term: 'actualised modal',
    example: 'The army had to *leave* the town.',
    counter: 'The army has to *leave* the town.',
    gives: 'true',
    holds: ({ parent, clauseType }, { isNegated }) =>
      clauseType === 'infinitive' &&
      parent?.lemma === 'have' &&
      (parent.tense === 'past' || parent.tense === 'perfect') &&
      parent.modal === null &&
      !isNegated(parent),
  },
  {
    id: 'veridicality.causative',
    term: 'passive causative',
    example: 'The guards were made to *leave* the town.',
    counter: 'The guards were told to *leave* the town.',
    gives: 'true',
    holds: ({ parent, clauseType }, { isNegated }) =>
      clauseType === 'infinitive' &&
      parent?.lemma === 'make' &&
      parent.passive &&
      parent.tense !== 'future' &&
      parent.modal === null &&
      !isNegated(parent),
  },
  {
    id: 'veridicality.sworn',
    term: 'commissive verb with a past complement',
    example: 'The minister swore that the army had *left* the town.',
    counter: 'The minister swore that the army would *leave* the town.',
    gives: 'true',
    holds: ({ parent, clauseType, tense, modal }) =>
      clauseType === 'complement' &&
      parent !== null &&
      /^(?:swear|vow|assure|reassure|guarantee|promise)$/.test(parent.lemma) &&
      modal === null &&
      (tense === 'past' || tense === 'perfect'),
  },
  {
    id: 'veridicality.undoubted',
    term: 'negated dubitative verb',
    example: 'Nobody doubts that the army has *left* the town.',
    counter: 'The monitors doubt that the army has *left* the town.',
    gives: 'true',
    holds: ({ parent, clauseType }, { isNegated }) =>
      clauseType === 'complement' &&
      parent !== null &&
      isNegated(parent) &&
      // "did not deny that …" leaves it open; what nobody denies is so.
      (/^(?:doubt|dispute|question|contest)$/.test(parent.lemma) ||
        (parent.lemma === 'deny' && !parent.negated)),
  },
  {
    id: 'veridicality.not-until',
    term: 'negated temporal cleft',
    example: 'It was not until March that the army *left* the town.',
    counter: 'It was not in March that the army *left* the town.',
    gives: 'true',
    holds: ({ head, clauseType, antecedent }, { trees }) => {
      const above = clauseType === 'relative' && antecedent !== null ? antecedent : trees.word(head).head;
      const words =
        above < 0 ? [] : trees.children(above, 'case', 'mark', 'advmod').map((at) => trees.lowercase(at));
      return words.includes('until') && words.includes('not');
    },
  },
  {
    id: 'veridicality.cleft',
    term: 'negated cleft',
    example: 'It was not the rebels who *shelled* the port.',
    counter: 'They were not the rebels who *shelled* the port.',
    gives: 'denies',
    holds: ({ clauseType, antecedent }, { trees, predications }) => {
      const above =
        clauseType === 'relative' && antecedent !== null ? predications.clauseOf(antecedent) : null;
      return Boolean(
        above?.head === antecedent &&
          above.negated &&
          above.subjects
            .concat(trees.children(above.head, 'expl'))
            .some((at) => trees.lowercase(at) === 'it'),
      );
    },
  },
  {
    id: 'veridicality.oblique',
    term: 'negative polarity of an adjunct',
    example: 'At no point did the army *leave* the town.',
    counter: 'In no time the army *left* the town.',
    gives: 'denies',
    holds: ({ head }, { trees }) =>
      trees
        .children(head, 'obl')
        .some(
          (at) =>
            trees.children(at, 'det').some((word) => /^(?:no|neither)$/.test(trees.lowercase(word))) &&
            !/^(?:time|doubt|hurry|term)$/.test(trees.lemma(at)) &&
            trees
              .children(at, 'case')
              .some((word) => /^(?:at|in|from|on|under|to|by|of|for|into)$/.test(trees.lowercase(word))),
        ),
  },
  {
    id: 'veridicality.falsity',
    term: 'predicate of falsity',
    example: 'Reports that the army *left* the town are false.',
    counter: 'Reports that the army *left* the town are old.',
    gives: 'denies',
    holds: (clause, tools) => {
      const { trees } = tools;
      const noun = contentOf(clause, trees);
      if (!hasThat(clause, trees) && (noun === null || trees.lowercase(noun + 1) !== 'that')) return false;
      if (noun !== null) return isCalledUntrue(noun, tools);
      const { parent } = clause;
      if (parent === null || !trees.hasRelation(clause.head, 'csubj', 'ccomp', 'advcl')) return false;
      return (
        (untrue.has(trees.lemma(parent.head)) && !parent.negated) ||
        (truth.has(trees.lemma(parent.head)) && parent.negated)
      );
    },
  },
  {
    id: 'veridicality.false-report',
    term: 'adverb of falsity',
    example: 'The ministry falsely claimed that the army had *left* the town.',
    counter: 'The ministry openly claimed that the army had *left* the town.',
    gives: 'denies',
    holds: ({ parent, clauseType }, { trees }) =>
      clauseType === 'complement' &&
      parent !== null &&
      adverbs(parent.head, trees).some((word) => untruly.has(word)),
  },
  {
    id: 'veridicality.excluded',
    term: 'verb of exclusion',
    example: 'The monitors ruled out that the army had *left* the town.',
    counter: 'The monitors found out that the army had *left* the town.',
    gives: 'denies',
    holds: ({ parent, clauseType }, { trees }) =>
      clauseType === 'complement' &&
      parent?.lemma === 'rule' &&
      parent.particle !== null &&
      trees.lowercase(parent.particle) === 'out' &&
      !parent.negated,
  },
  {
    id: 'veridicality.dropped-plan',
    term: 'thwarted intention',
    example: 'The plan to *leave* the town was dropped.',
    counter: 'The plan to *leave* the town was praised.',
    gives: 'false',
    holds: (clause, tools) => {
      const { trees } = tools;
      const noun = clause.clauseType === 'infinitive' ? contentOf(clause, trees) : null;
      const isDropped = (above: Predication): boolean =>
        !above.negated &&
        (dropping.has(above.lemma) ||
          (above.lemma === 'call' && above.particle !== null && trees.lowercase(above.particle) === 'off'));
      return noun !== null && saidOf(noun, tools).some(isDropped);
    },
  },
  {
    id: 'veridicality.kept-promise',
    term: 'fulfilled commissive',
    example: 'The army kept its promise to *leave* the town.',
    counter: 'The army renewed its promise to *leave* the town.',
    gives: 'true',
    holds: (clause, tools) => isPromised(clause, tools) && isFulfilled(clause.parent, tools) === true,
  },
  {
    id: 'veridicality.broken-promise',
    term: 'unfulfilled commissive',
    example: 'The army broke its promise to *leave* the town.',
    counter: 'The army renewed its promise to *leave* the town.',
    gives: 'false',
    holds: (clause, tools) => isPromised(clause, tools) && isFulfilled(clause.parent, tools) === false,
  },
  {
    id: 'veridicality.counterfactual-modal',
    term: 'counterfactual perfect',
    example: 'The army should have *left* the town in March.',
    counter: 'The army may have *left* the town in March.',
    gives: 'counterfactual',
    holds: ({ modal, perfect }) => perfect && /^(?:should|ought|shall)$/.test(modal ?? ''),
  },
  {
    id: 'veridicality.counterfactual-condition',
    term: 'counterfactual conditional',
    example: 'The army would have *left* the town had the road been open.',
    counter: 'The minister said that the army would have *left* the town by March.',
    gives: 'counterfactual',
    holds: (clause, { trees, predications }) => {
      const beside = [clause.parent, ...predications.subclausesOf(clause)].filter((other) => other !== null);
      if (isUnrealCondition(clause, trees))
        return beside.some(({ modal }) => /^(?:would|could|might)$/.test(modal ?? ''));
      return (
        clause.perfect && clause.modal === 'would' && beside.some((other) => isUnrealCondition(other, trees))
      );
    },
  },
  {
    id: 'veridicality.precluded',
    term: 'precluding temporal clause',
    example: 'The convoy was turned round before it could *reach* the town.',
    counter: 'The convoy was searched before it was let to *reach* the town.',
    gives: 'false',
    holds: ({ marker, modal }) => marker === 'before' && /^(?:could|can)$/.test(modal ?? ''),
  },
  {
    id: 'veridicality.excess',
    term: 'excessive degree',
    example: 'The boats came too late to *rescue* the crew.',
    counter: 'The boats came in time to *rescue* the crew.',
    gives: 'false',
    holds: ({ head }, { trees }) => {
      const isInfinitive = trees.children(head, 'mark').some((at) => trees.lowercase(at) === 'to');
      const above = trees.word(head).head;
      const degrees = [above, ...(above < 0 ? [] : trees.children(above, 'advmod', 'amod', 'xcomp'))];
      return isInfinitive && degrees.some((at) => at >= 0 && at < head && adverbs(at, trees).includes('too'));
    },
  },
  {
    id: 'veridicality.decided-against',
    term: 'negated complement of a verb of choice',
    example: 'The army chose not to *leave* the town.',
    counter: 'The army plans not to *leave* the town.',
    gives: 'true',
    holds: ({ parent, clauseType, negated }) =>
      clauseType === 'infinitive' &&
      negated &&
      parent !== null &&
      /^(?:choose|decide|elect|opt)$/.test(parent.lemma) &&
      (parent.tense === 'past' || parent.tense === 'perfect'),
  },
  {
    id: 'veridicality.scheduled',
    term: 'prospective adjective',
    example: 'The army is due to *leave* the town in March.',
    counter: 'The army is proud to *leave* the town in March.',
    gives: 'open',
    holds: ({ head }, { trees }) => {
      const words = [trees.word(head).head, ...trees.children(head, 'case', 'mark')];
      return (
        trees.lowercase(head - 1) === 'to' &&
        words.some((at) => /^(?:due|slated|bound)$/.test(trees.lowercase(at)))
      );
    },
  },
  {
    id: 'veridicality.event-of-alarm',
    term: 'emotive factive',
    example: 'The mission voiced concern that the army had *left* the town.',
    counter: 'The mission voiced concern that the army may *leave* the town.',
    gives: 'true',
    holds: (clause, { trees }) => {
      const above = trees.word(clause.head).head;
      const isTold =
        clause.modal === null &&
        (clause.tense === 'past' || clause.tense === 'perfect' || clause.progressive);
      return (
        isTold &&
        hasThat(clause, trees) &&
        above >= 0 &&
        (alarm.has(trees.lemma(above)) ||
          alarmed.has(trees.lowercase(above)) ||
          clause.parent?.objects.some((at) => alarm.has(trees.lemma(at))) === true)
      );
    },
  },
  {
    id: 'veridicality.prescribed',
    term: 'content of a norm',
    example: 'The agreement provides that the army *leaves* the town.',
    counter: 'The report says that the army *leaves* the town.',
    gives: 'open',
    holds: ({ parent, clauseType, tense }, { trees }) =>
      clauseType === 'complement' &&
      (tense === 'present' || tense === 'none') &&
      parent !== null &&
      prescribing.has(parent.lemma) &&
      parent.subjects.some((at) => compacts.has(trees.lemma(at))),
  },
  {
    id: 'veridicality.under-a-norm',
    term: 'content of a norm',
    example: 'Under the agreement, the army *leaves* the town by March.',
    counter: 'Under the bridge, the army *leaves* the town by March.',
    gives: 'open',
    holds: ({ obliques, tense, progressive, modal }, { trees }) =>
      tense === 'present' &&
      !progressive &&
      modal === null &&
      obliques.some(
        ({ preposition, head, of }) =>
          of === null && preposition === 'under' && compacts.has(trees.lemma(head)),
      ),
  },
  {
    id: 'veridicality.prospective',
    term: 'prospective aspect',
    example: 'The rebels are on the verge of *leaving* the town.',
    counter: 'The rebels are proud of *leaving* the town.',
    gives: 'open',
    holds: ({ head, clauseType }, { trees }) =>
      clauseType === 'gerund' &&
      /^(?:verge|brink|point|cusp|eve|threshold)$/.test(trees.lemma(trees.word(head).head)) &&
      trees.hasRelation(head, 'acl'),
  },
];

/** The rules that hold of a clause, in their order. */
export const veridicalityOf = (clause: Predication, tools: ClauseTools): VeridicalityRule[] =>
  veridicalityRules.filter(({ holds }) => holds(clause, tools));
