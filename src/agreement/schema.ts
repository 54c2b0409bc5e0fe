import { z } from 'zod';
import { CaseFile } from '../model/index.ts';

/** The JSON Schema (2020-12) of a case file as people write it, published as docs/case.schema.json. */
export const caseJsonSchema = (): object => ({
  title: 'Proviso case file',
  ...z.toJSONSchema(CaseFile, { io: 'input' }),
});
