import type { Span, StateType } from '../model/index.ts';
import type { NounGroup } from './chunks.ts';
import type { SentenceSyntax } from './clauses.ts';
import type { Draft, EntityRegistry } from './entities.ts';
import { isPersonNoun } from './names.ts';
import type { Token } from './tokens.ts';

const leaders = new Set(
  `leader chief head commander president chairman chairwoman chairperson chair director coordinator emir
   king queen premier governor mayor boss ruler commander-in-chief chancellor founder secretary-general`.split(
    /\s+/,
  ),
);
const parts = new Set('branch wing affiliate arm offshoot unit subsidiary faction division cell'.split(' '));
const lesser = /^(?:deputy|vice|former|ex|assistant|acting|regional|local|one)$/;
/** Offices whose holder belongs to the state named beside them; "an Egyptian member" is not one. */
const offices = new Set(
  `official minister president spokesman spokeswoman spokesperson ambassador envoy diplomat general soldier officer
   negotiator senator lawmaker secretary commander governor chancellor premier king prince`.split(/\s+/),
);

interface Reading {
  of(group: NounGroup): readonly Draft[];
  within(group: NounGroup): readonly Draft[];
}

const isBody = ({ type }: Draft): boolean => type === 'organisation' || type === 'armed-group';
const isPolity = ({ type }: Draft): boolean => type === 'state' || type === 'nationality';

/** The type of relation that a description states, by its noun. */
export const relationOfNoun = (noun: string, before: readonly string[]): StateType | null => {
  if (parts.has(noun)) return 'part-of';
  if (leaders.has(noun)) return before.some((word) => lesser.test(word)) ? 'member-of' : 'leads';
  return isPersonNoun(noun) ? 'member-of' : null;
};

/** The noun group that "of" or "for" attaches to this one. */
export const complementOf = (group: NounGroup, { chunks }: SentenceSyntax): NounGroup | null => {
  const at = chunks.indexOf(group);
  const [mark, next] = [chunks[at + 1], chunks[at + 2]];
  return mark?.type === 'mark' && /^(?:of|for|in|from|with|at)$/.test(mark.word) && next?.type === 'noun'
    ? next
    : null;
};

/** The word in the group that says what its person is: its head, or the occupation before the name. */
const occupation = (group: NounGroup, tokens: readonly Token[]): number => {
  if (group.kind !== 'name') return group.head;
  for (let at = group.head - 1; at >= group.from; at--)
    if (isPersonNoun(tokens[at]?.lemma.toLowerCase() ?? '')) return at;
  return -1;
};

/** Who is a member or the leader of what, from the words of one noun group. */
export const relateByDescription = (
  group: NounGroup,
  syntax: SentenceSyntax,
  tokens: readonly Token[],
  reading: Reading,
  registry: EntityRegistry,
): void => {
  const entity = reading.of(group)[0];
  const at = occupation(group, tokens);
  const noun = tokens[at]?.lemma.toLowerCase() ?? '';
  if (!entity || at < 0) return;
  const type = relationOfNoun(
    noun,
    tokens.slice(group.from, at).map(({ lower }) => lower),
  );
  if (!type || (entity.type !== 'person' && type !== 'part-of')) return;
  const complement = group.kind === 'name' ? null : complementOf(group, syntax);
  const candidates = [
    ...(complement ? reading.of(complement) : []),
    ...reading.within(group),
    ...(group.possessor ? reading.of(group.possessor) : []),
  ].filter((candidate) => candidate !== entity);
  const bodies = candidates.filter(isBody);
  const targets = bodies.length
    ? bodies
    : offices.has(noun) || leaders.has(noun)
      ? candidates.filter(isPolity)
      : [];
  const span: Span = [tokens[group.from]?.start ?? 0, tokens[(complement ?? group).to - 1]?.end ?? 0];
  const [direct] = targets;
  if (direct) registry.relate(entity, type, direct, span);
};
