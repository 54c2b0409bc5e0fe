import { parseDocument } from 'yaml';
import type { z } from 'zod';
import {
  CaseFile,
  type Commitment,
  creditorsOf,
  debtorsOf,
  isAfterCommitment,
  ProvisoError,
  Sign,
} from '../model/index.ts';
import { indicatorsIn, modernised } from './older-cases.ts';

type Issue = z.core.$ZodIssue;

const where = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text ? '.' : ''}${String(key)}`),
    '',
  );

/** A union's first branch says more than "invalid input". */
const innermost = (issue: Issue): Issue => {
  const inner = issue.code === 'invalid_union' ? issue.errors[0]?.[0] : undefined;
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] }) : issue;
};

const invalid = (issue: Issue): ProvisoError => {
  const { path, message, ...detail } = innermost(issue);
  const place = where(path) || 'the file';
  return detail.code === 'unrecognized_keys'
    ? new ProvisoError(
        'PROVISO_CASE_INVALID',
        `The case file has an unknown key "${detail.keys.join('", "')}" in ${place}.`,
        'Remove or rename it; docs/case.schema.json lists the keys that exist.',
      )
    : new ProvisoError(
        'PROVISO_CASE_INVALID',
        `The case file is wrong at ${place}: ${message}.`,
        'Correct it; docs/case.schema.json says what belongs there.',
      );
};

const parseYaml = (source: string): unknown => {
  const document = parseDocument(source, { schema: 'core', prettyErrors: true });
  const error = document.errors[0];
  if (error) {
    throw new ProvisoError(
      'PROVISO_CASE_INVALID',
      `The case file is no valid YAML: ${error.message.split('\n')[0]}`,
      'Correct the line that it names.',
    );
  }
  return document.toJS();
};

const requireUnique = (ids: string[], what: string) => {
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double !== undefined) {
    throw new ProvisoError(
      'PROVISO_CASE_DUPLICATE_ID',
      `The case file uses the ${what} id "${double}" twice.`,
      'Give each its own id.',
    );
  }
};

const requireKnown = (id: string, known: ReadonlySet<string>, what: string, place: string) => {
  if (!known.has(id)) {
    throw new ProvisoError(
      'PROVISO_CASE_UNKNOWN_ID',
      `The case file names the ${what} "${id}" in ${place}, but has none of that id.`,
      `Add it or use one of: ${[...known].slice(0, 12).join(', ')}.`,
    );
  }
};

/** What a commitment is conditional on, and what opens its window. */
const waitsFor = ({ conditionalOn, window }: Commitment): string[] => [
  ...conditionalOn,
  ...(window.after !== undefined && isAfterCommitment(window) ? [window.after] : []),
];

/** A commitment that waits, over any number of steps, for itself could never fall due. */
const requireNoCycle = (commitments: readonly Commitment[]) => {
  const conditions = new Map(commitments.map((commitment) => [commitment.id, waitsFor(commitment)]));
  const visit = (id: string, path: readonly string[]) => {
    if (path.includes(id)) {
      throw new ProvisoError(
        'PROVISO_CASE_CYCLE',
        `Commitments are conditional on each other in a circle: ${[...path, id].join(' → ')}.`,
        'Remove one of the conditions.',
      );
    }
    for (const next of conditions.get(id) ?? []) visit(next, [...path, id]);
  };
  for (const { id } of commitments) visit(id, []);
};

/** @throws ProvisoError when the file names somebody that it does not have, or has an id twice. */
const checkReferences = (file: CaseFile) => {
  requireUnique(
    [...file.parties, ...file.actors].map(({ id }) => id),
    'party or actor',
  );
  requireUnique(
    file.commitments.map(({ id }) => id),
    'commitment',
  );
  const everyone = new Set([...file.parties, ...file.actors].map(({ id }) => id));
  const commitments = new Set(file.commitments.map(({ id }) => id));
  for (const actor of file.actors) {
    for (const id of [
      ...actor.memberOf,
      ...actor.partOf,
      ...actor.adverseTo,
      ...actor.relations.map(({ to }) => to),
    ]) {
      requireKnown(id, everyone, 'party or actor', `actor ${actor.id}`);
    }
  }
  for (const commitment of file.commitments) {
    const place = `commitment ${commitment.id}`;
    for (const id of [...debtorsOf(commitment), ...creditorsOf(commitment)])
      requireKnown(id, everyone, 'party or actor', place);
    for (const id of waitsFor(commitment)) requireKnown(id, commitments, 'commitment', place);
  }
  requireNoCycle(file.commitments);
};

/** A sign as it stands in a case file. @throws ProvisoError PROVISO_CASE_INVALID, naming the place. */
export const parseSign = (source: string): Sign => {
  const parsed = Sign.safeParse(parseYaml(source));
  if (!parsed.success) throw invalid(parsed.error.issues[0] as Issue);
  return parsed.data;
};

/** How many indicators a case file of before signs has: an import says so. 0 for a file that is no YAML. */
export const olderIndicators = (source: string): number => indicatorsIn(parseDocument(source).toJS());

/**
 * A case from the text of its file.
 * @throws ProvisoError PROVISO_CASE_INVALID, _UNKNOWN_ID, _DUPLICATE_ID or _CYCLE, naming the place.
 */
export const parseCase = (source: string): CaseFile => {
  const parsed = CaseFile.safeParse(modernised(parseYaml(source)));
  if (!parsed.success) {
    throw invalid(parsed.error.issues[0] as Issue);
  }
  checkReferences(parsed.data);
  return parsed.data;
};
