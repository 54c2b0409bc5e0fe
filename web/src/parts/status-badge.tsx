import type { Status } from '../../../src/model/index.ts';
import { markOf } from '../../../src/model/marks.ts';
import { words } from '../words.ts';
import { Sign } from './sign.tsx';

export const StatusBadge = ({ status }: { status: Status }) => {
  const { tone, level } = markOf(status);
  return (
    <span className={`badge tone-${tone} level-${level}`}>
      <Sign status={status} />
      {words.status[status]}
    </span>
  );
};
