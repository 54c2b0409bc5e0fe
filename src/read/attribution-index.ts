import { contains, type Span } from '../model/index.ts';
import type { FoundAttribution } from './attributions.ts';
import type { Clause } from './clauses.ts';

/** Characters of text that one bucket covers: long documents are searched locally. */
const stretch = 1000;

const sizeOf = ({ attribution }: FoundAttribution): number =>
  attribution.content.reduce((sum, [start, end]) => sum + end - start, 0);

/** Finds the attribution of a clause, and the innermost one around a span. */
export class AttributionIndex {
  private readonly byClause = new Map<Clause, FoundAttribution>();
  private readonly near = new Map<number, FoundAttribution[]>();

  constructor(attributions: readonly FoundAttribution[]) {
    for (const found of attributions) {
      if (found.clause) this.byClause.set(found.clause, found);
      for (const span of found.attribution.content) this.place(found, span);
    }
  }

  /** The attribution whose cue is this clause's verb. */
  ofClause(clause: Clause): FoundAttribution | null {
    return this.byClause.get(clause) ?? null;
  }

  /** The smallest attribution, `except` one, whose content holds the span. */
  innermost(span: Span, except: FoundAttribution | null = null): FoundAttribution | null {
    let best: FoundAttribution | null = null;
    for (const found of this.near.get(Math.floor(span[0] / stretch)) ?? []) {
      if (found === except || !found.attribution.content.some((content) => contains(content, span))) continue;
      if (!best || sizeOf(found) < sizeOf(best)) best = found;
    }
    return best;
  }

  private place(found: FoundAttribution, [start, end]: Span): void {
    for (let at = Math.floor(start / stretch); at * stretch < end; at++) {
      const there = this.near.get(at);
      if (!there) this.near.set(at, [found]);
      else if (there.at(-1) !== found) there.push(found);
    }
  }
}
