import type { Kysely } from 'kysely';
import { auditEntries } from './audit.ts';
import { canonicalJson } from './canonical-json.ts';
import { toldValue } from './decisions.ts';
import type { Problem } from './problem.ts';
import {
  digestOf,
  keyOf,
  type RecordedKind,
  type Records,
  recorded,
  recordedKinds,
  rowsOf,
} from './records.ts';
import type { Tables } from './tables.ts';

/** What the audit log says of a row. */
interface Expected {
  /** null: it was removed. */
  digest: string | null;
  /** Number of the entry that says so. */
  seq: number;
}

interface Recorded {
  rows: Map<string, Expected>;
  /** What the log tells of judgements and decisions in full, by key: it did so before it had digests. */
  told: Map<string, string>;
}

/** Every row that the audit log does not vouch for, and every one that it has and the database has not. */
export async function* recordProblems(db: Kysely<Tables>): AsyncGenerator<Problem> {
  const { rows, told } = await recordedIn(db);
  for (const kind of recordedKinds) {
    for await (const row of rowsOf(db, kind)) {
      const key = keyOf(kind, row);
      const wrong = rowProblem(rows.get(key), digestOf(kind, row)) ?? toldProblem(told.get(key), kind, row);
      if (wrong) yield problem(key, wrong);
      rows.delete(key);
    }
  }
  for (const [key, { digest, seq }] of rows) {
    // What was matched can be made again, and is where it is gone.
    if (digest !== null && !key.startsWith('matches:'))
      yield problem(key, `is gone; entry ${seq} of the audit log has it`);
  }
}

function problem(key: string, what: string): Problem {
  const [kind = '', ...rest] = key.split(':');
  const { name } = recorded[kind as RecordedKind];
  return { kind: 'record', subject: key, message: `${name} ${rest.join(':')} ${what}.` };
}

const rowProblem = (expected: Expected | undefined, digest: string): string | null => {
  if (!expected) return 'is in the database, and the audit log does not know how it came there';
  if (expected.digest === null)
    return `is in the database, and entry ${expected.seq} of the audit log says that it was removed`;
  return expected.digest === digest ? null : `is not as entry ${expected.seq} of the audit log has it`;
};

const toldProblem = (
  told: string | undefined,
  kind: RecordedKind,
  row: Readonly<Record<string, unknown>>,
): string | null =>
  told === undefined || told === canonicalJson(tellable(kind, row))
    ? null
    : 'is not as the audit log told when it was made';

/** A row in the words in which the log tells of it. */
function tellable(kind: RecordedKind, row: Readonly<Record<string, unknown>>): unknown {
  const { id: _, seq: __, anchor: ___, case_id: caseId, ...rest } = row;
  const { evidence_id: evidenceId, value, ...same } = rest;
  if (kind === 'judgement') return { ...same, caseId, evidenceId };
  const said = (value as { value: unknown } | null)?.value ?? null;
  return { ...same, caseId, value: toldValue({ kind: String(row.kind), value: said }) };
}

/** Goes through the whole log: the last that was recorded of a row holds. */
async function recordedIn(db: Kysely<Tables>): Promise<Recorded> {
  const rows = new Map<string, Expected>();
  const told = new Map<string, string>();
  for await (const { seq, action, subject, details } of auditEntries(db)) {
    const { records = {}, ...words } = details as { records?: Records };
    for (const [key, digest] of Object.entries(records)) rows.set(key, { digest, seq });
    const [kind] = action.split('.');
    const isTold = kind === 'judgement' || kind === 'decision';
    if (isTold) told.set(`${kind}:${subject}`, canonicalJson(words));
  }
  return { rows, told };
}
