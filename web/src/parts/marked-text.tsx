import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { languageInWords } from '../../../src/messages/index.ts';
import type { DocumentTranslation, Page, Span } from '../../../src/model/index.ts';
import { type Mark, overlaps } from '../marks.ts';
import { type Paragraph, paragraphs, type Segment, segments } from '../segments.ts';
import { words } from '../words.ts';
import { inLanguage } from './machine-translation.tsx';

/** A mark of the text, or the words the address points at, or the sentence selected, or one that is translated. */
type Drawn = Mark | { layer: 'at' | 'sentence' | 'pair'; span: Span };

const classOf = (mark: Drawn): string =>
  'tone' in mark && mark.tone ? `mark-${mark.layer} tone-${mark.tone}` : `mark-${mark.layer}`;

/** A segment within all its marks: one element a mark, so that underlines of several can be seen. */
const drawn = (text: string, { span, marks }: Segment<Drawn>): ReactNode =>
  [...new Set(marks.map(classOf))].reduceRight<ReactNode>(
    (inside, name) => (
      <span key={name} className={name}>
        {inside}
      </span>
    ),
    text.slice(...span),
  );

interface MarkedTextProps {
  text: string;
  /** BCP 47; null where it is not known. */
  language: string | null;
  /** Of the text: it stands beside the original. */
  translation?: DocumentTranslation | undefined;
  marks: readonly Mark[];
  /** The words to emphasise and scroll to. */
  at: Span | null;
  sentence: Span | null;
  pages: readonly Page[] | null;
  onSelect: (offset: number) => void;
  onStep: (by: 1 | -1) => void;
}

const isOutOfSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top < 0 || bottom > innerHeight / 2;
};

/** The pages that begin after one offset and not after another. */
const pagesFrom = (pages: readonly Page[] | null, after: number, to: number): Page[] =>
  (pages ?? []).filter(({ start }) => start > after && start < to);

/** Where in the document an end of the selection stands; null when it stands outside its text. */
const offsetOf = (node: Node | null, within: number): number | null => {
  const piece = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-start]');
  if (!piece || !node) return null;
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, within);
  return Number(piece.dataset.start) + range.toString().length;
};

/** The words that are selected in the text, as a span of the document; null when none are. */
export const selectedSpan = (): Span | null => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const ends = [
    offsetOf(selection.anchorNode, selection.anchorOffset),
    offsetOf(selection.focusNode, selection.focusOffset),
  ];
  const [start, end] = ends.filter((offset) => offset !== null).sort((a, b) => a - b);
  return start !== undefined && end !== undefined && start < end ? [start, end] : null;
};

/** A paragraph of the text with its marks, and the pages that begin in it. */
interface Piece extends Paragraph {
  segments: Segment<Drawn>[];
  pages: Page[];
}

const Piece = ({
  piece: { wrapped, segments, pages },
  text,
  language,
}: {
  piece: Piece;
  text: string;
  /** null: as each paragraph seems. */
  language: string | null;
}) => (
  <p {...inLanguage(language)} className={wrapped ? undefined : 'lines'}>
    {pages.map(({ page }) => (
      <span key={page} className="page-number" dir="ltr" lang="en">
        {words.reader.page(page)}
      </span>
    ))}
    {segments.map((segment) => (
      <span key={segment.span[0]} data-start={segment.span[0]}>
        {drawn(text, segment)}
      </span>
    ))}
  </p>
);

/** The sentences of the original that a stretch of the translation stands for, to be marked alike. */
const originalsOf = (translation: DocumentTranslation | undefined, span: Span): Span[] =>
  (translation?.sentences ?? [])
    .filter((sentence) => overlaps(sentence.span, span))
    .map(({ original }) => original);

/** Where the translation of a paragraph of the original stands; null where nothing of it was translated. */
const translatedSpan = ({ sentences }: DocumentTranslation, span: Span): Span | null => {
  const within = sentences.filter(({ original }) => overlaps(original, span));
  const [first] = within;
  const last = within.at(-1);
  return first && last ? [first.span[0], last.span[1]] : null;
};

/** The document's text with its marks; a press on a sentence selects it, the arrow keys move on. */
export const MarkedText = ({
  text,
  language,
  translation,
  marks,
  at,
  sentence,
  pages,
  onSelect,
  onStep,
}: MarkedTextProps) => {
  const article = useRef<HTMLElement>(null);
  const rows = useMemo(() => {
    const all: Drawn[] = [...marks];
    // A press tells which sentence is meant by where its piece begins.
    for (const { original, span } of translation?.sentences ?? [])
      all.push({ layer: 'pair', span: original }, { layer: 'pair', span });
    for (const [layer, span] of [['at', at] as const, ['sentence', sentence] as const])
      if (span)
        all.unshift(
          { layer, span },
          ...originalsOf(translation, span).map((original) => ({ layer, span: original })),
        );
    const pieceOf = (paragraph: Paragraph, after: number): Piece => ({
      ...paragraph,
      segments: segments(paragraph.span, all),
      pages: pagesFrom(pages, after, paragraph.span[1]),
    });
    return paragraphs(translation ? text.slice(0, translation.start) : text).map(
      (paragraph, place, every) => {
        const span = translation && translatedSpan(translation, paragraph.span);
        return {
          original: pieceOf(paragraph, every[place - 1]?.span[1] ?? -1),
          translated: span ? { span, wrapped: false, segments: segments(span, all), pages: [] } : null,
        };
      },
    );
  }, [text, translation, marks, at, sentence, pages]);

  const emphasised = at?.join('-');
  useEffect(() => {
    if (!emphasised) return;
    const frame = requestAnimationFrame(() => {
      const target = article.current?.querySelector('.mark-at');
      if (target && isOutOfSight(target)) target.scrollIntoView({ block: 'start' });
    });
    return () => cancelAnimationFrame(frame);
  }, [emphasised]);

  return (
    <article
      ref={article}
      className="text"
      lang={translation ? undefined : (language ?? undefined)}
      aria-label={words.reader.text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move from sentence to sentence
      tabIndex={0}
      onClick={({ target }) => {
        const start = (target as Element).closest<HTMLElement>('[data-start]')?.dataset.start;
        if (start && getSelection()?.isCollapsed) onSelect(Number(start));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        event.preventDefault();
        onStep(event.key === 'ArrowLeft' ? -1 : 1);
      }}
    >
      {translation && (
        <div className="beside-heads">
          <h2>{words.translation.mark}</h2>
          <h2>{words.translation.original(languageInWords(translation.from))}</h2>
        </div>
      )}
      {rows.map(({ original, translated }) =>
        translation ? (
          <div className="beside" key={original.span[0]}>
            {translated ? <Piece piece={translated} text={text} language={translation.into} /> : <p />}
            <Piece piece={original} text={text} language={language} />
          </div>
        ) : (
          <Piece key={original.span[0]} piece={original} text={text} language={null} />
        ),
      )}
    </article>
  );
};
