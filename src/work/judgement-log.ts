import { randomUUID } from 'node:crypto';
import {
  type Decision,
  editConflict,
  type Judgement,
  type LogKind,
  type LogLine,
  ProvisoError,
} from '../model/index.ts';
import type { Store } from '../store/index.ts';
import { correct } from './correct.ts';
import { enterClaims, withdrawClaim } from './entered-claims.ts';

/** Of things in the order in which they came last first, those with none of the same name before them. */
const newestOf = <T>(things: readonly T[], nameOf: (thing: T) => string): Set<T> => {
  const newest = new Map<string, T>();
  for (const thing of things) if (!newest.has(nameOf(thing))) newest.set(nameOf(thing), thing);
  return new Set(newest.values());
};

const subjectOf = ({ kind, subject }: Decision): string => `${kind} ${subject}`;

/** Everything that people decided in a case, the newest first. @throws ProvisoError PROVISO_CASE_NOT_FOUND. */
export async function judgementLog(store: Store, caseId: string): Promise<LogLine[]> {
  await store.caseById(caseId);
  const titles = new Map((await store.documents(caseId)).map(({ id, title }) => [id, title]));
  const document = (id: string | null | undefined): LogLine['document'] => {
    const title = id ? titles.get(id) : undefined;
    return id && title !== undefined ? { id, title } : null;
  };
  const [judged, decisions, claims, corrections] = [
    await store.judgementHistory(caseId),
    await store.decisions(caseId),
    await store.claimHistory(caseId),
    await store.correctionsWithin(caseId),
  ];
  const standing = {
    verdicts: newestOf(judged, ({ judgement }) => judgement.evidenceId),
    decisions: newestOf(decisions, subjectOf),
    corrections: newestOf(corrections, ({ documentId, field }) => `${documentId} ${field}`),
  };
  const withHistory = new Set(decisions.filter((one) => !standing.decisions.has(one)).map(subjectOf));
  const lines: LogLine[] = [
    ...judged.map((one): LogLine => {
      const { id, by, at, reason } = one.judgement;
      const stands = standing.verdicts.has(one);
      return {
        kind: 'verdict',
        id,
        by,
        at,
        reason,
        stands,
        undoable: stands,
        document: document(one.document),
        judgement: one.judgement,
      };
    }),
    ...decisions.map((decision): LogLine => {
      const { id, by, at, reason, value } = decision;
      const stands = standing.decisions.has(decision);
      const on = typeof value === 'object' && value && 'document' in value ? value.document : null;
      // What was published cannot be taken back.
      const undoable =
        stands && decision.kind !== 'edition' && (value !== null || withHistory.has(subjectOf(decision)));
      return { kind: 'decision', id, by, at, reason, stands, undoable, document: document(on), decision };
    }),
    ...claims.flatMap(({ claim, withdrawal }): LogLine[] => {
      const on = document(claim.documentId);
      const { id, by, at, entry } = claim;
      const reason = entry.shows?.note ?? '';
      const entered: LogLine = {
        kind: 'claim',
        id,
        by,
        at,
        reason,
        stands: !withdrawal,
        undoable: !withdrawal,
        document: on,
        claim,
      };
      if (!withdrawal) return [entered];
      const taken: LogLine = {
        kind: 'withdrawal',
        id,
        by: withdrawal.by,
        at: withdrawal.at,
        reason: withdrawal.reason,
        stands: true,
        undoable: true,
        document: on,
        withdrawal,
        claim,
      };
      return [entered, taken];
    }),
    ...corrections.map((correction): LogLine => {
      const { id, by, at, reason, documentId, field } = correction;
      const stands = standing.corrections.has(correction);
      return {
        kind: 'correction',
        id,
        by,
        at,
        reason,
        stands,
        undoable: stands && field !== 'replaces',
        document: document(documentId),
        correction,
      };
    }),
  ];
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Why something stands again, and who says so. */
interface Undoing {
  by: string;
  reason: string;
}

/**
 * Undoes a line of the history: what stood before it is decided anew. Returns the line.
 * @throws ProvisoError PROVISO_LINE_NOT_FOUND; PROVISO_EDIT_CONFLICT where something later stands.
 */
export async function undoLine(
  store: Store,
  caseId: string,
  { kind, id }: { kind: LogKind; id: string },
  { by, reason }: Undoing,
): Promise<LogLine> {
  const lines = await judgementLog(store, caseId);
  const line = lines.find((one) => one.kind === kind && one.id === id);
  if (!line) {
    throw new ProvisoError(
      'PROVISO_LINE_NOT_FOUND',
      `The history of the case "${caseId}" has no such line.`,
      'Reload the history.',
    );
  }
  if (!line.undoable) throw editConflict('It', lines.find((later) => isOfSame(later, line)) ?? null);
  await broughtBack(store, caseId, line, lines, { by, reason });
  return line;
}

/** Whether two lines are on the same: the later one stands. */
const isOfSame = (a: LogLine, b: LogLine): boolean => {
  if (a.kind === 'verdict' && b.kind === 'verdict') return a.judgement.evidenceId === b.judgement.evidenceId;
  if (a.kind === 'decision' && b.kind === 'decision') return subjectOf(a.decision) === subjectOf(b.decision);
  if (a.kind === 'correction' && b.kind === 'correction')
    return a.correction.documentId === b.correction.documentId && a.correction.field === b.correction.field;
  return 'claim' in a && 'claim' in b && a.claim.id === b.claim.id;
};

/** The line on the same that came before; undefined where there was none. */
const before = <K extends LogKind>(
  line: Extract<LogLine, { kind: K }>,
  lines: readonly LogLine[],
): Extract<LogLine, { kind: K }> | undefined =>
  lines
    .slice(lines.indexOf(line) + 1)
    .find(
      (other): other is Extract<LogLine, { kind: K }> => other.kind === line.kind && isOfSame(other, line),
    );

async function broughtBack(
  store: Store,
  caseId: string,
  line: LogLine,
  lines: readonly LogLine[],
  { by, reason }: Undoing,
): Promise<void> {
  const fresh = { id: randomUUID(), by, reason, at: new Date().toISOString() };
  switch (line.kind) {
    case 'verdict': {
      const verdict: Judgement['verdict'] = before(line, lines)?.judgement.verdict ?? 'proposed';
      return store.addJudgement({ ...line.judgement, ...fresh, verdict });
    }
    case 'decision': {
      const value = before(line, lines)?.decision.value ?? null;
      await store.addDecision({ ...line.decision, ...fresh, value } as Decision);
      return;
    }
    case 'claim':
      return withdrawClaim(store, caseId, line.id, { by, reason });
    case 'withdrawal':
      // What was taken out stays so: the claim is entered anew.
      await enterClaims(store, caseId, line.claim.documentId, [{ ...line.claim.entry, by }]);
      return;
    case 'correction': {
      const { documentId, field, previous } = line.correction;
      await correct(store, caseId, [documentId], { fields: { [field]: previous ?? '' }, reason, by });
    }
  }
}
