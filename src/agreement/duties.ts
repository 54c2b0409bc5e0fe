import { quote, type Reading, type Span } from '../model/index.ts';

/** A sentence that binds somebody. Spans are in the text of the reading. */
export interface Duty {
  debtor: Span;
  /** The verb of what is owed, with what hangs on it. */
  act: Span;
  sentence: Span;
  isProhibition: boolean;
  /** Only the effort is owed. */
  isEffort: boolean;
  condition: string | null;
  /** The number or heading that the paragraph stands under; null when there is none. */
  paragraph: string | null;
}

/** A word of the sentence with its place in the tree. */
interface Node {
  index: number;
  span: Span;
  lemma: string;
  tag: string;
  head: number;
  relation: string;
}

const binding = new Set(['shall', 'will', 'must']);
const undertaking = new Set([
  'undertake',
  'commit',
  'agree',
  'pledge',
  'promise',
  'guarantee',
  'oblige',
  'bind',
]);
const forbidding = new Set(['refrain', 'abstain', 'desist', 'cease', 'prohibit', 'forbid', 'avoid']);
const effort =
  /\b(?:best efforts|endeavou?rs?|strive|seek to|with the (?:goal|aim)|work (?:to|towards?))\b/iu;
const conditional =
  /\b(?:if|once|upon|provided that|subject to|on condition that|as soon as|unless)\b[^,;.]*/iu;
const heading =
  /^\s*((?:article|part|section|annex|chapter|paragraph)\s+[\w.]+|\(?\d+(?:\.\d+)*[.)]|\([a-z]\)|[A-Z]\.)/iu;

const nodesIn = ({ tokens = [] }: Reading, [start, end]: Span): Node[] =>
  tokens.flatMap(([from, to, lemma, tag, head, relation], index) =>
    from >= start && to <= end ? [{ index, span: [from, to] as Span, lemma, tag, head, relation }] : [],
  );

/** Everything that hangs on a word, itself included, as one span. */
const subtree = (root: Node, nodes: readonly Node[]): Span => {
  const within = new Set([root.index]);
  for (let grew = true; grew; ) {
    const before = within.size;
    for (const { index, head } of nodes) if (within.has(head)) within.add(index);
    grew = within.size > before;
  }
  const spans = nodes.filter(({ index }) => within.has(index)).map(({ span }) => span);
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
};

const childOf = (
  parent: Node,
  nodes: readonly Node[],
  isWanted: (relation: string) => boolean,
): Node | undefined => nodes.find(({ head, relation }) => head === parent.index && isWanted(relation));

/** The subject of a verb, of the verb it is joined to, or of the one it completes; of a passive who does it. */
const debtorOf = (verb: Node, nodes: readonly Node[]): Node | undefined => {
  const agent = childOf(verb, nodes, (relation) => relation === 'obl:agent');
  const subject = childOf(verb, nodes, (relation) => relation.startsWith('nsubj'));
  if (agent ?? subject) return agent ?? subject;
  const above = nodes.find(({ index }) => index === verb.head);
  return above && ['conj', 'xcomp', 'ccomp', 'advcl'].includes(verb.relation)
    ? debtorOf(above, nodes)
    : undefined;
};

const isNegated = (verb: Node, nodes: readonly Node[]): boolean =>
  nodes.some(({ head, lemma }) => head === verb.index && (lemma === 'not' || lemma === 'never')) ||
  forbidding.has(verb.lemma);

/** The verbs of a sentence that bind: under shall, will or must, or completing a verb of undertaking. */
const boundVerbs = (nodes: readonly Node[]): { verb: Node; isNegative: boolean }[] => {
  const byIndex = new Map(nodes.map((node) => [node.index, node]));
  const modals = nodes.filter(({ lemma, tag }) => tag === 'AUX' && binding.has(lemma));
  const undertaken = nodes.filter(
    ({ lemma, tag, relation }) =>
      tag === 'VERB' &&
      (undertaking.has(lemma) || forbidding.has(lemma)) &&
      // "once the list is agreed" binds nobody.
      !/^(?:advcl|acl)/u.test(relation),
  );
  const verbs = new Set([...modals.flatMap(({ head }) => byIndex.get(head) ?? []), ...undertaken]);
  // "shall undertake to": what is undertaken says what is owed.
  return [...verbs].map((verb) => {
    const completed = nodes.find(
      ({ head, relation, tag }) =>
        head === verb.index && tag === 'VERB' && ['xcomp', 'ccomp', 'advcl'].includes(relation),
    );
    const owed = completed && (undertaking.has(verb.lemma) || forbidding.has(verb.lemma)) ? completed : verb;
    return { verb: owed, isNegative: isNegated(verb, nodes) || isNegated(owed, nodes) };
  });
};

/** The heading or number of the paragraph that a place of the text stands in, with those above it. */
const paragraphAt = (text: string, place: number): string | null => {
  const lines = text
    .slice(0, place)
    .split('\n')
    .concat(text.slice(place).split('\n')[0] ?? '');
  const labels = lines.flatMap((line) => heading.exec(line)?.[1] ?? []);
  const last = labels.at(-1);
  const above = labels.findLast((label) => /^[a-z]{4}/iu.test(label));
  if (last === undefined) return null;
  return above && above !== last ? `${above}, ${last.replace(/[().]+/gu, '')}` : last.replace(/[().]+$/u, '');
};

/** Every duty that a text's sentences lay on somebody; the reading must have the layer `syntax`. */
export const dutiesIn = (reading: Reading): Duty[] =>
  reading.sentences.flatMap(({ span: sentence }) => {
    const nodes = nodesIn(reading, sentence);
    const words = quote(reading.text, sentence);
    const seen = new Set<number>();
    return boundVerbs(nodes).flatMap(({ verb, isNegative }) => {
      const debtor = debtorOf(verb, nodes);
      if (!debtor || seen.has(verb.index)) return [];
      seen.add(verb.index);
      return [
        {
          debtor: subtree(debtor, nodes),
          act: [verb.span[0], subtree(verb, nodes)[1]] as Span,
          sentence,
          isProhibition: isNegative,
          isEffort: effort.test(words),
          condition: conditional.exec(words)?.[0] ?? null,
          paragraph: paragraphAt(reading.text, sentence[0]),
        },
      ];
    });
  });
