import type { PlaceMention, Quantity, TimeMention } from '../../model/index.ts';
import type { AttributionIndex } from '../attributions/attribution-index.ts';
import type { Coreference } from '../entities/index.ts';
import type { Phrases } from '../syntax/phrases.ts';
import type { Predications } from '../syntax/predications.ts';
import type { SyntaxTrees } from '../syntax/syntax-trees.ts';

/** What is known of a document before its claims are read. */
export interface ClaimContext {
  readonly trees: SyntaxTrees;
  readonly predications: Predications;
  readonly phrases: Phrases;
  readonly referents: Coreference;
  readonly attributions: AttributionIndex;
  /** In text order, as are places and quantities. */
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly quantities: readonly Quantity[];
}
