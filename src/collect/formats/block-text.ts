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
  return piecesOf(root)
    .join('')
    .split('\n\n')
    .map((paragraph) => paragraph.split('\n').map(oneLine).filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

/** Texts and breaks in their order. With a stack of its own: a page may be nested deeper than calls can be. */
function piecesOf(root: Node): string[] {
  const pieces: string[] = [];
  const ahead: (Node | string)[] = [root];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next === 'string') pieces.push(next);
    else if (next.nodeType === TEXT_NODE) pieces.push((next.textContent ?? '').replace(/\s+/g, ' '));
    else if (isRead(next)) {
      const name = next.nodeName.toUpperCase();
      const edge = blocks.has(name) ? '\n\n' : '';
      pieces.push(name === 'BR' ? '\n' : edge);
      ahead.push(edge, ...[...next.childNodes].reverse());
    }
  }
  return pieces;
}

const isRead = (node: Node): boolean =>
  !unread.has(node.nodeName.toUpperCase()) &&
  !(node.nodeType === ELEMENT_NODE && (node as Element).hasAttribute('hidden'));

/** Character references can smuggle in what no text may hold. */
const oneLine = (text: string) => storable(text).replace(/\s+/g, ' ').trim();
