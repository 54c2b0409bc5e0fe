import type { Span } from '../model/index.ts';
import type { Chunk, NounGroup } from './chunks.ts';
import type { Clause, SentenceSyntax } from './clauses.ts';
import type { Referents } from './coreference.ts';
import { complementOf } from './coreference.ts';
import type { Draft } from './entities/index.ts';
import { isOutlet } from './entities/names.ts';
import type { Token } from './tokens.ts';

const speaking = new Set(['speak', 'talk', 'interview', 'meet']);
/** Sentences after which a speaker is no longer heard through the outlet that was named. */
const heardFor = 6;

/** Who is behind a source's words, and which outlets they were heard through. */
export class Speakers {
  readonly #tokens: readonly Token[];
  readonly #referents: Referents;
  /** Outlets a person was heard through, while the text stays with that person. */
  readonly #heardThrough = new Map<Draft, { readonly relays: readonly Draft[]; readonly sentence: number }>();

  constructor(tokens: readonly Token[], referents: Referents) {
    this.#tokens = tokens;
    this.#referents = referents;
  }

  span({ from, to }: { readonly from: number; readonly to: number }): Span {
    return [this.#tokens[from]?.start ?? 0, this.#tokens[to - 1]?.end ?? 0];
  }

  /** The group with its "of" phrase and the apposition beside it. */
  sourceSpan(group: NounGroup, syntax: SentenceSyntax): Span {
    const members = syntax.coordinated.get(group) ?? [group];
    let [start, end] = [this.span(members[0] ?? group)[0], this.span(members.at(-1) ?? group)[1]];
    for (const [description, host] of syntax.appositionOf)
      if (host === group || description === group) {
        start = Math.min(start, this.span(host)[0]);
        end = Math.max(end, this.span(withComplements(description, syntax))[1]);
      }
    const complement = withComplements(group, syntax);
    return [start, Math.max(end, this.span(complement)[1])];
  }

  /** The named speaker, or the body that an unnamed one belongs to. */
  speakerOf(
    source: NounGroup,
    syntax: SentenceSyntax,
  ): { readonly speaker: Draft | null; readonly group: Draft | null } {
    if (this.#tokens[source.head]?.lower === 'it') return { speaker: null, group: null };
    const entity = this.#referents.of(source)[0] ?? null;
    if (entity?.named) return { speaker: entity, group: null };
    if (entity && entity.type !== 'person') return { speaker: null, group: entity };
    const bodies = [
      ...this.#referents.within(source),
      ...(source.possessor ? this.#referents.of(source.possessor) : []),
    ];
    const complement = complementOf(source, syntax);
    if (complement) bodies.push(...this.#referents.of(complement));
    return { speaker: null, group: bodies.find(({ type }) => type !== 'person') ?? bodies[0] ?? null };
  }

  relaysOf(clause: Clause, speaker: Draft | null, index: number): readonly Draft[] {
    const heard = [
      ...clause.objects,
      ...clause.obliques
        .filter(({ preposition }) => /^(?:to|in|with|by)$/.test(preposition))
        .map(({ group }) => group),
    ]
      .flatMap((group) => this.#referents.of(group))
      .filter((entity) => entity !== speaker && isOutlet(entity.name));
    if (speaker && heard.length) this.#heardThrough.set(speaker, { relays: heard, sentence: index });
    return heard.length || !speaker ? heard : this.inherited(speaker, index);
  }

  inherited(speaker: Draft, index: number): readonly Draft[] {
    const known = this.#heardThrough.get(speaker);
    if (!known || index - known.sentence > heardFor) return [];
    return known.relays;
  }

  /** "The paper spoke with the envoy": what the envoy says next was said to the paper. */
  rememberInterview(clause: Clause, index: number): void {
    if (!speaking.has(clause.verb.lemma)) return;
    const outlets = clause.subject
      ? this.#referents.of(clause.subject).filter(({ name }) => isOutlet(name))
      : [];
    const asked = [
      ...clause.objects,
      ...clause.obliques
        .filter(({ preposition }) => /^(?:with|to)$/.test(preposition))
        .map(({ group }) => group),
    ];
    for (const person of asked.flatMap((group) => this.#referents.of(group)))
      if (outlets.length) this.#heardThrough.set(person, { relays: outlets, sentence: index });
  }
}

/** The last noun group that "of" and its like chain to this one. */
const withComplements = (group: NounGroup, syntax: SentenceSyntax): NounGroup => {
  let last = group;
  for (
    let next = complementOf(last, syntax), depth = 0;
    next && depth < 4;
    next = complementOf(last, syntax), depth++
  ) {
    const mark = syntax.chunks[syntax.chunks.indexOf(last) + 1] as Chunk;
    if (mark.type !== 'mark' || !/^(?:of|for)$/.test(mark.word)) break;
    last = next;
  }
  return last;
};
