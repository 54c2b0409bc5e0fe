import type { Kysely, Selectable, Transaction } from 'kysely';
import type { EnteredClaim, Withdrawal } from '../model/index.ts';
import type { How } from './audit.ts';
import { toJsonb } from './canonical-json.ts';
import type { Change } from './change.ts';
import { forgetMatches } from './matches.ts';
import { recorded, recordsOf } from './records.ts';
import type { EnteredClaimsTable, Tables, WithdrawalsTable } from './tables.ts';

/** Adds a claim that a person entered; the same one again changes nothing. */
export async function addEnteredClaim(
  trx: Transaction<Tables>,
  { id, caseId, documentId, words, entry, by, at }: EnteredClaim,
  how: How,
): Promise<Change<void>> {
  const added = await trx
    .insertInto('entered_claims')
    .values({ id, case_id: caseId, document_id: documentId, words, entry: toJsonb(entry), by, at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(recorded.claim.columns)
    .execute();
  if (added.length > 0) await forgetMatches(trx, documentId);
  // The words may have to be taken down one day, and the log cannot be changed: it does without them.
  const details = { case: caseId, document: documentId, span: entry.span, by, how };
  const records = recordsOf('claim', added);
  return {
    result: undefined,
    events: added.map(() => ({ action: 'claim.entered', subject: id, details, records })),
  };
}

/** Takes an entered claim back; the same withdrawal again changes nothing. */
export async function addWithdrawal(
  trx: Transaction<Tables>,
  { claimId, reason, by, at }: Withdrawal,
  how: How,
): Promise<Change<void>> {
  const added = await trx
    .insertInto('withdrawals')
    .values({ claim_id: claimId, reason, by, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning(recorded.withdrawal.columns)
    .execute();
  const claim = await trx
    .selectFrom('entered_claims')
    .select('document_id')
    .where('id', '=', claimId)
    .executeTakeFirst();
  if (added.length > 0 && claim) await forgetMatches(trx, claim.document_id);
  return {
    result: undefined,
    events: added.map(() => ({
      action: 'claim.withdrawn',
      subject: claimId,
      details: { by, reason, how },
      records: recordsOf('withdrawal', added),
    })),
  };
}

/** The claims entered in a case and not withdrawn, in the order they came; of all cases when `caseId` is null. */
export async function enteredClaims(db: Kysely<Tables>, caseId: string | null): Promise<EnteredClaim[]> {
  const rows = await db
    .selectFrom('entered_claims')
    .leftJoin('withdrawals', 'withdrawals.claim_id', 'entered_claims.id')
    .selectAll('entered_claims')
    .where('withdrawals.claim_id', 'is', null)
    .$if(caseId !== null, (query) => query.where('case_id', '=', caseId ?? ''))
    .orderBy('seq')
    .execute();
  return rows.map(toEnteredClaim);
}

/** Every claim entered in a case, the last that came first, with how it was taken back. */
export async function claimHistory(
  db: Kysely<Tables>,
  caseId: string,
): Promise<{ claim: EnteredClaim; withdrawal: Withdrawal | null }[]> {
  const rows = await db
    .selectFrom('entered_claims')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .execute();
  const withdrawn = await db
    .selectFrom('withdrawals')
    .innerJoin('entered_claims', 'entered_claims.id', 'withdrawals.claim_id')
    .selectAll('withdrawals')
    .where('case_id', '=', caseId)
    .execute();
  const withdrawals = new Map(withdrawn.map((row) => [row.claim_id, toWithdrawal(row)]));
  return rows.map((row) => ({ claim: toEnteredClaim(row), withdrawal: withdrawals.get(row.id) ?? null }));
}

/** The entered claim of that id, withdrawn or not; null when there is none. */
export async function enteredClaimById(db: Kysely<Tables>, id: string): Promise<EnteredClaim | null> {
  const row = await db.selectFrom('entered_claims').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toEnteredClaim(row) : null;
}

/** How an entered claim was taken back; null when it was not. */
export async function withdrawalOf(db: Kysely<Tables>, claimId: string): Promise<Withdrawal | null> {
  const row = await db
    .selectFrom('withdrawals')
    .selectAll()
    .where('claim_id', '=', claimId)
    .executeTakeFirst();
  return row ? toWithdrawal(row) : null;
}

export const toWithdrawal = ({ claim_id, reason, by, at }: Selectable<WithdrawalsTable>): Withdrawal => ({
  claimId: claim_id,
  reason,
  by,
  at: at.toISOString(),
});

export const toEnteredClaim = ({
  case_id,
  document_id,
  at,
  seq: _,
  ...same
}: Selectable<EnteredClaimsTable>): EnteredClaim => ({
  ...same,
  caseId: case_id,
  documentId: document_id,
  at: at.toISOString(),
});
