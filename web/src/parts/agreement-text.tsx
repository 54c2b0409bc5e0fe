import { memo, useEffect, useMemo, useRef } from 'react';
import type { Span } from '../../../src/model/index.ts';
import { paragraphs, type Segment, segments } from '../segments.ts';
import { words } from '../words.ts';

/** A clause as the text shows it. */
export interface ClauseMark {
  span: Span;
  is: 'proposed' | 'accepted' | 'dropped' | 'left-out';
}

type Drawn = ClauseMark | { span: Span; is: 'current' };

const order: Drawn['is'][] = ['left-out', 'dropped', 'proposed', 'accepted', 'current'];

const classOf = (marks: readonly Drawn[]): string | undefined =>
  order
    .filter((is) => marks.some((mark) => mark.is === is))
    .map((is) => `clause-${is}`)
    .join(' ') || undefined;

interface ParagraphProps {
  text: string;
  wrapped: boolean;
  /** Its pieces as one string, so that a paragraph whose marks did not change is not drawn anew. */
  pieces: string;
}

type Piece = [start: number, end: number, className: string | undefined];

const Paragraph = memo(({ text, wrapped, pieces }: ParagraphProps) => (
  <p dir="auto" className={wrapped ? undefined : 'lines'}>
    {(JSON.parse(pieces) as Piece[]).map(([start, end, className]) => (
      <span key={start} data-start={start} className={className ?? undefined}>
        {text.slice(start, end)}
      </span>
    ))}
  </p>
));

const pieceOf = ({ span: [start, end], marks }: Segment<Drawn>): Piece => [start, end, classOf(marks)];

interface AgreementTextProps {
  text: string;
  clauses: readonly ClauseMark[];
  /** The clause that is looked at; the text is moved to it. */
  current: Span | null;
  onPress?: ((offset: number) => void) | undefined;
}

/** The agreement's text with its clauses marked. */
export const AgreementText = ({ text, clauses, current, onPress }: AgreementTextProps) => {
  const pane = useRef<HTMLElement>(null);
  const shape = useMemo(() => paragraphs(text), [text]);
  const drawn = useMemo(() => {
    const marks: Drawn[] = current ? [...clauses, { span: current, is: 'current' }] : [...clauses];
    return shape.map(({ span, wrapped }) => ({
      ...{ start: span[0], wrapped },
      pieces: JSON.stringify(segments(span, marks).map(pieceOf)),
    }));
  }, [shape, clauses, current]);

  const place = current?.join('-');
  useEffect(() => {
    if (!place) return;
    const frame = requestAnimationFrame(() => {
      const clause = pane.current?.querySelector('.clause-current');
      if (!clause || !pane.current) return;
      const { top, bottom } = clause.getBoundingClientRect();
      const seen = pane.current.getBoundingClientRect();
      if (top < seen.top || bottom > seen.bottom) pane.current.scrollTop += top - seen.top - seen.height / 4;
    });
    return () => cancelAnimationFrame(frame);
  }, [place]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K go from clause to clause
    <article
      ref={pane}
      className="text agreement-text"
      aria-label={words.desk.text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys
      tabIndex={0}
      onClick={({ target }) => {
        const start = (target as Element).closest<HTMLElement>('[data-start]')?.dataset.start;
        if (start && getSelection()?.isCollapsed) onPress?.(Number(start));
      }}
    >
      {drawn.map(({ start, wrapped, pieces }) => (
        <Paragraph key={start} text={text} wrapped={wrapped} pieces={pieces} />
      ))}
    </article>
  );
};
