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
import { type Docket, findingOn } from './finding.ts';
import { type Copies, originFinder, type Page } from './origins.ts';
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

/** A page without a date is known whenever it is asked for; one with a date from its first possible day. */
const isKnown = ({ published }: Page, knownAt: string): boolean =>
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

/** All of a piece of evidence that its weight hangs on, in a fixed order: the store changes that of keys. */
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

/** A case on both clocks, ready to find on any of its commitments. */
export const createCourt = (
  material: Material,
  clocks: Clocks,
  memo: Memo | null = null,
): ((commitment: Commitment) => Finding) => {
  const { file, pages, statements, matches, copies, decisions } = material;
  const known = new Map(pages.filter((page) => isKnown(page, clocks.knownAt)).map((page) => [page.id, page]));
  const ratings = ratingsOf(decisions);
  const grades = gradesOf(file, ratings);
  const told = statements.filter(({ documentId }) => known.has(documentId));
  const originOf = originFinder({ file, grades, copies, pages: known, statements: told, decisions });
  const byStatement = new Map(statements.map((statement) => [statement.id, statement]));
  const evidence = byCommitment(matches.evidence.filter(({ documentId }) => known.has(documentId)));
  const replies = byCommitment(matches.replies.filter(({ document }) => known.has(document)));
  const profile = requireStandard(file);
  // What every finding hangs on alike; a change of it weighs all again.
  const background = JSON.stringify([clocks, file.parties, file.actors, file.grades, profile, decisions]);
  const judged = (commitment: PlacedCommitment): Finding => {
    const docket: Docket = {
      commitment,
      evidence: evidence.get(commitment.id) ?? [],
      statements: byStatement,
      weighing: { grades, ratings, originOf, replies: replies.get(commitment.id) ?? [] },
      profile,
      personal: personalOn(commitment.id, decisions),
      asOf: endOf(clocks.asOf),
    };
    if (!memo) return findingOn(docket);
    const digest = digestOf(docket, background);
    const last = memo.get(commitment.id);
    if (last?.digest === digest) return last.finding;
    const finding = findingOn(docket);
    memo.set(commitment.id, { digest, finding });
    return finding;
  };

  const commitments = new Map(file.commitments.map((commitment) => [commitment.id, commitment]));
  const found = new Map<string, Finding>();
  const find = (commitment: Commitment): Finding => {
    const known = found.get(commitment.id);
    if (known) return known;
    const anchor = commitments.get(commitment.window.after ?? '');
    const finding = judged(placed(commitment, file.signed, anchor ? find(anchor).performedOn : null));
    found.set(commitment.id, finding);
    return finding;
  };
  return find;
};
