import type { Commitment } from '../../../src/model/index.ts';
import { words } from '../words.ts';

interface TermsProps {
  commitment: Commitment;
  due: string | null;
  creditor: string;
}

/** What kind of duty it is, towards whom, where it stands in the agreement, and when. */
export const Terms = ({ commitment, due, creditor }: TermsProps) => {
  const { kind, effort, reference, window } = commitment;
  const terms = [
    reference,
    effort === 'best-efforts' ? `${words.kind[kind]}, ${words.bestEfforts}` : words.kind[kind],
    words.board.towards(creditor),
    words.window(window.from, due, kind),
  ].filter((term) => term !== undefined);
  return <p className="terms">{terms.join(' · ')}</p>;
};
