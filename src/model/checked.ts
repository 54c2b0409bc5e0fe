import type { z } from 'zod';
import { ProvisoError } from './errors.ts';

type Issue = z.core.$ZodIssue;

const first = ([issue]: readonly Issue[]): Issue | undefined => issue && innermost(issue);

/** Of what may have several shapes, what is wrong with the shape that came furthest. */
const innermost = (issue: Issue): Issue => {
  if (issue.code !== 'invalid_union') return issue;
  const reasons = issue.errors.flatMap((issues) => first(issues) ?? []);
  const [furthest] = reasons.sort((a, b) => b.path.length - a.path.length);
  return furthest ? { ...furthest, path: [...issue.path, ...furthest.path] } : issue;
};

/** What somebody sent, as its schema says; `todo` says where that stands. @throws ProvisoError PROVISO_REQUEST_INVALID. */
export const checked = <T extends z.ZodType>(schema: T, value: unknown, todo: string): z.output<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = first(parsed.error.issues);
  throw new ProvisoError(
    'PROVISO_REQUEST_INVALID',
    `The request is wrong at ${issue?.path.join('.') || 'its body'}: ${issue?.message}.`,
    todo,
  );
};
