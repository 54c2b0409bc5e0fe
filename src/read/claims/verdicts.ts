/** Verdicts on whether a party keeps its word: kept apart from reports of conduct. */

const norms =
  'agreement|deal|accord|pact|treaty|truce|ceasefire|cease-fire|armistice|commitment|commitments|obligation|obligations|promise|promises|pledge|pledges|condition|conditions|terms|resolution|resolutions|sanctions|law|laws|rules|word|duty|duties|bargain|undertaking|undertakings|understanding|embargo|protocol|convention|conventions|provisions|roadmap|memorandum|charter|requirement|requirements|part|end|it|them';

/** "what they had undertaken". */
const given = 'promised|pledged|undertaken|undertook|agreed|committed|signed|vowed';

const patterns: readonly (readonly [lemma: string, RegExp])[] = [
  ['violate', new RegExp(`^violat\\w+\\b.*\\b(?:${norms})\\b`)],
  ['violate', new RegExp(`^violat\\w+ what (?:\\w+ ){1,3}(?:${given})\\b`)],
  ['do', new RegExp(`^(?:do|does|did|done) what (?:\\w+ ){1,3}(?:${given})\\b`)],
  ['true', new RegExp(`^(?:\\S+ ){0,2}true to\\b.*\\b(?:${norms})\\b`)],
  ['breach', new RegExp(`^breach\\w*\\b.*\\b(?:${norms})\\b`)],
  [
    'break',
    new RegExp(`^(?:broke|broken|break|breaks|breaking)\\b.*\\b(?:${norms.replace('|it|them', '')})\\b`),
  ],
  ['comply', /^(?:compl(?:y|ies|ied|ying))\b/],
  ['live up', /^(?:live|lives|lived|living) up to\b/],
  ['abide', /^(?:abid\w+|abode) by\b/],
  ['adhere', /^adher\w+ to\b/],
  ['honour', new RegExp(`^honou?r\\w*\\b.*\\b(?:${norms})\\b`)],
  ['fulfil', new RegExp(`^fulfil\\w*\\b.*\\b(?:${norms})\\b`)],
  ['meet', new RegExp(`^(?:meet|meets|met|meeting)\\b.*\\b(?:${norms.replace('|it|them', '')})\\b`)],
  [
    'keep',
    new RegExp(`^(?:keep|keeps|kept|keeping)\\b(?: to)?\\b.*\\b(?:${norms.replace('|it|them', '')})\\b`),
  ],
  ['renege', /^reneg\w+ (?:on|upon)\b/],
  ['respect', new RegExp(`^respect\\w*\\b.*\\b(?:${norms})\\b`)],
  ['observe', new RegExp(`^observ\\w+\\b.*\\b(?:${norms.replace('|it|them', '')})\\b`)],
  ['flout', /^flout\w*\b/],
  ['uphold', new RegExp(`^(?:uphold|upheld|upholds|upholding)\\b.*\\b(?:${norms})\\b`)],
  ['implement', new RegExp(`^implement\\w*\\b.*\\b(?:${norms})\\b`)],
  ['betray', new RegExp(`^betray\\w*\\b.*\\b(?:${norms})\\b`)],
  ['deliver', /^deliver\w*(?: on)\b/],
  ['stick', /^(?:stick|sticks|stuck|sticking) (?:to|by|with)\b/],
  ['stand', /^(?:stand|stood|standing) by\b/],
  [
    'go against',
    new RegExp(
      `^(?:go|goes|going|gone|went) against\\b.*\\b(?:${norms}|sovereignty|independence|spirit|letter)\\b`,
    ),
  ],
  ['contravene', /^(?:contraven\w+)\b|^(?:\S+ ){0,3}in (?:\w+ )?contravention of\b/],
  ['violate', /^(?:\S+ ){0,3}(?:(?:in|a) (?:\w+ )?violations? of)\b/],
  ['breach', /^(?:\S+ ){0,3}(?:(?:in|a) (?:\w+ )?breach(?:es)? of)\b/],
  ['comply', /^(?:\S+ ){0,3}in (?:\w+ )?(?:compliance|accordance|line) with\b/],
  ['breach', /^(?:\S+ ){0,3}(?:inconsistent|incompatible|at odds) with\b/],
];

/** Words without which no pattern fits: most clauses are told apart by one look. */
const hints =
  /^(?:violat|breach|br[eo]ak|broke|compl|li[fv]|abid|abode|adher|honou?r|fulfil|meet|met|keep|kept|reneg|respect|observ|flout|uph|implement|betray|deliver|st[iu]ck|st[ao][no]d|contraven|do|did|go|went)|\b(?:true|contravention|violations?|breach(?:es)?|compliance|accordance|line|inconsistent|incompatible|odds)\b/;

/** The lemma of the verdict that a clause gives, from its verb on; null when it gives none. */
export const verdictOf = (fromVerb: string): string | null => {
  const words = fromVerb.slice(0, 200).toLowerCase().replace(/\s+/g, ' ');
  return hints.test(words) ? (patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null) : null;
};
