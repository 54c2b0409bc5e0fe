import { type ReactNode, useRef, useState } from 'react';
import { csvOf, type DataTable, pngOf, standalone } from '../picture.ts';
import { save } from '../save.ts';
import { words } from '../words.ts';

const text = words.picture;

interface PictureProps {
  /** Of the files, without an ending. */
  name: string;
  /** The same as the drawing, for a spreadsheet. */
  table: () => DataTable;
  /** Holds one drawing. */
  children: ReactNode;
}

/** A drawing that can be taken along: as a picture to scale, as pixels, as a table. */
export const Picture = ({ name, table, children }: PictureProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const drawing = () => frame.current?.querySelector('svg') ?? null;
  const saveSvg = () => {
    const svg = drawing();
    if (svg) save(`${name}.svg`, new Blob([standalone(svg).text], { type: 'image/svg+xml' }));
  };
  const savePng = () => {
    const svg = drawing();
    if (svg)
      pngOf(svg).then(
        (png) => save(`${name}.png`, png),
        () => setFailed(true),
      );
  };
  return (
    <div ref={frame} className="picture">
      {children}
      <p className="picture-files">
        <span>{text.take}</span>
        <button type="button" className="small" onClick={saveSvg}>
          {text.svg}
        </button>
        <button type="button" className="small" onClick={savePng}>
          {text.png}
        </button>
        <button
          type="button"
          className="small"
          onClick={() => save(`${name}.csv`, new Blob([csvOf(table())], { type: 'text/csv' }))}
        >
          {text.csv}
        </button>
        {failed && <span role="alert">{text.failed}</span>}
      </p>
    </div>
  );
};
