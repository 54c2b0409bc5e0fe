import { createHash } from 'node:crypto';
import { endOf, intervalOf, type PlacedCommitment, placed } from '../agreement/index.ts';
import {
  type CaseFile,
  type Commitment,
  type Decision,
  type Evidence,
  type Finding,
  type Matches,
  type Profile,
  ProvisoError,
  type Statement,
} from '../model/index.ts';
import { defaults } from './defaults.ts';
import { type Docket, findingOn, type Weighed, weigh } from './finding.ts';
import { type Copies, graded, type OriginTracer, type Page, traceOrigins } from './origins.ts';
import { ratingsOf } from './ratings.ts';
import { gradesOf } from './trust.ts';

/** Everything that is known of a case, before the clocks are set. */
export interface Material {
  file: CaseFile;
  pages: readonly Page[];
  statements: readonly Statement[];
  matches: Matches;
  copies: Copies;
  /** What people decided, as it holds: grades and other ratings, and findings of their own. */
  decisions: readonly Decision[];
}

/** The two clocks, as days `YYYY-MM-DD`: conduct up to `asOf`, by what was published up to `knownAt`. */
export interface Clocks {
  asOf: string;
  knownAt: string;
}

/** Findings as last weighed, by commitment, with a digest of all that they were weighed from. */
export type Memo = Map<string, { digest: string; finding: Finding }>;

/** The case's standard of proof. @throws ProvisoError PROVISO_CASE_INVALID when there is no such profile. */
export const requireStandard = ({ standard, standards }: CaseFile): Profile => {
  const profiles = { ...defaults.profiles, ...standards };
  const profile = profiles[standard];
  if (!profile) {
    throw new ProvisoError(
      'PROVISO_CASE_INVALID',
      `The case asks for the standard of proof "${standard}", which does not exist.`,
      `Use one of: ${Object.keys(profiles).join(', ')}.`,
    );
  }
  return profile;
};

/** What has no date is known whenever it is asked for; a page, and an entry of it, from the first possible day. */
const isKnown = ({ published }: Pick<Page, 'published'>, knownAt: string): boolean =>
  published === null || (intervalOf(published)?.from ?? 0) <= endOf(knownAt);

const personalOn = (id: string, decisions: readonly Decision[]): Finding['personal'] => {
  const set = decisions.find(({ kind, subject }) => kind === 'finding' && subject === id);
  return set?.kind === 'finding' && set.value
    ? { status: set.value, reason: set.reason, by: set.by, at: set.at }
    : null;
};

const byCommitment = <T extends { commitment: string }>(items: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.commitment);
    if (group) group.push(item);
    else groups.set(item.commitment, [item]);
  }
  return groups;
};

/** All of a piece of evidence that its weight hangs on or that is shown with it, in a fixed order: the store changes that of keys. */
const fieldsOf = (item: Evidence, { claim, chain, publisher, published, promise }: Statement): unknown[] => [
  item.id,
  item.statementId,
  item.verdict,
  item.bearing,
  item.factuality,
  item.tier,
  item.kind,
  item.probability,
  item.share,
  item.strength,
  item.words,
  item.span,
  item.through,
  item.secondOpinion,
  item.translation,
  [claim.kind, claim.factuality, claim.mood, claim.time, claim.tense],
  [publisher, published, promise],
  chain.map(({ kind, words, entity, group, relays }) => [
    kind,
    words,
    [entity, group, ...relays].map((link) => link && [link.key, link.name, link.bodies, link.allies]),
  ]),
];

/** The same digest, the same finding: over the evidence with its words and origins, and the replies. */
const digestOf = ({ commitment, evidence, statements, weighing }: Docket, background: string): string => {
  const hash = createHash('sha256').update(background).update(JSON.stringify(commitment));
  for (const item of evidence) {
    const statement = statements.get(item.statementId);
    if (!statement) continue;
    const { id, camp, name, tie } = weighing.originOf(statement);
    hash.update(JSON.stringify([...fieldsOf(item, statement), id, camp, name, tie]));
  }
  for (const { statementId, kind, by, words } of weighing.replies) {
    hash.update(JSON.stringify([statementId, kind, by, words]));
  }
  return hash.digest('hex');
};

/** Tracers of one case that are kept at once: of some days and suppositions. */
const keptTracers = 6;

const tracers = new WeakMap<
  Material['statements'],
  { of: Pick<Material, 'file' | 'pages' | 'copies'>; traces: Map<string, OriginTracer> }
>();

/**
 * The tracer of a case, made once: it hangs neither on grades nor on verdicts nor on the clock of conduct. Of pages known on two
 * days the later has all of the earlier, so that as many are the same.
 */
const tracedOnce = (
  { file, pages, copies, statements }: Material,
  known: number,
  decided: readonly Decision[],
  trace: () => OriginTracer,
): OriginTracer => {
  const kept = tracers.get(statements);
  const isSame = kept && kept.of.file === file && kept.of.pages === pages && kept.of.copies === copies;
  const { traces } = isSame ? kept : { traces: new Map<string, OriginTracer>() };
  if (!isSame) tracers.set(statements, { of: { file, pages, copies }, traces });
  const key = JSON.stringify([known, decided.filter(({ kind }) => kind === 'origin')]);
  const tracer = traces.get(key) ?? trace();
  traces.delete(key);
  traces.set(key, tracer);
  const [oldest] = traces.keys();
  if (traces.size > keptTracers && oldest !== undefined) traces.delete(oldest);
  return tracer;
};

/** A case on both clocks, ready to find on any of its commitments. */
export interface Court {
  /** The finding; one that rests on what it rested on last time is taken from the memo. */
  find(commitment: Commitment): Finding;
  /** The same, with everything that was weighed for it. */
  weigh(commitment: Commitment): Weighed;
  /** A docket as it would be if people had decided otherwise. */
  supposing(docket: Docket, decisions: readonly Decision[]): Docket;
}

export const createCourt = (material: Material, clocks: Clocks, memo: Memo | null = null): Court => {
  const { file, pages, statements, matches, copies, decisions } = material;
  const known = new Map(pages.filter((page) => isKnown(page, clocks.knownAt)).map((page) => [page.id, page]));
  const told = statements.filter(({ documentId }) => known.has(documentId));
  const tracedBy = (decided: readonly Decision[]): OriginTracer =>
    tracedOnce(material, known.size, decided, () =>
      traceOrigins({ file, copies, pages: known, statements: told, decisions: decided }),
    );
  const trustBy = (decided: readonly Decision[]) => {
    const ratings = ratingsOf(decided);
    const grades = gradesOf(file, ratings);
    return { ratings, grades, originOf: graded(tracedBy(decided), grades) };
  };
  const trust = trustBy(decisions);
  const byStatement = new Map(statements.map((statement) => [statement.id, statement]));
  const isSaid = (statement: string): boolean =>
    isKnown(byStatement.get(statement) ?? { published: null }, clocks.knownAt);
  const evidence = byCommitment(
    matches.evidence.filter(({ documentId, statementId }) => known.has(documentId) && isSaid(statementId)),
  );
  const replies = byCommitment(
    matches.replies.filter(({ document, statementId }) => known.has(document) && isSaid(statementId)),
  );
  const profile = requireStandard(file);
  // What every finding hangs on alike; a change of it weighs all again.
  const background = JSON.stringify([clocks, file.parties, file.actors, file.grades, profile, decisions]);
  const docketOf = (commitment: PlacedCommitment): Docket => ({
    commitment,
    evidence: evidence.get(commitment.id) ?? [],
    statements: byStatement,
    weighing: { ...trust, replies: replies.get(commitment.id) ?? [] },
    profile,
    personal: personalOn(commitment.id, decisions),
    asOf: endOf(clocks.asOf),
  });
  const judged = (docket: Docket): Finding => {
    if (!memo) return findingOn(weigh(docket));
    const { id } = docket.commitment;
    const digest = digestOf(docket, background);
    const last = memo.get(id);
    if (last?.digest === digest) return last.finding;
    const finding = findingOn(weigh(docket));
    memo.set(id, { digest, finding });
    return finding;
  };

  const commitments = new Map(file.commitments.map((commitment) => [commitment.id, commitment]));
  const found = new Map<string, Finding>();
  const placedNow = (commitment: Commitment): PlacedCommitment => {
    const anchor = commitments.get(commitment.window.after ?? '');
    return placed(commitment, file.signed, anchor ? find(anchor).performedOn : null);
  };
  const find = (commitment: Commitment): Finding => {
    const known = found.get(commitment.id);
    if (known) return known;
    const finding = judged(docketOf(placedNow(commitment)));
    found.set(commitment.id, finding);
    return finding;
  };
  return {
    find,
    weigh: (commitment) => weigh(docketOf(placedNow(commitment))),
    supposing: (docket, decided) => ({
      ...docket,
      weighing: { ...docket.weighing, ...trustBy(decided) },
    }),
  };
};
