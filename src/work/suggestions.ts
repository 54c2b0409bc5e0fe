import { countsFrom, logit } from '../match/index.ts';
import {
  type Assessment,
  awaitsVerdict,
  type Commitment,
  type Evidence,
  type Finding,
  type QueueView,
  type Status,
} from '../model/index.ts';
import { createCourt, judgedAs, type Material, type WhatIf, whatIf } from '../weigh/index.ts';
import { copiesOfStatement } from './copied-statements.ts';

type EvidenceItem = Finding['evidence'][number];
type Left = QueueView['left'];

/** A suggestion with what accepting and rejecting it would do to its finding. */
interface Weighed {
  evidence: EvidenceItem;
  /** The same statement, printed elsewhere: judged with it. */
  copies: EvidenceItem[];
  commitment: string;
  moves: number;
  status: Status;
  statusWith: Status;
  statusWithout: Status;
}

/** What to judge next, and how much waits and is probably left. */
export interface Suggested {
  waiting: number;
  left: Left;
  first: Weighed[];
}

/** What an opinion says of which nothing is known. */
const baseRate = 0.5;

/** How many suggestions are weighed exactly for each one asked for; the others keep their estimate. */
const candidatesEach = 2;

/**
 * What judging a suggestion would move, estimated from the finding alone. Of what counts, within an origin the least
 * uncertain telling stands for all: the first of them carries what the origin adds, the others little. What does not count
 * yet may settle some of what is uncertain, as likely as it holds.
 */
const estimates = (finding: Finding): Map<string, number> => {
  const estimated = new Map<string, number>();
  const counted = finding.evidence
    .filter(({ role }) => role === 'counts')
    .sort((a, b) => a.opinion.uncertainty - b.opinion.uncertainty);
  const adds = new Map(finding.origins.map((origin) => [`${origin.bearing} ${origin.id}`, origin.adds]));
  const places = new Map<string, number>();
  for (const { id, bearing, origin } of counted) {
    const key = `${bearing} ${origin}`;
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    estimated.set(id, (adds.get(key) ?? 0) / (1 + 10 * place));
  }
  for (const { id, role, bearing, probability } of finding.evidence)
    if (role === 'suggested') estimated.set(id, ((probability ?? 0) * finding[bearing].uncertainty) / 2);
  return estimated;
};

/** What accepting and what rejecting a piece of evidence would make of its finding. */
const weighed = (ask: WhatIf, finding: Finding, item: EvidenceItem, evidence: Evidence): Weighed => {
  const judged = (verdict: Evidence['verdict']) => ask.with([judgedAs(ask, { ...evidence, verdict })]);
  const [withIt, without] = [judged('accepted'), judged('rejected')];
  const probability = (of: typeof withIt) => of.probability[item.bearing] ?? baseRate;
  return {
    evidence: item,
    copies: [],
    commitment: finding.id,
    moves: probability(withIt) - probability(without),
    status: finding.status,
    statusWith: withIt.status,
    statusWithout: without.status,
  };
};

const held = (share: number): number => Math.min(0.99, Math.max(0.01, share));

/** How open a question is: 1 where a suggestion is about to count or not, less the surer the machine is either way. */
const openness = ({ probability }: EvidenceItem, counted: number): number =>
  probability === null ? 1 : 1 / Math.cosh((logit(held(probability)) - logit(held(counted))) / 2);

/** A look is worth more where little has been decided. */
const novelty = (decided: number): number => 1 / Math.sqrt(1 + decided);

/** A look is worth more where the second reader sees something too, less where it sees nothing. */
const seconded = ({ secondOpinion }: EvidenceItem): number =>
  secondOpinion === undefined ? 1 : secondOpinion.says === 'neither' ? 0.5 : 1.5;

interface Waiting {
  finding: Finding;
  evidence: EvidenceItem;
  /** How open the question is, and how little is decided on its commitment. */
  interest: number;
  /** What it is taken to be worth before it is weighed exactly. */
  estimate: number;
}

/** A move that small is worth something: other suggestions learn from every decision. */
const leastMove = 0.01;

/** Those that change a status come first, then those that a look is worth most. */
const byWorth = (a: Weighed & { worth: number }, b: Weighed & { worth: number }): number =>
  Number(b.statusWith !== b.statusWithout) - Number(a.statusWith !== a.statusWithout) ||
  b.worth - a.worth ||
  a.evidence.id.localeCompare(b.evidence.id);

const waitingIn = (finding: Finding, counted: number): Waiting[] => {
  const estimated = estimates(finding);
  const rare = novelty(finding.evidence.filter(({ verdict }) => verdict !== 'proposed').length);
  return finding.evidence.filter(awaitsVerdict).map((evidence) => {
    const interest = rare * openness(evidence, counted) * seconded(evidence);
    return {
      finding,
      evidence,
      interest,
      estimate: interest * ((estimated.get(evidence.id) ?? 0) + leastMove),
    };
  });
};

const byEstimate = (a: Waiting, b: Waiting): number =>
  b.estimate - a.estimate || a.evidence.id.localeCompare(b.evidence.id);

/** What is weighed exactly: the best by estimate, and the best of each of as many findings, since a status may hang on it. */
const candidatesOf = (findings: readonly Waiting[][], most: number): Waiting[] => {
  const first = findings.flat().sort(byEstimate).slice(0, most);
  const each = findings.flatMap((waiting) => waiting.toSorted(byEstimate)[0] ?? []);
  return [...new Set([...first, ...each.sort(byEstimate).slice(0, most)])];
};

/** Of a normal distribution, what lies within so many standard deviations of its mean is nine tenths. */
const nineTenths = 1.645;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * How much of the evidence has probably been seen, as tools for systematic reviews estimate when to stop: what is undecided
 * holds as often as its calibrated probabilities say, with the variance of as many throws of such coins.
 */
export const leftIn = (findings: readonly Finding[]): Left => {
  const conduct = findings.flatMap(({ evidence }) =>
    evidence.filter(({ kind, role }) => kind === 'conduct' && role !== 'left out'),
  );
  const seen = conduct.filter(
    ({ verdict, probability }) => verdict === 'accepted' || (verdict === 'proposed' && probability === null),
  ).length;
  const shares = conduct.flatMap(({ verdict, probability }) =>
    verdict === 'proposed' && probability !== null ? [probability] : [],
  );
  const expected = shares.reduce((sum, share) => sum + share, 0);
  const spread = nineTenths * Math.sqrt(shares.reduce((sum, share) => sum + share * (1 - share), 0));
  const shareWith = (left: number): number => (seen + left === 0 ? 1 : seen / (seen + left));
  return {
    seen,
    expected: rounded(expected),
    share: rounded(shareWith(expected)),
    between: [
      rounded(shareWith(Math.min(shares.length, expected + spread))),
      rounded(shareWith(Math.max(0, expected - spread))),
    ],
  };
};

/**
 * The suggestions that nobody has judged, what counts and what is only suggested alike: those first that would change a
 * status, then those of which a look is worth most; how many wait, and how much evidence is probably left among them.
 */
export const suggestions = (
  material: Material,
  assessment: Assessment,
  { limit, commitment }: { limit: number; commitment?: string | undefined },
  counted: number = countsFrom(),
): Suggested => {
  const asked = assessment.commitments.filter(({ id }) => commitment === undefined || id === commitment);
  const findings = asked.map((finding) => waitingIn(finding, counted));
  const court = createCourt(material, { asOf: assessment.asOf, knownAt: assessment.knownAt });
  const commitments = new Map(material.file.commitments.map((one) => [one.id, one]));
  const evidence = new Map(material.matches.evidence.map((item) => [item.id, item]));
  const asks = new Map<string, WhatIf>();
  const askOn = (id: string): WhatIf => {
    const known = asks.get(id) ?? whatIf(court.weigh(commitments.get(id) as Commitment));
    asks.set(id, known);
    return known;
  };
  const first = candidatesOf(findings, limit * candidatesEach)
    .map(({ finding, evidence: item, interest }) => {
      const exact = weighed(askOn(finding.id), finding, item, evidence.get(item.id) as Evidence);
      return { ...exact, worth: interest * (Math.abs(exact.moves) + leastMove) };
    })
    .sort(byWorth)
    .map(({ worth: _, ...suggestion }) => suggestion);
  const byId = new Map(asked.map((finding) => [finding.id, finding]));
  return {
    waiting: findings.flat().length,
    left: leftIn(asked),
    first: withCopies(first, material, byId).slice(0, limit),
  };
};

/** Each statement once, with its copies. */
const withCopies = (
  first: readonly Weighed[],
  material: Material,
  findings: ReadonlyMap<string, Finding>,
): Weighed[] => {
  const shown = new Set<string>();
  return first.flatMap((suggestion) => {
    const finding = findings.get(suggestion.commitment);
    if (!finding || shown.has(suggestion.evidence.id)) return [];
    const copies = copiesOfStatement(material, finding, suggestion.evidence).filter(awaitsVerdict);
    for (const { id } of [suggestion.evidence, ...copies]) shown.add(id);
    return [{ ...suggestion, copies }];
  });
};

/** How much evidence of the case a person has judged. */
export const judgedCount = ({ matches }: Material, commitment?: string): number =>
  matches.evidence.filter(
    (item) => item.verdict !== 'proposed' && (commitment === undefined || item.commitment === commitment),
  ).length;
