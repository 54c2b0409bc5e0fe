import type { EnteredClaim, Statement } from '../model/index.ts';
import { type Knowledge, resolve } from '../resolve/index.ts';
import type { Store } from '../store/index.ts';
import { withEnteredClaims } from './entered-claims.ts';

/**
 * Every claim of every report, resolved: many times what bears on the commitments. Reads all readings, which takes some
 * seconds a thousand documents.
 */
export async function everyStatement(store: Store, knowledge: Knowledge): Promise<Statement[]> {
  const entered = new Map<string, EnteredClaim[]>();
  for (const claim of await store.enteredClaims(knowledge.file.id))
    entered.set(claim.documentId, [...(entered.get(claim.documentId) ?? []), claim]);
  const statements: Statement[] = [];
  for await (const { document, reading: found } of store.documentsWithReadings(knowledge.file.id)) {
    const reading = withEnteredClaims(document, found, entered.get(document.id) ?? []);
    if (reading) statements.push(...resolve(knowledge, [{ document, reading }]));
  }
  return statements;
}
