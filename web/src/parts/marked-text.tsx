import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Page, Span } from '../../../src/model/index.ts';
import type { Mark } from '../marks.ts';
import { paragraphs, type Segment, segments } from '../segments.ts';
import { words } from '../words.ts';

/** A mark of the text, or the words the address points at, or the sentence selected. */
type Drawn = Mark | { layer: 'at' | 'sentence'; span: Span };

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

/** The document's text with its marks; a press on a sentence selects it, the arrow keys move on. */
export const MarkedText = ({
  text,
  language,
  marks,
  at,
  sentence,
  pages,
  onSelect,
  onStep,
}: MarkedTextProps) => {
  const article = useRef<HTMLElement>(null);
  const pieces = useMemo(() => {
    const all: Drawn[] = [...marks];
    if (at) all.unshift({ layer: 'at', span: at });
    if (sentence) all.unshift({ layer: 'sentence', span: sentence });
    return paragraphs(text).map((paragraph, place, every) => ({
      ...paragraph,
      segments: segments(paragraph.span, all),
      pages: pagesFrom(pages, every[place - 1]?.span[1] ?? -1, paragraph.span[1]),
    }));
  }, [text, marks, at, sentence, pages]);

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
      lang={language ?? undefined}
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
      {pieces.map(({ span, wrapped, segments, pages }) => (
        <p key={span[0]} dir="auto" className={wrapped ? undefined : 'lines'}>
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
      ))}
    </article>
  );
};
