import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { languageInWords, translatorInWords } from '../../../src/messages/index.ts';
import type { DocumentView } from '../../../src/model/index.ts';
import { asProblem, sessionQuery } from '../api.ts';
import { jobQuery } from '../explore-api.ts';
import { useTranslation, useTranslatorConsent } from '../translation-api.ts';
import { words } from '../words.ts';

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
  if (language === null || language === 'en') return <p className="note">{words.reader.unread}</p>;
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
  const queries = useQueryClient();
  const asked = useTranslation(caseId, document);
  const consent = useTranslatorConsent(caseId);
  const { data: job } = useQuery({ ...jobQuery(asked.data?.id ?? ''), enabled: asked.isSuccess });
  const state = job?.state;
  useEffect(() => {
    if (state === 'done') queries.invalidateQueries({ queryKey: ['case', caseId] });
  }, [state, caseId, queries]);
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
            onClick={() => consent.mutate(translator, { onSuccess: () => asked.mutate() })}
          >
            {text.allow}
          </button>
        )}
      </p>
      {isWorking && <p role="status">{text.working}</p>}
      {problem && (
        <p className="refused" role="alert">
          {problem.detail}
        </p>
      )}
      {job?.failure && (
        <p className="refused" role="alert">
          {job.failure.why} {job.failure.todo} <code>{job.failure.code}</code>
        </p>
      )}
    </>
  );
};
