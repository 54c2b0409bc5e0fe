import type { Mention, Span, TimeMention } from '../model/index.ts';
import { Chunker, type NounGroup } from './chunks.ts';
import { buildClauses } from './clauses.ts';
import { Coreference } from './coreference.ts';
import type { Draft } from './entities.ts';
import { loadGazetteer } from './gazetteer.ts';
import { NameTags } from './name-tags.ts';
import type { TaggedText } from './network/tagger.ts';
import { isKnownPlace } from './places.ts';
import type { Referents } from './referents.ts';
import { firstNot } from './search.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The first reader's referents by head words. */
export class OldReferents implements Referents {
  readonly #tagged: TaggedText;
  readonly #tokens: readonly Token[];
  readonly #coreference: Coreference;
  readonly #groupOf = new Map<number, NounGroup>();
  readonly names: NameTags;
  readonly firstPersons: readonly number[];

  constructor(text: string, tagged: TaggedText, times: readonly TimeMention[]) {
    const { tokens, sentences } = tokensOf(text, tagged);
    this.#tagged = tagged;
    this.#tokens = tokens;
    this.names = new NameTags(tokens, tagged);
    const timeAt = (token: number): number =>
      times.findIndex(
        ({ span }) => span[0] <= (tokens[token]?.start ?? 0) && (tokens[token]?.end ?? 0) <= span[1],
      );
    this.#coreference = new Coreference(text, tokens, this.names, (place) =>
      isKnownPlace(place, loadGazetteer()),
    );
    for (const { from, to } of sentences) {
      const syntax = buildClauses(tokens, new Chunker(tokens, to, this.names, timeAt).chunk(from));
      this.#coreference.read(syntax);
      for (const chunk of syntax.chunks) if (chunk.type === 'noun') this.#place(chunk);
    }
    this.firstPersons = this.#coreference.firstPersons.map(({ head }) =>
      this.#wordAt(tokens[head]?.start ?? 0),
    );
  }

  #place(group: NounGroup): void {
    for (let at = group.from; at < group.to; at++) this.#groupOf.set(at, group);
    if (group.possessor) this.#place(group.possessor);
  }

  #wordAt(offset: number): number {
    return firstNot(this.#tagged.words.length, (at) => (this.#tagged.words[at]?.end ?? 0) <= offset);
  }

  tokenOf(word: number): number {
    const start = this.#tagged.words[word]?.start ?? 0;
    return firstNot(this.#tokens.length, (at) => (this.#tokens[at]?.end ?? 0) <= start);
  }

  nameAt(word: number): Span | null {
    const name = this.names.at(this.tokenOf(word));
    return name
      ? [this.#wordAt(this.#tokens[name.from]?.start ?? 0), this.#wordAt(this.#tokens[name.to - 1]?.end ?? 0)]
      : null;
  }

  get entities(): readonly Draft[] {
    return this.#coreference.entities;
  }

  get mentions(): readonly Mention[] {
    return this.#coreference.mentions;
  }

  of(head: number): readonly Draft[] {
    const group = this.#groupOf.get(this.tokenOf(head));
    return group ? this.#coreference.of(group) : [];
  }

  within(head: number): readonly Draft[] {
    const group = this.#groupOf.get(this.tokenOf(head));
    return group ? this.#coreference.within(group) : [];
  }

  assign(head: number, entity: Draft): void {
    const group = this.#groupOf.get(this.tokenOf(head));
    if (group) this.#coreference.assign(group, entity);
  }
}
