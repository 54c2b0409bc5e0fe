import { copiesAmong } from '../../collect/index.ts';
import { type Evidence, type Finding, FoundReply } from '../../model/index.ts';
import { assess, type Material } from '../../weigh/index.ts';
import type { CodedCase } from './coded-case.ts';
import type { Traced } from './origins.ts';
import { type ComparedStatus, withoutStandard } from './statuses.ts';
import { codedEvidence } from './tellings.ts';

/*
 * A coded case through src/weigh, twice: with the evidence that was matched, and with that which people coded. What the
 * second gets wrong is weighing's (and the reader's, of speakers and times); what the first adds is matching's.
 */

const materialOf = ({ knowledge, accord, statements, matches }: CodedCase): Material => ({
  file: knowledge.file,
  pages: accord.reports,
  statements: [...statements.values()],
  matches,
  copies: copiesAmong(accord.reports),
  decisions: [],
});

const coded = (one: CodedCase): Evidence[] => one.tellings.map(codedEvidence);

/** What people coded as a reply of the accused; what admits is evidence like any other. */
const codedReplies = ({ tellings }: CodedCase): FoundReply[] =>
  tellings.flatMap(({ gold, statement }) => {
    const kind = FoundReply.shape.kind.safeParse(gold.claim.reply);
    const { span } = statement.claim;
    return kind.success
      ? [
          {
            statementId: statement.id,
            commitment: gold.commitment,
            kind: kind.data,
            by: gold.claim.speaker,
            document: statement.documentId,
            span,
            words: statement.text,
          },
        ]
      : [];
  });

const materials = (one: CodedCase): { matched: Material; coded: Material } => {
  const matched = materialOf(one);
  return { matched, coded: { ...matched, matches: { evidence: coded(one), replies: codedReplies(one) } } };
};

const comparedIn = (material: Material, { accord }: CodedCase): ComparedStatus[] => {
  const found = new Map<string, Finding>();
  for (const asOf of new Set(accord.status.map((one) => one.asOf)))
    for (const finding of assess(material, { asOf, knownAt: asOf }).commitments)
      found.set(`${finding.id} ${asOf}`, finding);
  return accord.status.map(({ commitment, asOf, status }) => {
    const finding = found.get(`${commitment} ${asOf}`);
    return {
      coded: status,
      found: withoutStandard(finding?.status ?? 'not assessed'),
      standard: finding?.standard ?? null,
    };
  });
};

/** Late enough for everything that reports tell of to have taken place. */
const afterAll = ({ accord }: CodedCase): string => {
  const last =
    accord.reports
      .map(({ published }) => published)
      .sort()
      .at(-1) ?? accord.signed;
  return `${Number(last.slice(0, 4)) + 1}-12-31`;
};

/** A reply goes back to somebody too, though it is set aside when it is weighed. */
const tracedIn = (coded: Material, one: CodedCase): Traced[] => {
  const material = { ...coded, matches: { ...coded.matches, replies: [] } };
  const day = afterAll(one);
  const origins = new Map(
    assess(material, { asOf: day, knownAt: day }).commitments.flatMap(({ evidence }) =>
      evidence.map(({ id, origin }) => [id, origin] as const),
    ),
  );
  return one.tellings.map((telling, number) => ({
    commitment: telling.gold.commitment,
    coded: telling.gold.claim.origin,
    found: origins.get(codedEvidence(telling, number).id) ?? null,
  }));
};

/** What weighing makes of a coded case. */
export interface Weighed {
  readonly statuses: readonly ComparedStatus[];
  readonly statusesOfCoded: readonly ComparedStatus[];
  readonly traced: readonly Traced[];
}

export const weighed = (one: CodedCase): Weighed => {
  const { matched, coded } = materials(one);
  return {
    statuses: comparedIn(matched, one),
    statusesOfCoded: comparedIn(coded, one),
    traced: tracedIn(coded, one),
  };
};
