import { type Annotation, type Comment, type Decision, holding, type Tag } from '../model/index.ts';
import { foldName } from '../resolve/index.ts';

/** The subject of decisions on a tag: one of its words stands on a place once. */
export const tagSubject = ({ document, span, tag }: Tag): string =>
  `tag:${document}${span ? `@${span.join('-')}` : ''}:${foldName(tag)}`;

const isAnnotation = ({ kind }: Decision): boolean => kind === 'tag' || kind === 'comment';

/** The tags and comments that stand, the oldest first. @param history every decision of the case, the newest first */
export const annotationsIn = (history: readonly Decision[]): Annotation[] => {
  const all = history.filter(isAnnotation);
  const versions = new Map<string, number>();
  for (const { subject } of all) versions.set(subject, (versions.get(subject) ?? 0) + 1);
  return holding(all)
    .map(({ id, subject, kind, value, by, at }): Annotation => {
      const { document, span, ...said } = value as Tag | Comment;
      return {
        decision: id,
        subject,
        kind: kind as Annotation['kind'],
        document,
        span,
        text: 'tag' in said ? said.tag : said.text,
        by,
        at,
        edited: kind === 'comment' && (versions.get(subject) ?? 0) > 1,
      };
    })
    .reverse();
};
