import type { Mention } from '../model/index.ts';
import type { Draft } from './entities.ts';

/** What the noun phrases of a document stand for; phrases are given by their head words. */
export interface Referents {
  readonly entities: readonly Draft[];
  readonly mentions: readonly Mention[];
  /** Entities that a phrase stands for: none, one, or several ("the two sides"). */
  of(head: number): readonly Draft[];
  /** Entities named inside the phrase before its head: "Northern" in "Northern officials". */
  within(head: number): readonly Draft[];
  /** First persons in quotations, to be given their speaker. */
  readonly firstPersons: readonly number[];
  assign(head: number, entity: Draft): void;
}
