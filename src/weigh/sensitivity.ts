import type { CaseFile, Commitment, Decision, Finding, Grade, Sensitivity, Status } from '../model/index.ts';
import { type Clocks, type Court, createCourt, type Material } from './court.ts';
import { defaults } from './defaults.ts';
import { findingOn, tellingOf } from './finding.ts';
import { ratingsOf } from './ratings.ts';
import type { Telling } from './telling.ts';
import { gradesOf, judged, publisherKey } from './trust.ts';
import { type Change, type WhatIf, whatIf } from './what-if.ts';

/** The grade a step better (−1) or worse (+1); F cannot be judged and stays. */
const stepped = (grade: Grade | null, step: -1 | 1): Grade => {
  if (grade === 'F') return 'F';
  const position = grade === null ? defaults.ungradedPosition : judged.indexOf(grade);
  const moved = step < 0 ? Math.floor(position - 0.5) : Math.ceil(position + 0.5);
  return judged[Math.min(Math.max(moved, 0), judged.length - 1)] ?? 'E';
};

/** What a person would decide if the source's grade were another; never kept. */
const supposed = (caseId: string, source: string, value: Grade): Decision => ({
  id: '00000000-0000-4000-8000-000000000000',
  caseId,
  kind: 'grade',
  subject: `source:${source}`,
  value,
  reason: '',
  by: '',
  at: '1970-01-01T00:00:00.000Z',
});

interface GradedSource {
  source: string;
  name: string;
  grade: Grade | null;
}

/** Every source that a grade could be given to and on which the finding rests: origins, and pages that relay them. */
const sourcesOf = (finding: Finding, { file, decisions, pages }: Material): GradedSource[] => {
  const grades = gradesOf(file, ratingsOf(decisions));
  const counted = finding.origins.filter(({ bearing }) => bearing !== 'context');
  const published = new Map(pages.map(({ id, publisher }) => [id, publisher]));
  const publishers = finding.evidence.flatMap(({ role, document }) =>
    role === 'counts' ? (published.get(document) ?? []) : [],
  );
  const sources = [
    ...counted.flatMap(({ subject, name, grade }) =>
      subject === null ? [] : [{ source: subject.replace(/^source:/u, ''), name, grade }],
    ),
    ...publishers.map((name) => ({ source: publisherKey(name), name, grade: grades.ofName(name) })),
  ];
  return [...new Map(sources.map((source) => [source.source, source])).values()];
};

/** A commitment weighed, with the one that its window waits for. */
interface Question {
  ask: WhatIf;
  anchor: Question | null;
}

const questionOn = (commitment: Commitment, file: CaseFile, court: Court): Question => {
  const anchor = file.commitments.find(({ id }) => id === commitment.window.after);
  return {
    ask: whatIf(court.weigh(commitment)),
    anchor: anchor ? questionOn(anchor, file, court) : null,
  };
};

const add = <T>(groups: Map<string, T[]>, key: string, item: T): void => {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
};

/** Every key under which a grade would move a telling: of its page, of everyone in its chain, and of their bodies. */
const keysOf = ({ statement, source }: Telling, namesOf: (body: string) => readonly string[]): string[] => {
  const speakers = statement.chain.flatMap(({ entity, group, relays }) =>
    [entity, group, ...relays].flatMap((one) => one ?? []),
  );
  const bodies = [...source.bodies, ...speakers.flatMap(({ bodies }) => bodies)];
  const names = [
    ...(statement.publisher === null ? [] : [statement.publisher]),
    ...speakers.map(({ name }) => name),
    ...bodies.flatMap(namesOf),
  ];
  return [source.id, ...speakers.map(({ key }) => key), ...bodies, ...names.map(publisherKey)];
};

/** The tellings that a grade under each key would move. */
const byKey = (tellings: Iterable<Telling>, { parties, actors }: CaseFile): Map<string, Telling[]> => {
  const names = new Map([...parties, ...actors].map(({ id, name, aliases }) => [id, [name, ...aliases]]));
  const moved = new Map<string, Telling[]>();
  for (const telling of tellings)
    for (const key of new Set(keysOf(telling, (body) => names.get(body) ?? []))) add(moved, key, telling);
  return moved;
};

/** How far one finding hangs on each origin and on each grade (weighing rule 11). */
export const sensitivityOf = (material: Material, clocks: Clocks, commitment: Commitment): Sensitivity => {
  const { file, decisions } = material;
  const court = createCourt(material, clocks);
  const question = questionOn(commitment, file, court);
  const { ask } = question;
  const finding = findingOn(ask.weighed);
  const ofOrigin = new Map<string, Change[]>();
  for (const { id, origin } of finding.evidence) {
    const was = origin === null ? null : (ask.tellings.get(id) ?? null);
    if (origin !== null && was) add(ofOrigin, origin, { was, now: null });
  }
  const moved = new Map<Question, Map<string, Telling[]>>();
  const movedBy = (one: Question, key: string): readonly Telling[] => {
    const known = moved.get(one) ?? byKey(one.ask.tellings.values(), file);
    moved.set(one, known);
    return known.get(key) ?? [];
  };
  /** The status with a grade supposed; null where it would move the day on which the window opens. */
  const statusWith = (one: Question, source: string, decided: readonly Decision[]): Status | null => {
    if (one.anchor) {
      const before = one.anchor.ask.weighed.decided.status.endsWith('performance');
      const after = statusWith(one.anchor, source, decided);
      if (after === null || after.endsWith('performance') !== before) return null;
    }
    const docket = court.supposing(one.ask.weighed.docket, decided);
    const changes = movedBy(one, source).map((was) => ({ was, now: tellingOf(was.evidence, docket) }));
    return one.ask.with(changes, docket).status;
  };
  const graded = ({ source, grade }: GradedSource, step: -1 | 1): Status => {
    const decided = [...decisions, supposed(file.id, source, stepped(grade, step))];
    return (
      statusWith(question, source, decided) ??
      createCourt({ ...material, decisions: decided }, clocks).find(commitment).status
    );
  };
  const counted = finding.origins.filter(({ bearing }) => bearing !== 'context');
  return {
    origins: counted.map(({ id, name }) => ({
      origin: id,
      name,
      without: ask.with(ofOrigin.get(id) ?? []).status,
    })),
    grades: sourcesOf(finding, material).map((source) => ({
      ...source,
      up: graded(source, -1),
      down: graded(source, 1),
    })),
  };
};
