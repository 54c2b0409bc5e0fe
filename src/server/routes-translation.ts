import type { Hono } from 'hono';
import { JobView, ProvisoError } from '../model/index.ts';
import type { Translator } from '../work/index.ts';
import type { Additions } from './additions.ts';
import { operation } from './operation.ts';
import { personOf } from './people.ts';

const requireTranslator = (translator: Translator | null): Translator => {
  if (translator) return translator;
  throw new ProvisoError(
    'PROVISO_TRANSLATOR_NOT_SET',
    'Nothing is set that translates, and none is needed: documents in other languages are kept and searchable.',
    'Start the server with PROVISO_TRANSLATE_URL, or with PROVISO_MODEL_URL and PROVISO_MODEL; docs/translation.md says how.',
  );
};

/** Has a document translated, by what the server was started with. */
export const addTranslationRoutes = (
  app: Hono,
  additions: Additions,
  translator: Translator | null,
): void => {
  const toTranslation = operation({ summary: 'Translate a document', answer: JobView, status: 202 });
  app.post('/api/cases/:case/documents/:document/translation', toTranslation, async (context) => {
    const { case: caseId, document } = context.req.param();
    const by = personOf(context);
    return context.json(await additions.translate(caseId, document, requireTranslator(translator), by), 202);
  });
};
