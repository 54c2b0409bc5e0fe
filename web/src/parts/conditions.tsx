import { Link } from '@tanstack/react-router';
import type { Finding } from '../../../src/model/index.ts';
import { words } from '../words.ts';
import { Sign } from './sign.tsx';

interface ConditionProps {
  caseId: string;
  condition: Finding['conditions'][number];
  /** The duty, where it is at hand; its id stands in for it. */
  duty: string | undefined;
}

/** "Conditional on X (which is: probable breach)". */
export const Condition = ({ caseId, condition: { commitment, status }, duty }: ConditionProps) => (
  <p className="condition">
    {words.fields.conditionalOn}{' '}
    <Link to="/cases/$case/commitments/$commitment" params={{ case: caseId, commitment }}>
      {duty ?? commitment}
    </Link>{' '}
    <span className="condition-status">
      <Sign status={status} /> {words.conditionStatus(words.statusInText[status])}
    </span>
  </p>
);
