import type { Mood } from '../../model/index.ts';
import { hearsayAdverbs } from '../attributions/cues.ts';
import type { Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { isEffort } from './embedding.ts';
import { type ClauseTools, type Rule, wordSet } from './rule.ts';

/* What a clause's own words say of its mood, its polarity and how sure it is. */

/** By the word that opens a clause, its modal, and how it is asked. */
interface MoodRule extends Rule {
  readonly gives: Exclude<Mood, 'asserted'>;
  readonly holds: (clause: Predication, tools: ClauseTools) => boolean;
}

/** Words that deny a clause beside its "not". */
interface PolarityRule extends Rule {
  readonly holds: (clause: Predication, tools: ClauseTools) => boolean;
}

/** How sure a clause is by its own words, 0…3; null where the rule does not hold. */
interface CertaintyRule extends Rule {
  readonly gives: (clause: Predication, tools: ClauseTools) => number | null;
}

const hypothetical = wordSet('if unless provided lest');
const awaiting = wordSet('once when until till after before as');
const likely = wordSet('probably likely presumably');
const possible = wordSet('possibly perhaps maybe potentially conceivably');
const noSubject = /^(?:no|neither|nobody|nothing|none|few)$/;
/** What shows that something is so. */
const evidence = /^(?:evidence|proof|sign|indication|trace|record|suggestion|confirmation|reason)$/;

export const isEvidence = (noun: string): boolean => evidence.test(noun);

/** Whether a sentence asks what a word of it says. */
export const isAsked = (head: number, trees: SyntaxTrees): boolean => {
  let root = head;
  while (trees.word(root).head >= 0) root = trees.word(root).head;
  return trees.children(root, 'punct').some((at) => at > head && trees.lowercase(at) === '?');
};

const dependsOnCondition = (clause: Predication, { predications }: ClauseTools): boolean => {
  const isConditional = (other: Predication): boolean =>
    predications.subclausesOf(other).some(({ marker }) => marker !== null && hypothetical.has(marker));
  const { parent, clauseType } = clause;
  return isConditional(clause) || (clauseType === 'coordinate' && parent !== null && isConditional(parent));
};

const isFuture = ({ modal, tense }: Predication): boolean =>
  /^(?:would|'d)$/.test(modal ?? '') || tense === 'future';

/** "no evidence", "little proof", "without any sign". */
export const isWithout = (noun: number, trees: SyntaxTrees): boolean =>
  trees
    .children(noun, 'det', 'amod', 'case')
    .some((at) => /^(?:no|little|scant|without)$/.test(trees.lowercase(at)));

/** The word that a noun phrase opens with, so far as it may deny. */
const determinerOf = (at: number, trees: SyntaxTrees): string => {
  // "neither the army nor the rebels"
  const determiner = trees.child(at, 'cc:preconj') ?? trees.child(at, 'det');
  // "no fewer than fourteen soldiers"
  if (determiner !== undefined && /^(?:fewer|less|more)$/.test(trees.lowercase(determiner + 1))) return '';
  return determiner === undefined ? trees.lowercase(at) : trees.lowercase(determiner);
};

/** A clause's own subjects; none for a relative clause, whose noun is denied elsewhere. */
const ownSubjects = (
  { head, clauseType, parent, subjects }: Predication,
  trees: SyntaxTrees,
): readonly number[] => {
  // A headline's participle is taken for a description of its subject.
  const own = trees.child(head, 'nsubj') !== undefined || (clauseType === 'participle' && parent === null);
  return own && clauseType !== 'relative' ? [...subjects, ...trees.children(head, 'nsubj')] : [];
};

const adverbsOf = ({ head }: Predication, { trees }: ClauseTools): string[] =>
  trees.children(head, 'advmod', 'amod').map((at) => trees.lowercase(at));

/** In order: the first that holds decides; without one, a clause is asserted. */
export const moodRules: readonly MoodRule[] = [
  {
    id: 'modality.question',
    term: 'interrogative',
    example: 'Has the army *left* the town?',
    counter: 'Has the mission, which *left* the town, been told?',
    gives: 'question',
    holds: ({ head, clauseType }, { trees }) => clauseType !== 'relative' && isAsked(head, trees),
  },
  {
    id: 'modality.condition',
    term: 'protasis',
    example: 'If the army *leaves* the town, the port will open.',
    counter: 'Since the army *left* the town, the port is open.',
    gives: 'conditional',
    holds: ({ marker }) => marker !== null && hypothetical.has(marker),
  },
  {
    id: 'modality.embedded-question',
    term: 'embedded interrogative',
    example: 'It is unclear whether the army *left* the town.',
    counter: 'It is clear that the army *left* the town.',
    gives: 'question',
    holds: ({ marker }) => marker === 'whether',
  },
  {
    id: 'modality.awaited',
    term: 'irrealis temporal clause',
    example: 'When the army *leaves* the town, the port will open.',
    counter: 'When the army *left* the town, the port opened.',
    gives: 'conditional',
    holds: ({ marker, tense, parent, clauseType }) =>
      clauseType === 'adverbial' &&
      parent?.tense === 'future' &&
      parent.modal !== 'shall' &&
      tense === 'present' &&
      awaiting.has(marker ?? ''),
  },
  {
    id: 'modality.headline-future',
    term: 'infinitive headline',
    example: 'Army to *leave* the town',
    counter: 'Army *leaves* the town',
    gives: 'planned',
    holds: ({ head, parent, tense, modal }, { trees }) =>
      parent === null &&
      tense === 'none' &&
      modal === null &&
      trees
        .children(head, 'mark')
        .some((at) => trees.lowercase(at) === 'to' && trees.lowercase(at - 1) !== 'yet'),
  },
  {
    id: 'modality.apodosis',
    term: 'apodosis',
    example: 'The army will *leave* the town if the port opens.',
    counter: 'The army will *leave* the town because the port opens.',
    gives: 'conditional',
    holds: (clause, tools) =>
      (isFuture(clause) || /^(?:could|may|might|can|ca)$/.test(clause.modal ?? '')) &&
      dependsOnCondition(clause, tools),
  },
  {
    id: 'modality.future',
    term: 'future',
    example: 'The army will *leave* the town.',
    counter: 'The army may *leave* the town.',
    gives: 'planned',
    holds: isFuture,
  },
  {
    id: 'modality.necessity',
    term: 'deontic modal',
    example: 'The army must *leave* the town.',
    counter: 'The army must have *left* the town.',
    gives: 'planned',
    holds: ({ modal, perfect }) =>
      /^(?:should|shall|ought)$/.test(modal ?? '') || (modal === 'must' && !perfect),
  },
];

/** Each that holds turns a clause round. */
export const polarityRules: readonly PolarityRule[] = [
  {
    id: 'polarity.subject',
    term: 'negative subject',
    example: 'No soldier *left* the town.',
    counter: 'No fewer than fourteen soldiers *left* the town.',
    holds: (clause, { trees }) =>
      ownSubjects(clause, trees).some(
        (at) =>
          noSubject.test(determinerOf(at, trees)) ||
          // "not a single truck", "hardly any trucks"
          trees
            .children(at, 'advmod')
            .some((word) => /^(?:not|hardly|scarcely|barely)$/.test(trees.lowercase(word))),
      ),
  },
  {
    id: 'polarity.object',
    term: 'negative object',
    example: 'The army *gave* no reason.',
    counter: 'The army *gave* a reason.',
    holds: ({ objects }, { trees }) =>
      objects.some((at) => /^(?:no|nothing|nobody|none)$/.test(determinerOf(at, trees))),
  },
];

/** The least that holds counts. */
export const certaintyRules: readonly CertaintyRule[] = [
  {
    id: 'certainty.no-evidence',
    term: 'negated evidential noun',
    example: 'There is no evidence that the army *shelled* the port.',
    counter: 'There is evidence that the army *shelled* the port.',
    gives: ({ head, parent }, { trees }) => {
      if (!trees.hasRelation(head, 'acl', 'ccomp')) return null;
      const nouns = [trees.word(head).head, ...(parent ? [...parent.subjects, ...parent.objects] : [])];
      const noun = nouns.find((at) => at < head && isEvidence(trees.lemma(at)));
      if (noun === undefined) return null;
      const isDenied = parent?.negated === true && trees.hasRelation(noun, 'nsubj', 'obj', 'root');
      return isWithout(noun, trees) || isDenied ? 0 : null;
    },
  },
  {
    id: 'certainty.possible',
    term: 'epistemic adverb of possibility',
    example: 'The army possibly *left* the town.',
    counter: 'The army quickly *left* the town.',
    gives: (clause, tools) => (adverbsOf(clause, tools).some((word) => possible.has(word)) ? 0.75 : null),
  },
  {
    id: 'certainty.may',
    term: 'epistemic modal of possibility',
    example: 'The army may have *left* the town.',
    counter: 'The army must have *left* the town.',
    gives: ({ modal }) => (/^(?:may|might)$/.test(modal ?? '') ? 0.75 : null),
  },
  {
    id: 'certainty.could',
    term: 'epistemic modal of possibility',
    example: 'The army could have *left* the town.',
    counter: 'The army could not have *left* the town.',
    gives: ({ modal, negated }) => (modal === 'could' && !negated ? 0.5 : null),
  },
  {
    id: 'certainty.must',
    term: 'epistemic modal of necessity',
    example: 'The army must have *left* the town.',
    counter: 'The army may have *left* the town.',
    gives: ({ modal }) => (modal === 'must' ? 2 : null),
  },
  {
    id: 'certainty.likely',
    term: 'epistemic adverb of probability',
    example: 'The army probably *left* the town.',
    counter: 'The army quickly *left* the town.',
    gives: (clause, tools) => (adverbsOf(clause, tools).some((word) => likely.has(word)) ? 2 : null),
  },
  {
    id: 'certainty.hearsay',
    term: 'evidential adverb of hearsay',
    example: 'The army reportedly *left* the town.',
    counter: 'The army quickly *left* the town.',
    gives: (clause, tools) => {
      const found = adverbsOf(clause, tools).flatMap((word) => hearsayAdverbs.get(word) ?? []);
      return found.length ? Math.min(...found) : null;
    },
  },
  {
    id: 'certainty.seeming',
    term: 'raising verb of appearance',
    example: 'The army seems to have *left* the town.',
    counter: 'The army managed to *leave* the town.',
    gives: ({ clauseType, parent }) =>
      clauseType === 'infinitive' && parent && /^(?:appear|seem)$/.test(parent.lemma) ? 2 : null,
  },
  {
    id: 'certainty.effort',
    term: 'conative noun',
    example: 'The army made efforts to *clear* the road.',
    counter: 'The army sent engineers to *clear* the road.',
    gives: ({ clauseType, parent, head }, { trees }) =>
      clauseType === 'infinitive' && parent && isEffort(parent, trees.lemma(trees.word(head).head))
        ? 1
        : null,
  },
];
