import type { CaseFile, Commitment, Decision, Finding, Grade, Sensitivity } from '../model/index.ts';
import { type Clocks, createCourt, type Material } from './court.ts';
import { defaults } from './defaults.ts';
import { ratingsOf } from './ratings.ts';
import { gradesOf, judged, publisherKey } from './trust.ts';

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

/** The commitment, and those that its window hangs on. */
const anchorsOf = ({ id, window }: Commitment, file: CaseFile): ReadonlySet<string> => {
  const anchor = file.commitments.find((other) => other.id === window.after);
  return new Set([id, ...(anchor ? anchorsOf(anchor, file) : [])]);
};

/** How far one finding hangs on each origin and on each grade (weighing rule 11). */
export const sensitivityOf = (material: Material, clocks: Clocks, commitment: Commitment): Sensitivity => {
  const anchors = anchorsOf(commitment, material.file);
  const own = {
    ...material,
    matches: {
      evidence: material.matches.evidence.filter((item) => anchors.has(item.commitment)),
      replies: material.matches.replies.filter((item) => anchors.has(item.commitment)),
    },
  };
  const find = (changed: Partial<Material>) => createCourt({ ...own, ...changed }, clocks).find(commitment);
  const finding = find({});
  const without = (origin: string) => {
    const its = new Set(finding.evidence.flatMap((item) => (item.origin === origin ? [item.id] : [])));
    const evidence = own.matches.evidence.filter(({ id }) => !its.has(id));
    return find({ matches: { ...own.matches, evidence } }).status;
  };
  const graded = ({ source, grade }: GradedSource, step: -1 | 1) =>
    find({
      decisions: [...own.decisions, supposed(own.file.id, source, stepped(grade, step))],
    }).status;
  const counted = finding.origins.filter(({ bearing }) => bearing !== 'context');
  return {
    origins: counted.map(({ id, name }) => ({ origin: id, name, without: without(id) })),
    grades: sourcesOf(finding, own).map((source) => ({
      ...source,
      up: graded(source, -1),
      down: graded(source, 1),
    })),
  };
};
