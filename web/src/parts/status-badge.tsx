import type { Status } from '../../../src/model/index.ts';
import { statusParts } from '../status.ts';
import { words } from '../words.ts';
import { Sign } from './sign.tsx';

export const StatusBadge = ({ status }: { status: Status }) => {
  const { tone, level } = statusParts(status);
  return (
    <span className={`badge tone-${tone} level-${level}`}>
      <Sign status={status} />
      {words.status(status)}
    </span>
  );
};
