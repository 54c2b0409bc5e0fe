import type { CaseFile, Decision, Statement } from '../model/index.ts';
import { finderIn } from './origins/finder.ts';
import { inquiryInto } from './origins/inquiry.ts';
import { judgedOrigins } from './origins/judged.ts';
import { occasionsOf } from './origins/occasions.ts';
import type { Source, TracedSource } from './origins/source.ts';
import type { Copies, Page } from './origins/texts.ts';
import type { Grades } from './trust.ts';

export type { Source } from './origins/source.ts';
export type { Copies, Page } from './origins/texts.ts';

/** Finds the origin of a statement (weighing rule 3). */
export type OriginFinder = (statement: Statement) => Source;

/** The same before anything is graded. */
export type OriginTracer = (statement: Statement) => TracedSource;

/** What origins are found in. */
export interface OriginMaterial {
  file: CaseFile;
  copies: Copies;
  pages: ReadonlyMap<string, Page>;
  /** All that is told, so that one statement is known again in other words. */
  statements: readonly Statement[];
  /** What people decided, as it holds. */
  decisions: readonly Decision[];
}

/** As each statement alone tells it, then as one occasion with others, then as people decided. */
export const traceOrigins = ({ decisions, ...material }: OriginMaterial): OriginTracer => {
  const inquiry = inquiryInto(material);
  const { statements, pages, bodies } = inquiry;
  const alone = finderIn(inquiry);
  const occasions = occasionsOf(statements, alone, pages, bodies);
  const traced = (statement: Statement): TracedSource => occasions(statement, alone(statement));
  // Of joined origins one stands for all, wherever it is told of: every origin must be known before.
  const isJudged = decisions.some(({ kind }) => kind === 'origin');
  const met = new Map(isJudged ? statements.map(traced).map((source) => [source.id, source]) : []);
  const judged = judgedOrigins(decisions);
  const found = new Map<Statement, TracedSource>();
  return (statement) => {
    const kept = found.get(statement) ?? judged(traced(statement), statement.documentId, met);
    found.set(statement, kept);
    return kept;
  };
};

/** The origins as traced, each with the grade that holds for it. */
export const graded = (trace: OriginTracer, grades: Grades): OriginFinder => {
  const known = new Map<TracedSource, Source>();
  return (statement) => {
    const traced = trace(statement);
    const { gradeBy, ...same } = traced;
    const source = known.get(traced) ?? { ...same, grade: gradeBy(grades) };
    known.set(traced, source);
    return source;
  };
};
