import type { Attribution, Reading } from '../../src/model/index.ts';
import { words } from './words.ts';

/** The attributions from the outermost to the one named. */
const chainTo = (reading: Reading, id: string | null): Attribution[] => {
  const chain: Attribution[] = [];
  let next = id;
  while (next !== null) {
    const found = reading.attributions.find((attribution) => attribution.id === next);
    if (!found || chain.includes(found)) break;
    chain.unshift(found);
    next = found.parent;
  }
  return chain;
};

/** Who tells a claim, outermost first: outlets, then the speaker, then whom the speaker quotes. */
export const tellers = (reading: Reading, attribution: string | null): string[] => {
  const nameOf = (id: string): string | undefined =>
    reading.entities.find((entity) => entity.id === id)?.name;
  return chainTo(reading, attribution).flatMap(({ speaker, group, relays, source }) => {
    const body = group === null ? undefined : nameOf(group);
    const named = speaker === null ? undefined : nameOf(speaker);
    const written = source.map((span) => reading.text.slice(...span)).join(' ');
    return [
      ...relays.toReversed().map((id) => nameOf(id) ?? id),
      named ?? (body ? words.reader.unnamedOf(body) : written || words.reader.unnamed),
    ];
  });
};
