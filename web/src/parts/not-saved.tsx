import type { ReactNode } from 'react';
import type { Problem } from '../../../src/model/index.ts';
import { asProblem } from '../api.ts';
import { words } from '../words.ts';

interface NotSavedProps {
  error: Error | null;
  /** The problem in words; its detail, after that nothing was saved, where absent. */
  say?: (problem: Pick<Problem, 'title' | 'detail'>) => string;
  /** What can be done, or need not be feared. */
  children?: ReactNode;
}

/** Why a change was not saved; nothing where it was, or none was made. */
export const NotSaved = ({
  error,
  say = ({ detail }) => words.verdict.failed(detail),
  children,
}: NotSavedProps) => {
  if (!error) return null;
  const { title, detail } = asProblem(error);
  return (
    <p className="refused" role="alert">
      {say({ title, detail })} {children}
    </p>
  );
};
