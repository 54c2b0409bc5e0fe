import type { JobView } from '../../../src/model/index.ts';

/** Why a job came to nothing, and what to do; nothing where it did not. */
export const JobFailure = ({ failure }: Partial<Pick<JobView, 'failure'>>) =>
  failure && (
    <p className="refused" role="alert">
      {failure.why} {failure.todo} <code>{failure.code}</code>
    </p>
  );
