import { type Attribution, type Claim, quote, type Reading } from '../model/index.ts';
import { ruleOf } from '../read/index.ts';

const speakerWords = (attribution: Attribution, reading: Reading): string => {
  const named = reading.entities.find(({ id }) => id === attribution.speaker)?.name;
  return (
    named ?? (attribution.source.map((span) => quote(reading.text, span)).join(' … ') || 'somebody unnamed')
  );
};

const chainWords = (claim: Claim, reading: Reading): string => {
  const chain: string[] = [];
  let id = claim.attribution;
  while (id !== null && chain.length < reading.attributions.length) {
    const attribution = reading.attributions.find((item) => item.id === id);
    if (!attribution) break;
    chain.unshift(`${speakerWords(attribution, reading)} ${attribution.kind}`);
    id = attribution.parent;
  }
  return ['the writer', ...chain].join(' ← ');
};

const sureness = ({ band, mood, factuality }: Claim): string =>
  band
    ? `${factuality > 0 ? 'happened' : 'did not happen'}, ${band[0]}–${band[1]} %`
    : `not asserted (${mood})`;

/** A rule by the field's term, with the sentence that it is known by. */
const ruleText = (id: string): string => {
  const rule = ruleOf(id);
  return rule ? `${rule.term} (${id}), as in “${rule.example.replaceAll('*', '')}”` : id;
};

const claimText = (claim: Claim, reading: Reading, explain: boolean): string => {
  const roles = claim.roles.map(({ role, span, entity }) => {
    const name = reading.entities.find(({ id }) => id === entity)?.name;
    const words = quote(reading.text, span);
    return `${role}: ${name && name !== words ? `${words} = ${name}` : words}`;
  });
  return [
    `“${quote(reading.text, claim.span)}”`,
    `  ${claim.predicate.type ?? 'untyped'} (${claim.predicate.lemma}), ${claim.polarity}, ${claim.kind}`,
    `  ${chainWords(claim, reading)}`,
    `  ${sureness(claim)}${claim.time ? `; ${claim.time}` : ''}`,
    ...roles.map((role) => `  ${role}`),
    ...(explain ? (claim.rules ?? []).map((id) => `  by rule: ${ruleText(id)}`) : []),
  ].join('\n');
};

/** A reading for people: every claim with who tells it, how surely, who does what and, if asked for, by which rules. */
export const readingText = (reading: Reading, { explain = false } = {}): string =>
  [
    `${reading.sentences.length} sentences, ${reading.attributions.length} attributions, ${reading.claims.length} claims`,
    ...reading.claims.map((claim) => claimText(claim, reading, explain)),
  ].join('\n\n');
