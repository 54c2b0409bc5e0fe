import { cellText } from '../../src/model/cell-text.ts';

/** A table as it leaves the workbench. */
export interface DataTable {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export const csvOf = ({ columns, rows }: DataTable): string =>
  `\uFEFF${[columns, ...rows].map((row) => row.map((cell) => quoted(cellText(cell))).join(',')).join('\r\n')}\r\n`;

/** What of a drawing's look the page's style sheets give; a file of its own needs it on each element. */
const look = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'paint-order',
] as const;

/** A drawing of the page as a file that looks the same anywhere, on the page's ground. */
export const standalone = (drawing: SVGSVGElement): { text: string; width: number; height: number } => {
  const { width, height } = drawing.getBoundingClientRect();
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, place) => {
    const original = originals[place];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const property of look) element.style.setProperty(property, style.getPropertyValue(property));
    for (const name of ['class', 'role', 'tabindex', 'aria-label', 'aria-pressed'])
      element.removeAttribute(name);
  });
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute(
    'style',
    `background: ${getComputedStyle(document.body.parentElement ?? document.body).backgroundColor}`,
  );
  return { text: new XMLSerializer().serializeToString(copy), width, height };
};

/** Pixels of the picture for each of the page, so that it can be printed. */
const sharpness = 2;

export const pngOf = async (drawing: SVGSVGElement): Promise<Blob> => {
  const { text, width, height } = standalone(drawing);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(Math.ceil(width * sharpness), Math.ceil(height * sharpness));
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('This browser draws no pictures.');
  paper.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
};
