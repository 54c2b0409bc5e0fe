import type { BoardCommitment, Finding } from '../../../src/model/index.ts';
import { daysTo } from '../deadlines.ts';
import { kindInWords, windowInWords } from '../phrases.ts';
import { words } from '../words.ts';

/** Until when it is as near as to be counted in days. */
const near = 400;

const distance = (asOf: string, due: string): string | undefined => {
  const days = daysTo(asOf, due);
  if (Math.abs(days) > near) return undefined;
  return days >= 0 ? words.deadlines.ahead(days) : words.deadlines.passed(-days);
};

interface TermsProps {
  commitment: BoardCommitment;
  /** When it runs, as it is known. */
  finding: Pick<Finding, 'opens' | 'due' | 'awaits'>;
  asOf: string;
  creditor: string;
}

/** What kind of duty it is, towards whom, where it stands in the agreement, and when. */
export const Terms = ({ commitment, finding, asOf, creditor }: TermsProps) => {
  const { kind, effort, reference } = commitment;
  const { due } = finding;
  const terms = [
    reference,
    kindInWords(kind, effort),
    words.board.towards(creditor),
    windowInWords(finding, kind),
    due !== null && kind === 'obligation' ? distance(asOf, due) : undefined,
  ].filter((term) => term !== undefined);
  return <p className="terms">{terms.join(' · ')}</p>;
};
