import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { documentQuery } from '../api.ts';
import { type Layer, marksOf, sentenceAt } from '../marks.ts';
import { AddressLink } from '../parts/address-link.tsx';
import { DocumentFacts } from '../parts/document-line.tsx';
import { MarkSwitches } from '../parts/mark-switches.tsx';
import { MarkedText } from '../parts/marked-text.tsx';
import { Preservation } from '../parts/preservation.tsx';
import { SentencePanel } from '../parts/sentence-panel.tsx';
import { parseAt, writeAt } from '../segments.ts';
import { words } from '../words.ts';

const route = getRouteApi('/cases/$case/documents/$document');

const shownAtFirst: readonly Layer[] = ['evidence', 'source', 'cue'];

export const Reader = () => {
  const params = route.useParams();
  const { asOf, knownAt, at: address } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: view } = useSuspenseQuery(documentQuery(params.case, params.document, { asOf, knownAt }));
  const [shown, setShown] = useState<ReadonlySet<Layer>>(() => new Set(shownAtFirst));

  const { document, reading } = view;
  const at = useMemo(() => parseAt(address), [address]);
  const selected = sentenceAt(reading.sentences, at);
  const marks = useMemo(() => marksOf(view, shown), [view, shown]);

  const goTo = (sentence: number) => {
    const span = reading.sentences[sentence]?.span;
    if (span)
      navigate({ search: (before) => ({ ...before, at: writeAt(span) }), replace: true, resetScroll: false });
  };
  const step = (by: 1 | -1) => goTo(selected < 0 ? 0 : selected + by);

  return (
    <div className="page">
      <title>{words.pageTitle(document.title || words.commitment.untitled)}</title>
      <header className="document-head">
        <h1>{document.title || words.commitment.untitled}</h1>
        <p>
          <DocumentFacts document={document} />
        </p>
        {document.url && (
          <p className="address">
            <AddressLink url={document.url} />
          </p>
        )}
        <Preservation view={view} />
      </header>
      <MarkSwitches shown={shown} onChange={setShown} />
      <div className="reader">
        <MarkedText
          text={document.text}
          marks={marks}
          at={at}
          sentence={reading.sentences[selected]?.span ?? null}
          onSelect={(offset) => goTo(sentenceAt(reading.sentences, [offset, offset + 1]))}
          onStep={step}
        />
        <SentencePanel
          caseId={params.case}
          view={view}
          selected={selected}
          onStep={step}
          onClose={() =>
            navigate({
              search: (before) => ({ ...before, at: undefined }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
    </div>
  );
};
