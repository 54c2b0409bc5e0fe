import { Accounting } from '../account.ts';
import { alone, bare, type Content, type Parsed } from '../content.ts';
import { noText, unreadable } from '../refusals.ts';
import { fragmentOf } from './html.ts';
import { recordsOf, type Table } from './records.ts';
import { elementsOf, xmlOf, zippedParts } from './zipped-parts.ts';

/** Cells and rows that a table says are repeated; what is repeated more often is empty. */
const maxRepeated = 1000;

/** An OpenDocument text or spreadsheet. Throws PROVISO_INPUT_UNREADABLE or PROVISO_INPUT_NO_TEXT. */
export async function readOpenDocument(bytes: Uint8Array, source: string): Promise<Parsed> {
  const wanted = ['content.xml', 'styles.xml', 'meta.xml'];
  const parts = await zippedParts(bytes, source, (name) => wanted.includes(name));
  const accounting = new Accounting();
  try {
    const content = contentOf(xmlOf(parts.get('content.xml')), accounting, source);
    if (!content) throw noText(source);
    for (const part of ['style:header', 'style:footer']) {
      for (const element of elementsOf(xmlOf(parts.get('styles.xml')), part)) {
        accounting.leaveOut(
          part === 'style:header' ? 'headers and letterhead' : 'footers',
          element.textContent,
        );
      }
    }
    return alone({
      ...content,
      ...saidIn(xmlOf(parts.get('meta.xml'))),
      account: accounting.of(content.text),
    });
  } catch (thrown) {
    if ((thrown as Error).name === 'ProvisoError') throw thrown;
    throw unreadable(source, 'its structure is broken or too deeply nested', thrown);
  }
}

function contentOf(xml: Document | null, accounting: Accounting, source: string): Content | null {
  const [sheets] = elementsOf(xml, 'office:spreadsheet');
  if (sheets) return recordsOf(elementsOf(sheets, 'table:table').map((table) => tableOf(table, accounting)));
  const [body] = elementsOf(xml, 'office:body');
  if (!body) throw unreadable(source, 'it has no text part');
  const html: string[] = [];
  for (const child of body.childNodes) toHtml(child, html, accounting);
  const { text, segments } = fragmentOf(html.join(''), source);
  return text === '' ? null : { ...bare(text), segments: segments ?? null };
}

/** The author and title that its properties name. */
function saidIn(meta: Document | null): Pick<Content, 'title' | 'author'> {
  const said = (name: string) => elementsOf(meta, name)[0]?.textContent?.replace(/\s+/g, ' ').trim() || null;
  return { title: said('dc:title'), author: said('meta:initial-creator') ?? said('dc:creator') };
}

const tags: Readonly<Record<string, string>> = {
  'text:h': 'h2',
  'text:p': 'p',
  'text:list': 'ul',
  'text:list-item': 'li',
  'text:section': 'div',
  'table:table': 'table',
  'table:table-row': 'tr',
  'table:table-cell': 'td',
  'draw:text-box': 'div',
  'text:note': 'div',
};

/** Parts whose words are no words of the text. */
const leftOut: Readonly<Record<string, string>> = {
  'text:tracked-changes': 'words struck out by tracked changes',
  'office:annotation': 'comments',
};

/** `notes`: of the paragraph around, which follow it: amid its sentence they would break it. */
function toHtml(node: Node, html: string[], accounting: Accounting, notes: string[] | null = null): void {
  if (node.nodeType === 3) {
    html.push(escaped(node.textContent ?? ''));
    return;
  }
  const name = node.nodeName;
  const what = leftOut[name];
  if (what) {
    accounting.leaveOut(what, wordsOf(node));
    return;
  }
  if (name === 'text:line-break') html.push('<br>');
  if (name === 'text:s' || name === 'text:tab') html.push(' ');
  // The mark of a footnote is no part of the word that it stands at.
  if (name === 'text:note-citation') return;
  const tag = tags[name];
  const isParagraph = tag === 'p' || tag === 'h2';
  const own: string[] = [];
  const into = name === 'text:note' && notes ? notes : html;
  if (tag) into.push(`<${tag}>`);
  for (const child of node.childNodes) toHtml(child, into, accounting, isParagraph ? own : notes);
  if (tag) into.push(`</${tag}>`);
  into.push(...own);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words of an element, paragraphs apart. */
const wordsOf = (node: Node): string =>
  node.nodeType === 3 ? (node.textContent ?? '') : `${[...node.childNodes].map(wordsOf).join('')} `;

const repeated = (element: Element, attribute: string): number => {
  const times = Number(element.getAttribute(attribute) ?? 1);
  return times > maxRepeated ? 1 : times;
};

function tableOf(table: Element, accounting: Accounting): Table {
  const rows = elementsOf(table, 'table:table-row').flatMap((row) => {
    const cells = [...row.children].flatMap((cell) => {
      const text = cellText(cell, accounting);
      return new Array<string>(repeated(cell, 'table:number-columns-repeated')).fill(text);
    });
    return new Array<string[]>(repeated(row, 'table:number-rows-repeated')).fill(cells);
  });
  return { name: table.getAttribute('table:name'), rows };
}

function cellText(cell: Element, accounting: Accounting): string {
  const day = cell.getAttribute('office:date-value');
  for (const annotation of elementsOf(cell, 'office:annotation')) {
    accounting.leaveOut('comments', elementsOf(annotation, 'text:p').map(wordsOf).join(' '));
    annotation.remove();
  }
  // A day as its format shows it may be read in two ways; the value is one.
  return day ? day.replace('T', ' ').slice(0, 16) : elementsOf(cell, 'text:p').map(wordsOf).join('\n');
}
