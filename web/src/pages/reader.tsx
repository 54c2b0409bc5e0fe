import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Claim, DocumentView, Span } from '../../../src/model/index.ts';
import { documentQuery, useVerdict } from '../api.ts';
import { useKeys } from '../keys.ts';
import { type Layer, layers, marksOf, overlaps, sentenceAt } from '../marks.ts';
import { AccountOf, WaitsBeside } from '../parts/account.tsx';
import { AddressLink } from '../parts/address-link.tsx';
import { AnnotationForm, Annotations } from '../parts/annotations.tsx';
import { ClaimForm, SplitForm } from '../parts/claim-form.tsx';
import { Copies } from '../parts/copies.tsx';
import { CorrectionForm } from '../parts/correction-form.tsx';
import { DocumentFacts } from '../parts/document-line.tsx';
import { EnteredClaims } from '../parts/entered-claims.tsx';
import { Loading } from '../parts/layout.tsx';
import { inLanguage } from '../parts/machine-translation.tsx';
import { MarkSwitches } from '../parts/mark-switches.tsx';
import { MarkedText, selectedSpan } from '../parts/marked-text.tsx';
import { Preservation } from '../parts/preservation.tsx';
import { SelectionMenu } from '../parts/selection-menu.tsx';
import { SentencePanel } from '../parts/sentence-panel.tsx';
import { Takedown } from '../parts/takedown.tsx';
import { Translation } from '../parts/translate.tsx';
import { parseAt, writeAt } from '../segments.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/documents/$document');

const shownAtFirst: readonly Layer[] = ['evidence', 'source', 'cue', 'note'];

const toggled = <T,>(set: ReadonlySet<T>, item: T): ReadonlySet<T> => {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
};

/** The evidence that begins after a place in the text, or before it; from the last round to the first. */
const evidenceBeside = (view: DocumentView, at: Span | null, by: 1 | -1): Span | undefined => {
  const spans = view.evidence.map(({ span }) => span).sort((a, b) => a[0] - b[0]);
  const start = at?.[0] ?? (by > 0 ? -1 : Number.POSITIVE_INFINITY);
  return by > 0
    ? (spans.find((span) => span[0] > start) ?? spans[0])
    : (spans.findLast((span) => span[0] < start) ?? spans.at(-1));
};

/** Its list of commitments is searched by a part that only those load who mark. */
const MarkForm = lazy(() => import('../parts/mark-form.tsx'));

/** What is being done with words: they are marked, entered as a claim, or their claim is put right or split. */
interface OpenForm {
  is: 'mark' | 'note' | 'claim' | 'split';
  /** null: the document as a whole, which can only be annotated. */
  span: Span | null;
  /** null where the words are no claim yet. */
  claim: Claim | null;
}

/** Claims of the sentence that a claim stands in, without itself: those that it may be merged with. */
const claimsBeside = ({ reading }: DocumentView, claim: Claim | null): Claim[] => {
  const sentence = claim && reading.sentences[sentenceAt(reading.sentences, claim.predicate.span)]?.span;
  return reading.claims.filter(
    (other) => sentence && other.id !== claim.id && overlaps(other.predicate.span, sentence),
  );
};

interface OpenFormProps {
  caseId: string;
  view: DocumentView;
  form: OpenForm;
  onClose: () => void;
}

const FormPanel = ({ form: { is, span, claim }, ...rest }: OpenFormProps) => (
  <section className="panel">
    {is === 'note' && (
      <AnnotationForm
        caseId={rest.caseId}
        documents={[rest.view.document.id]}
        span={span}
        {...(span ? { quoted: rest.view.document.text.slice(...span) } : {})}
        close={rest.onClose}
      />
    )}
    {is === 'mark' && span && (
      <Suspense fallback={<Loading />}>
        <MarkForm {...rest} span={span} />
      </Suspense>
    )}
    {is === 'split' && claim && <SplitForm {...rest} claim={claim} />}
    {is === 'claim' && span && (
      <ClaimForm {...rest} span={span} claim={claim} others={claimsBeside(rest.view, claim)} />
    )}
  </section>
);

/** A place in the text; of a place in an original that is translated, where its translation stands. */
const translatedAt = ({ translation }: DocumentView['document'], offset: number): Span => {
  const meant = translation?.sentences.find(({ original: [start, end] }) => start <= offset && offset < end);
  return meant?.span ?? [offset, offset + 1];
};

export const Reader = () => {
  const params = route.useParams();
  const { asOf, knownAt, at: address } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: view } = useSuspenseQuery(documentQuery(params.case, params.document, { asOf, knownAt }));
  const [shown, setShown] = useState<ReadonlySet<Layer>>(() => new Set(shownAtFirst));
  const verdict = useVerdict(params.case);
  const [form, setForm] = useState<OpenForm | null>(null);

  const { document, reading } = view;
  const at = useMemo(() => parseAt(address), [address]);
  const selected = sentenceAt(reading.sentences, at);
  const marks = useMemo(() => marksOf(view, shown), [view, shown]);

  const point = (span: Span | undefined) =>
    navigate({
      search: (before) => ({ ...before, at: span && writeAt(span) }),
      replace: true,
      resetScroll: false,
    });
  const goTo = (sentence: number) => {
    const span = reading.sentences[sentence]?.span;
    if (span) point(span);
  };
  const step = (by: 1 | -1) => goTo(selected < 0 ? 0 : selected + by);
  const judge = (decision: 'accepted' | 'rejected') => {
    const sentence = reading.sentences[selected]?.span;
    const here = view.evidence.find(
      (item) => sentence && item.verdict === 'proposed' && overlaps(item.span, sentence),
    );
    if (here && !verdict.isPending)
      verdict.mutate({ evidence: [here.id], verdict: decision, before: 'proposed' });
  };
  const close = () => point(undefined);
  const begin = (
    is: 'mark' | 'note' | 'claim',
    span = selectedSpan() ?? reading.sentences[selected]?.span,
  ) => {
    if (span || is === 'note') setForm({ is, span: span ?? null, claim: null });
  };
  useKeys('reader', {
    j: () => step(1),
    k: () => step(-1),
    arrowright: () => step(1),
    arrowleft: () => step(-1),
    n: () => point(evidenceBeside(view, at, 1)),
    p: () => point(evidenceBeside(view, at, -1)),
    a: () => judge('accepted'),
    r: () => judge('rejected'),
    m: () => begin('mark'),
    c: () => begin('claim'),
    t: () => begin('note'),
    escape: close,
    ...Object.fromEntries(
      layers.map((layer, place) => [`${place + 1}`, () => setShown(toggled(shown, layer))]),
    ),
  });

  return (
    <div className="page">
      <title>{words.pageTitle(document.title || words.commitment.untitled)}</title>
      <header className="document-head">
        <h1 {...inLanguage(document.language)}>{document.title || words.commitment.untitled}</h1>
        <p>
          <DocumentFacts document={document} />
          {document.agency && <span className="facts"> {words.document.agency(document.agency)}</span>}
        </p>
        {document.url && (
          <p className="address">
            <AddressLink url={document.url} />
          </p>
        )}
        <Translation caseId={params.case} view={view} />
        {view.replacedBy && (
          <p className="note">
            {words.reader.replaced}{' '}
            <Link
              to="/cases/$case/documents/$document"
              params={{ case: params.case, document: view.replacedBy }}
              search={{}}
            >
              {words.reader.newer}
            </Link>
          </p>
        )}
        {document.incomplete && <p className="note">{document.incomplete}</p>}
        <WaitsBeside caseId={params.case} view={view} />
        <AccountOf account={document.account} />
        <CorrectionForm caseId={params.case} view={view} />
        <Preservation view={view} />
        <Takedown caseId={params.case} view={view} />
      </header>
      <MarkSwitches shown={shown} onChange={setShown} />
      <SelectionMenu
        actions={[
          { label: words.marking.open, act: (span) => begin('mark', span) },
          { label: words.annotation.open, act: (span) => begin('note', span) },
          { label: words.claimForm.enter, act: (span) => begin('claim', span) },
        ]}
      />
      <div className={document.translation ? 'reader reader-translated' : 'reader'}>
        <MarkedText
          text={document.text}
          language={document.language}
          translation={document.translation}
          marks={marks}
          at={at}
          sentence={reading.sentences[selected]?.span ?? null}
          pages={document.pages}
          onSelect={(offset) => goTo(sentenceAt(reading.sentences, translatedAt(document, offset)))}
          onStep={step}
        />
        <aside className="reader-aside">
          {form && (
            <FormPanel
              key={`${form.is} ${form.span} ${form.claim?.id}`}
              caseId={params.case}
              view={view}
              form={form}
              onClose={() => setForm(null)}
            />
          )}
          <SentencePanel
            caseId={params.case}
            view={view}
            selected={selected}
            onStep={step}
            onClose={close}
            onEdit={(claim) => setForm({ is: 'claim', span: selectedSpan() ?? claim.span, claim })}
            onSplit={(claim) => setForm({ is: 'split', span: claim.span, claim })}
            onMark={() => begin('mark')}
            onNote={() => begin('note')}
            onEnter={() => begin('claim')}
          />
          <Annotations caseId={params.case} view={view} onGo={point} />
          <EnteredClaims caseId={params.case} claims={view.entered} />
          <Copies caseId={params.case} copies={view.copies} />
        </aside>
      </div>
    </div>
  );
};
