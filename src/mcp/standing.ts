import { z } from 'zod';
import { type CaseFile, Commitment, Finding } from '../model/index.ts';
import { creditorNames, debtorNames } from '../publish/index.ts';
import { addressOf } from './source.ts';

/** A commitment and where it stands. */
export const Standing = z.object({
  commitment: Commitment.shape.id,
  requires: Commitment.shape.requires,
  reference: z.string().nullable().describe('The paragraph of the agreement.'),
  clause: z
    .string()
    .nullable()
    .describe('The words of the agreement that it stands on, as the case has them.'),
  owedBy: z.string(),
  owedTo: z.string(),
  kind: Commitment.shape.kind,
  opens: Finding.shape.opens,
  due: Finding.shape.due,
  late: Finding.shape.late,
  status: Finding.shape.status,
  standard: Finding.shape.standard.describe('Of proof, as far as it is reached.'),
  breach: Finding.shape.breach,
  performance: Finding.shape.performance,
  personal: Finding.shape.personal,
  workbench: z.string().describe('Where a person sees it in Proviso.'),
});
type Standing = z.infer<typeof Standing>;

export const standingOf = (
  file: CaseFile,
  { id, requires, kind, reference, clause }: Commitment,
  finding: Finding,
  workbench: string | null,
): Standing => {
  const { opens, due, late, status, standard, breach, performance, personal } = finding;
  return {
    ...{ commitment: id, requires, kind, reference: reference ?? null, clause: clause ?? null },
    ...{ owedBy: debtorNames(file, finding), owedTo: creditorNames(file, finding) },
    ...{ opens, due, late, status, standard, breach, performance, personal },
    workbench: addressOf(workbench, 'cases', file.id, 'commitments', id),
  };
};
