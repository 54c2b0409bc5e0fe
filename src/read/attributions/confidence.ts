import type { Span } from '../../model/index.ts';
import type { TaggedText } from '../network/tagger.ts';
import type { Predication } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';
import type { Link } from './span-linking.ts';

/** What a logistic regression (Platt 1999) makes of certainties; fitted on PolNeAR's dev part. */
const marked = { constant: 2.67, role: 5.82, link: 2.67, uncued: -4 };
/** Of trees: on the verbs of EWT's dev part, the share whose subjects and objects are all right. */
const parsed = { constant: 1.82, arcs: 2.73 };

const logistic = (score: number): number => Math.round(100 / (1 + Math.exp(-score))) / 100;

const meanLog = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.log(Math.max(value, 1e-4)), 0) / Math.max(1, values.length);

/** Logarithms of how sure the network is of an attribution's words, and the logit of how they go together. */
const certaintiesOf = (
  { source, cue, content, certainty }: Link,
  { roleCertainty }: TaggedText,
): { role: number; link: number; uncued: number } => {
  const words = [source, cue, ...content].flatMap((run) =>
    run ? roleCertainty.slice(...(run as Span)) : [],
  );
  return { role: meanLog(words), link: Math.log(Math.max(certainty ?? 1, 1e-4)), uncued: cue ? 0 : 1 };
};

/** How likely an attribution that the network marked has the right source and content, 0…1. */
export const confidenceOfMarked = (link: Link, tagged: TaggedText): number => {
  const { role, link: together, uncued } = certaintiesOf(link, tagged);
  return logistic(marked.constant + marked.role * role + marked.link * together + marked.uncued * uncued);
};

/** How likely dependents are the right ones, by how sure the network is of their heads, 0…1. */
export const confidenceOfArcs = (certainties: readonly number[]): number =>
  logistic(
    parsed.constant +
      parsed.arcs * certainties.reduce((sum, value) => sum + Math.log(Math.max(value, 1e-4)), 0),
  );

/** How likely what a predication tells has the right subjects and objects, 0…1. */
export const confidenceOfPredication = (
  trees: SyntaxTrees,
  { head, subjects, objects }: Predication,
): number => {
  const arcs = [...subjects, ...objects].filter((at) => trees.word(at).head === head);
  return confidenceOfArcs(arcs.map((at) => trees.word(at).certainty));
};
