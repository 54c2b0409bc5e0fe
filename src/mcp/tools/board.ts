import { z } from 'zod';
import { affirmsConduct, awaitsVerdict } from '../../model/index.ts';
import { debtorNames, statusSentence } from '../../publish/index.ts';
import { findingOf } from '../../work/index.ts';
import { CaseOnClocks, nextAfter, paging, weighedOn } from '../asked.ts';
import { Standing, standingOf } from '../standing.ts';
import { tool } from '../tool.ts';

const Line = Standing.extend({
  inWords: z.string(),
  origins: z.int().describe('How many independent origins bear on it and affirm what they tell.'),
  toJudge: z.int().describe('How much of the evidence no person has judged yet.'),
});

export const board = tool({
  name: 'board',
  title: 'Show the board',
  description:
    'Where every commitment of a case stands: who owes it, its status, how likely breach and performance are. ' +
    'Answers “what is the status of …”. Silence is never performance: “no information” says that nothing is known. ' +
    'The sentences behind a status are given by `why`.',
  input: CaseOnClocks.extend(paging(50, 200)),
  output: z.object({
    ...weighedOn,
    total: z.int(),
    next: z.int().nullable().describe('`offset` of the next page; null after the last.'),
    commitments: z.array(Line),
  }),
  answer: (desk, { case: caseId, offset, limit, ...asked }) =>
    desk.withStore(async ({ cases, workbench }) => {
      const { open, clocks, assessment } = await cases.assessed(caseId, asked);
      const { file } = open;
      return {
        case: { id: file.id, title: file.title },
        ...clocks,
        total: file.commitments.length,
        next: nextAfter(offset, limit, file.commitments.length),
        commitments: file.commitments.slice(offset, offset + limit).map(({ id }) => {
          const { commitment, finding } = findingOf(open, assessment, id);
          const { origins, evidence } = finding;
          return {
            ...standingOf(file, commitment, finding, workbench),
            inWords: statusSentence(debtorNames(file, finding), finding),
            origins: origins.filter(affirmsConduct).length,
            toJudge: evidence.filter(awaitsVerdict).length,
          };
        }),
      };
    }),
});
