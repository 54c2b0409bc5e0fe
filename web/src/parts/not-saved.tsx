import type { ReactNode } from 'react';
import type { Problem } from '../../../src/model/index.ts';
import { asProblem } from '../api.ts';
import { words } from '../words.ts';

interface NotSavedProps {
  error: Error | null;
  /** The problem in words; where absent, after that nothing was saved. */
  say?: (problem: Pick<Problem, 'title' | 'detail'>) => string;
  /** What can be done, or need not be feared. */
  children?: ReactNode;
}

/** Why a change was not saved; nothing where it was, or none was made. */
export const NotSaved = ({ error, say = words.failure.notSaved, children }: NotSavedProps) =>
  error && (
    <p className="refused" role="alert">
      {say(asProblem(error))} {children}
    </p>
  );
