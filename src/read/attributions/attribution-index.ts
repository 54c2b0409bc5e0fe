import { contains, type Span } from '../../model/index.ts';
import type { Predication } from '../syntax/predications.ts';
import type { FoundAttribution } from './attributions.ts';

/** Characters of text that one bucket covers: long documents are searched locally. */
const stretch = 1000;

const sizeOf = ({ attribution }: FoundAttribution): number =>
  attribution.content.reduce((sum, [start, end]) => sum + end - start, 0);

/** Finds the attribution whose cue is a predication's verb, and the innermost one around a span. */
export class AttributionIndex {
  /** In text order. */
  readonly all: readonly FoundAttribution[];
  readonly #byPredication = new Map<Predication, FoundAttribution>();
  readonly #near = new Map<number, FoundAttribution[]>();

  constructor(attributions: readonly FoundAttribution[]) {
    this.all = attributions;
    for (const found of attributions) {
      if (found.predication) this.#byPredication.set(found.predication, found);
      for (const span of found.attribution.content) this.#place(found, span);
    }
  }

  ofPredication(predication: Predication): FoundAttribution | null {
    return this.#byPredication.get(predication) ?? null;
  }

  /** The smallest attribution, `except` one, whose content holds the span. */
  innermost(span: Span, except: FoundAttribution | null = null): FoundAttribution | null {
    let best: FoundAttribution | null = null;
    for (const found of this.#near.get(Math.floor(span[0] / stretch)) ?? []) {
      if (found === except || !found.attribution.content.some((content) => contains(content, span))) continue;
      const isInside = found.attribution.parent !== null && found.attribution.parent === best?.attribution.id;
      if (!best || sizeOf(found) < sizeOf(best) || (isInside && sizeOf(found) === sizeOf(best))) best = found;
    }
    return best;
  }

  #place(found: FoundAttribution, [start, end]: Span): void {
    for (let at = Math.floor(start / stretch); at * stretch < end; at++) {
      const there = this.#near.get(at);
      if (!there) this.#near.set(at, [found]);
      else if (there.at(-1) !== found) there.push(found);
    }
  }
}
