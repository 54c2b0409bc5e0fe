import type { Matches } from '../agreement/index.ts';
import { endOf, intervalOf } from '../agreement/index.ts';
import {
  type Assessment,
  type CaseFile,
  type Commitment,
  ProvisoError,
  type Statement,
} from '../model/index.ts';
import { defaults, type Profile } from './defaults.ts';
import { findingOn } from './finding.ts';
import { clusterTexts, originFinder, type Page } from './origins.ts';
import { gradesOf } from './trust.ts';

/** Everything that is known of a case, before the clocks are set. */
export interface Material {
  file: CaseFile;
  pages: readonly Page[];
  statements: readonly Statement[];
  matches: Matches;
}

/** The two clocks, as days `YYYY-MM-DD`: conduct up to `asOf`, by what was published up to `knownAt`. */
export interface Clocks {
  asOf: string;
  knownAt: string;
}

/** The case's standard of proof. @throws ProvisoError PROVISO_CASE_INVALID when there is no such profile. */
export const requireStandard = ({ standard }: CaseFile): Profile => {
  const profile = defaults.profiles[standard];
  if (!profile) {
    throw new ProvisoError(
      'PROVISO_CASE_INVALID',
      `The case asks for the standard of proof "${standard}", which does not exist.`,
      `Use one of: ${Object.keys(defaults.profiles).join(', ')}.`,
    );
  }
  return profile;
};

/** A page without a date is known whenever it is asked for; one with a date from its first possible day. */
const isKnown = ({ published }: Page, knownAt: string): boolean =>
  published === null || (intervalOf(published)?.from ?? 0) <= endOf(knownAt);

/** Evidence → origins → opinions → findings: the assessment of every commitment, on both clocks. */
export const assess = ({ file, pages, statements, matches }: Material, clocks: Clocks): Assessment => {
  const known = pages.filter((page) => isKnown(page, clocks.knownAt));
  const byId = new Map(known.map((page) => [page.id, page]));
  const grades = gradesOf(file);
  const originOf = originFinder(file, grades, clusterTexts(known), byId);
  const byStatement = new Map(statements.map((statement) => [statement.id, statement]));
  const profile = requireStandard(file);

  const find = (commitment: Commitment) => {
    const replies = matches.replies.filter(
      (reply) => reply.commitment === commitment.id && byId.has(reply.document),
    );
    return findingOn({
      commitment,
      evidence: matches.evidence.filter(
        (item) => item.commitment === commitment.id && byId.has(item.documentId),
      ),
      statements: byStatement,
      weighing: { grades, originOf, replies },
      profile,
      asOf: endOf(clocks.asOf),
    });
  };
  const findings = file.commitments.map(find);
  const statusOf = new Map(findings.map(({ id, status }) => [id, status]));
  return {
    case: file.id,
    ...clocks,
    commitments: findings.map((finding, index) => ({
      ...finding,
      conditions: (file.commitments[index]?.conditionalOn ?? []).map((commitment) => ({
        commitment,
        status: statusOf.get(commitment) ?? 'not assessed',
      })),
    })),
  };
};
