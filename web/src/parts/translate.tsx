import { useQuery } from '@tanstack/react-query';
import { languageInWords, translatorInWords } from '../../../src/messages/index.ts';
import type { DocumentView } from '../../../src/model/index.ts';
import { isReadable } from '../../../src/model/read-languages.ts';
import { asProblem, sessionQuery } from '../api.ts';
import { useDecide } from '../decision-api.ts';
import { useJob } from '../explore-api.ts';
import { useTranslation } from '../translation-api.ts';
import { words } from '../words.ts';
import { JobFailure } from './job-failure.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.translation;

/** Of a document that a machine translated, what is read in its place; of another in a language that is not read, that. */
export const Translation = ({ caseId, view }: { caseId: string; view: DocumentView }) => {
  const { document, unread } = view;
  const { translation, language } = document;
  if (translation)
    return (
      <p className="note">
        <span className="translated-mark">{text.mark}</span>{' '}
        {text.note({
          language: languageInWords(translation.from),
          model: translatorInWords(translation),
          day: translation.at.slice(0, 10),
        })}
        {unread && ` ${text.notRead}`}
      </p>
    );
  if (!unread) return null;
  if (isReadable({ language })) return <p className="note">{words.reader.unread}</p>;
  return (
    <div className="note">
      <p>{words.reader.otherLanguage(languageInWords(language))}</p>
      <Ask caseId={caseId} document={document.id} />
    </div>
  );
};

/** Has it translated, where something is set that does; what would be sent, and where to, is said before. */
const Ask = ({ caseId, document }: { caseId: string; document: string }) => {
  const { data: session } = useQuery(sessionQuery);
  const asked = useTranslation(caseId, document);
  const consent = useDecide(caseId, text);
  const { data: job } = useJob(caseId, asked.data?.id ?? null);
  const state = job?.state;
  const translator = session?.translator;
  if (!translator) return null;
  const problem = asked.error && asProblem(asked.error);
  const isRefused = problem?.code === 'PROVISO_MODEL_NOT_ALLOWED' && translator.tool === 'LibreTranslate';
  const isWorking = asked.isPending || (asked.isSuccess && state !== 'done' && state !== 'failed');
  return (
    <>
      <p className="quiet">
        {translator.isOwnMachine
          ? text.here(translatorInWords(translator))
          : text.elsewhere({ model: translatorInWords(translator), origin: translator.origin })}
      </p>
      <p className="actions">
        <button type="button" aria-disabled={isWorking} onClick={() => !isWorking && asked.mutate()}>
          {text.ask}
        </button>
        {isRefused && !translator.isOwnMachine && (
          <button
            type="button"
            onClick={() =>
              consent.mutate(
                {
                  subject: 'translation',
                  changes: [{ kind: 'language-model', value: translator.origin, before: null }],
                  reason: '',
                },
                { onSuccess: () => asked.mutate() },
              )
            }
          >
            {text.allow}
          </button>
        )}
      </p>
      {isWorking && <p role="status">{text.working}</p>}
      <NotSaved error={asked.error ?? consent.error} say={({ detail }) => detail} />
      <JobFailure failure={job?.failure ?? null} />
    </>
  );
};
