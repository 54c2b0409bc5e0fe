import { asProblem } from '../api.ts';
import { words } from '../words.ts';

/** Why a change was not saved; nothing where it was, or none was made. */
export const NotSaved = ({ error }: { error: Error | null }) =>
  error && (
    <p className="refused" role="alert">
      {words.verdict.failed(asProblem(error).detail)}
    </p>
  );
