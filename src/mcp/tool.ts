import type { CallToolResult, Tool as ListedTool } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { asProvisoError, checked, ProvisoError, valueProblem } from '../model/index.ts';
import { modelConsent, requireOpenToModels } from '../work/index.ts';
import type { Desk } from './desk.ts';
import { dataNotice, fenced } from './fence.ts';

/** A tool as it is written: what it takes, what it gives, and how. */
interface ToolParts<Input extends z.ZodObject, Output extends z.ZodObject> {
  name: string;
  /** For people. */
  title: string;
  /** For the assistant: what it answers, and when to use it. */
  description: string;
  input: Input;
  output: Output;
  answer(desk: Desk, asked: z.output<Input>): Promise<z.input<Output>>;
}

/** A tool as the server hands it out. */
export interface Tool {
  listed: ListedTool;
  call(desk: Desk, given: unknown): Promise<CallToolResult>;
}

const todo = 'docs/assistants.md says what each tool takes.';

/** As clients check it: they know no newer draft. */
const schemaOf = (schema: z.ZodObject, io: 'input' | 'output'): ListedTool['inputSchema'] => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { target: 'draft-7', io });
  return described as ListedTool['inputSchema'];
};

/** A refusal in Proviso's own words. */
export const refusalOf = (thrown: unknown): CallToolResult => {
  const { line, code } = asProvisoError(thrown);
  return { isError: true, content: [{ type: 'text', text: line }], _meta: { 'proviso/code': code } };
};

const soundArguments = (given: unknown): unknown => {
  const wrong = valueProblem(given);
  if (wrong) throw new ProvisoError('PROVISO_REQUEST_INVALID', `The request is wrong: ${wrong}.`, todo);
  return given ?? {};
};

/** An assistant is a language model, wherever it runs. @throws ProvisoError PROVISO_CASE_NOT_FOUND or PROVISO_MODEL_NOT_ALLOWED. */
const requireOpenCase = (desk: Desk, caseId: string): Promise<void> =>
  desk.withStore(async ({ store }) => {
    await store.caseById(caseId);
    requireOpenToModels(caseId, await modelConsent(store, caseId));
  });

/** Only reads, and reaches nothing beyond this store. */
const annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** A tool whose arguments are checked by its schema, and whose answer is fenced: as text, and as an object beside it. */
export const tool = <Input extends z.ZodObject, Output extends z.ZodObject>({
  name,
  title,
  description,
  input,
  output,
  answer,
}: ToolParts<Input, Output>): Tool => {
  const noticed = z.object({ notice: z.literal(dataNotice), ...output.shape });
  return {
    listed: {
      ...{ name, title, description: `${description} ${dataNotice}`, annotations },
      ...{ inputSchema: schemaOf(input, 'input'), outputSchema: schemaOf(noticed, 'output') },
    },
    call: async (desk, given) => {
      try {
        const asked = checked(input, soundArguments(given), todo);
        if ('case' in asked) await requireOpenCase(desk, String(asked.case));
        const answered = await answer(desk, asked);
        const structuredContent = noticed.parse({ notice: dataNotice, ...answered });
        const text = fenced(JSON.stringify(structuredContent, null, 1));
        return { content: [{ type: 'text', text }], structuredContent };
      } catch (thrown) {
        return refusalOf(thrown);
      }
    },
  };
};
