import {
  type Assessment,
  affirmsConduct,
  type Interest,
  type SourceLine,
  type SourcesView,
} from '../model/index.ts';
import { gradesOf, publisherKey, type Ratings, ratingsOf } from '../weigh/index.ts';
import type { OpenCase } from '../work/index.ts';

const interestOf = (subject: string | null, ratings: Ratings): Interest | null =>
  (subject && ratings.ofSource([subject.replace(/^source:/u, '')]).interest) || null;

/** As many as a page shows; those that add most come first. */
const sourceLimit = 200;

const originsOf = ({ commitments }: Assessment, ratings: Ratings): SourceLine[] => {
  const lines = new Map<string, SourceLine & { found: Set<string> }>();
  for (const finding of commitments) {
    for (const origin of finding.origins) {
      const { id, name, camp, grade, subject } = origin;
      const line = lines.get(id) ?? {
        ...{ id, name, camp, grade, documents: 0, breach: 0, performance: 0, adds: 0, commitments: [] },
        ...{ subject, interest: interestOf(subject, ratings) },
        found: new Set<string>(),
      };
      lines.set(id, line);
      for (const document of origin.documents) line.found.add(document);
      if (affirmsConduct(origin)) line[origin.bearing] += origin.claims.length;
      line.adds = Math.max(line.adds, origin.adds);
      if (!line.commitments.includes(finding.id)) line.commitments.push(finding.id);
    }
  }
  return [...lines.values()]
    .map(({ found, ...line }) => ({ ...line, documents: found.size }))
    .sort((a, b) => b.adds - a.adds || b.documents - a.documents || a.name.localeCompare(b.name));
};

const publishersOf = ({ file, documents }: OpenCase, ratings: Ratings): SourcesView['publishers'] => {
  const grades = gradesOf(file, ratings);
  const counts = new Map<string, number>();
  for (const { publisher } of documents.values())
    if (publisher !== null) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts]
    .sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
    .slice(0, sourceLimit)
    .map(([name, documents]) => {
      const subject = `source:${publisherKey(name)}`;
      return { name, grade: grades.ofName(name), documents, subject, interest: interestOf(subject, ratings) };
    });
};

/** Whose word the findings rest on, and who published it. */
export const sourcesView = (open: OpenCase, assessment: Assessment): SourcesView => {
  const ratings = ratingsOf(open.decisions);
  return {
    origins: originsOf(assessment, ratings).slice(0, sourceLimit),
    publishers: publishersOf(open, ratings),
    parties: Object.fromEntries(
      [...open.file.parties, ...open.file.actors].map(({ id, name }) => [id, name]),
    ),
  };
};
