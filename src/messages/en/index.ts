import * as board from './board.ts';
import * as cases from './cases.ts';
import * as commitment from './commitment.ts';
import { dates } from './dates.ts';
import * as decisions from './decisions.ts';
import * as desk from './desk.ts';
import * as documents from './documents.ts';
import * as drafting from './drafting.ts';
import * as evidence from './evidence.ts';
import * as explore from './explore.ts';
import * as findings from './findings.ts';
import * as frame from './frame.ts';
import * as publish from './publish.ts';
import * as report from './report.ts';
import * as start from './start.ts';
import * as vocabulary from './vocabulary.ts';
import * as weighing from './weighing.ts';

/** All texts in English, in ICU MessageFormat; every other language is a translation of these. */
export const en = {
  dates,
  ...frame,
  ...vocabulary,
  ...start,
  ...desk,
  ...board,
  ...commitment,
  ...evidence,
  ...decisions,
  ...explore,
  ...documents,
  ...cases,
  ...report,
  ...publish,
  ...weighing,
  ...findings,
  ...drafting,
} as const;
