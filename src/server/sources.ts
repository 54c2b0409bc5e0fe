import type { Assessment, Grade, SourceLine, SourcesView } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';
import type { OpenCase } from '../work/index.ts';

/** As many as a page shows; those that add most come first. */
const sourceLimit = 200;

const originsOf = ({ commitments }: Assessment): SourceLine[] => {
  const lines = new Map<string, SourceLine & { found: Set<string> }>();
  for (const finding of commitments) {
    for (const origin of finding.origins) {
      const { id, name, camp, grade } = origin;
      const line = lines.get(id) ?? {
        ...{ id, name, camp, grade, documents: 0, breach: 0, performance: 0, adds: 0, commitments: [] },
        found: new Set<string>(),
      };
      lines.set(id, line);
      for (const document of origin.documents) line.found.add(document);
      if (origin.bearing !== 'context') line[origin.bearing] += origin.claims.length;
      line.adds = Math.max(line.adds, origin.adds);
      if (!line.commitments.includes(finding.id)) line.commitments.push(finding.id);
    }
  }
  return [...lines.values()]
    .map(({ found, ...line }) => ({ ...line, documents: found.size }))
    .sort((a, b) => b.adds - a.adds || b.documents - a.documents || a.name.localeCompare(b.name));
};

const publishersOf = ({ file, documents }: OpenCase): SourcesView['publishers'] => {
  const grades = new Map<string, Grade>(
    Object.entries(file.grades).map(([name, grade]) => [foldName(name), grade]),
  );
  const counts = new Map<string, number>();
  for (const { publisher } of documents.values())
    if (publisher !== null) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return [...counts]
    .map(([name, documents]) => ({ name, grade: grades.get(foldName(name)) ?? null, documents }))
    .sort((a, b) => b.documents - a.documents || a.name.localeCompare(b.name));
};

/** Whose word the findings rest on, and who published it. */
export const sourcesView = (open: OpenCase, assessment: Assessment): SourcesView => ({
  origins: originsOf(assessment).slice(0, sourceLimit),
  publishers: publishersOf(open).slice(0, sourceLimit),
  parties: Object.fromEntries([...open.file.parties, ...open.file.actors].map(({ id, name }) => [id, name])),
});
