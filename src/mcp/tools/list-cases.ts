import { z } from 'zod';
import { CaseListView } from '../../model/index.ts';
import { casesOpenToModels } from '../asked.ts';
import { addressOf } from '../source.ts';
import { tool } from '../tool.ts';

const Case = CaseListView.shape.cases.element.extend({
  workbench: z.string().describe('Where a person sees its board.'),
});

export const listCases = tool({
  name: 'list_cases',
  title: 'List the cases',
  description:
    'The agreements that are watched, each with its id, which every other tool asks for, and how many commitments and ' +
    'documents it has.',
  input: z.object({}),
  output: z.object({ cases: z.array(Case) }),
  answer: (desk) =>
    desk.withStore(async ({ store, workbench }) => ({
      cases: (await casesOpenToModels(store)).map(({ id, title, signed, documents, commitments }) => ({
        ...{ id, title, signed, documents, commitments },
        workbench: addressOf(workbench, 'cases', id),
      })),
    })),
});
