import type { Mood, Span } from '../../model/index.ts';
import { cueVerbs } from '../attributions/cues.ts';
import { lemmaOf } from '../network/lemmas.ts';
import type { TaggedText } from '../network/tagger.ts';
import type { Predication, Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import { embeddedObject } from './embedding.ts';
import { typeOfNoun, typeOfVerb } from './lexicon.ts';
import { type Modality, ModalityAnalyzer } from './modality.ts';

/**
 * The network learnt from web text what the crowd takes to have happened; the rules say what grammar asserts.
 * Their mean is nearer to both kinds of text than either. Shares by the dev parts of UW and UDS-IH2.
 */
const networkShare = { verb: 0.6, noun: 0.5 } as const;
/** What an author expects of that which is not asserted: means over UW's train part. */
const expected: Readonly<Record<Exclude<Mood, 'asserted'>, number>> = {
  planned: 1.5,
  promised: 1.6,
  conditional: 1.1,
  question: 0.6,
  feared: 0.6,
};
/** Of what "will" happen. */
const announced = 2.4;

const commitment = ({ mood, polarity, factuality }: Modality, { tense }: Predication): number => {
  if (mood === 'asserted') return factuality;
  const size = mood === 'planned' && tense === 'future' ? announced : expected[mood];
  return polarity === 'negated' ? -size : size;
};

/** Of a noun's event. */
const takenForGranted = 2;

/** A noun that names an event, or has the form of a verb that does: "a move", "the bombing". */
const isOfVerb = (noun: string): boolean => {
  const verb = noun.endsWith('ing') ? lemmaOf(noun, 'VERB') : noun;
  return (
    typeOfNoun(noun) !== null || typeOfVerb(verb, null, []) !== null || cueVerbs.has(verb) || verb !== noun
  );
};

/** How far the author commits to every event word, −3…3, in text order. */
export const rateEvents = (
  trees: SyntaxTrees,
  predications: Predications,
  events: TaggedText['events'],
): { span: Span; factuality: number }[] => {
  const modality = new ModalityAnalyzer(trees, predications);
  const heads = new Map(
    predications.all.flatMap((one) => [[one.verb, one] as const, [one.head, one] as const]),
  );
  const network = new Map(events.map(({ word, factuality }) => [word, factuality]));
  /** A noun takes its event for granted unless the verb whose object it is does not ("called off the strike"). */
  const ofNoun = (word: number): number => {
    const above = predications.clauseOf(trees.word(word).head);
    const governed = above?.objects.includes(word) ? embeddedObject(above) : null;
    if (!governed) return takenForGranted;
    return governed.mood !== 'asserted' ? 0 : governed.negated ? -takenForGranted : takenForGranted;
  };
  const rate = (word: number): number => {
    const given = network.get(word);
    const predication = heads.get(word);
    const { upos } = trees.word(word);
    if (!predication && upos === 'VERB') return given ?? 0;
    const ruled = predication
      ? commitment(modality.of(predication, null, predication.parent), predication)
      : ofNoun(word);
    const share = predication ? networkShare.verb : networkShare.noun;
    return given === undefined ? ruled : share * given + (1 - share) * ruled;
  };
  const tells = (word: number): boolean =>
    network.has(word) || heads.has(word) || (trees.word(word).upos === 'NOUN' && isOfVerb(trees.lemma(word)));
  return trees.words.flatMap(({ start, end }, word) =>
    tells(word) ? [{ span: [start, end], factuality: Math.round(rate(word) * 100) / 100 }] : [],
  );
};
