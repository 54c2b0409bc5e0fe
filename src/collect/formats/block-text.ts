import { storable } from '../content.ts';

const unread = new Set(
  'HEAD TITLE SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG CANVAS BUTTON SELECT TEXTAREA NAV'.split(' '),
);

/** Elements that begin and end a paragraph. */
export const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/**
 * The text a reader of the page would see, one paragraph for each block, with an empty line between:
 * `textContent` would run headings and paragraphs into one sentence.
 */
export function blockText(root: Node): string {
  const pieces: string[] = [];
  gather(root, pieces);
  return pieces
    .join('')
    .split('\n\n')
    .map((paragraph) => paragraph.split('\n').map(oneLine).filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

function gather(node: Node, pieces: string[]): void {
  if (node.nodeType === TEXT_NODE) {
    pieces.push((node.textContent ?? '').replace(/\s+/g, ' '));
    return;
  }
  const name = node.nodeName.toUpperCase();
  if (unread.has(name) || (node.nodeType === ELEMENT_NODE && (node as Element).hasAttribute('hidden')))
    return;
  if (name === 'BR') pieces.push('\n');
  const edge = blocks.has(name) ? '\n\n' : '';
  pieces.push(edge);
  for (const child of node.childNodes) gather(child, pieces);
  pieces.push(edge);
}

/** Character references can smuggle in what no text may hold. */
const oneLine = (text: string) => storable(text).replace(/\s+/g, ' ').trim();
