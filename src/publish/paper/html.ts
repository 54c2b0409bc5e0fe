import { html, raw } from 'hono/html';
import { isWebAddress } from '../../model/index.ts';
import { markOf } from '../marks.ts';
import { type Block, type Inline, type Line, Numbering, type Paper, type Section } from './paper.ts';
import { printable } from './printable.ts';
import { paperStyle } from './style.ts';

type Html = ReturnType<typeof html>;
type Notes = Numbering<Line>;

const inline = (item: Inline, notes: Notes): Html | string => {
  if (typeof item === 'string') return printable(item);
  const text = item.kind === 'note' ? '' : printable(item.text);
  switch (item.kind) {
    case 'strong':
      return html`<strong>${text}</strong>`;
    case 'quote':
      return html`“<bdi class="quote">${text}</bdi>”`;
    case 'status': {
      const { sign, tone } = markOf(item.status);
      return html`<strong class="${tone}">${sign} ${text}</strong>`;
    }
    case 'link':
      return isWebAddress(item.address)
        ? html`<a href="${printable(item.address)}" rel="noopener noreferrer">${text}</a>`
        : text;
    case 'section':
      return html`<a href="#${item.anchor}">${text}</a>`;
    case 'note': {
      const number = notes.note(item.content);
      return html`<sup><a id="from-note-${number}" href="#note-${number}" aria-label="Note ${number}">${number}</a></sup>`;
    }
  }
};

const line = (content: Line, notes: Notes): Html => html`${content.map((item) => inline(item, notes))}`;

const block = (item: Block, notes: Notes): Html => {
  if (item.kind === 'paragraph') {
    return html`<p class="numbered"><span class="number">${notes.paragraph()}.</span> ${line(item.content, notes)}</p>`;
  }
  if (item.kind === 'list') {
    return html`<ul>${item.items.map((each) => html`<li>${line(each, notes)}</li>`)}</ul>`;
  }
  return html`<div class="wide"><table>
    <caption>${printable(item.caption)}</caption>
    <thead><tr>${item.columns.map((column) => html`<th scope="col">${printable(column)}</th>`)}</tr></thead>
    <tbody>
      ${item.rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${line(cell, notes)}</td>`)}</tr>`)}
    </tbody>
  </table></div>`;
};

const section = ({ heading, anchor, blocks, sections }: Section, level: number, notes: Notes): Html =>
  html`<section id="${anchor}">
    ${raw(`<h${level}>`)}${printable(heading)}${raw(`</h${level}>`)}
    ${blocks.map((each) => block(each, notes))}
    ${sections.map((each) => section(each, level + 1, notes))}
  </section>`;

const noteLine = (content: Line, place: number): Html =>
  html`<li id="note-${place + 1}">
    ${line(content, new Numbering())}
    <a href="#from-note-${place + 1}" aria-label="Back to the text of note ${place + 1}">↩</a>
  </li>`;

/** A paper as one page that loads nothing: no script, no style and no picture from anywhere else. */
export const paperHtml = ({ title, subtitle, sections }: Paper): string => {
  const notes: Notes = new Numbering();
  // Numbers are given while it is rendered: the text goes before its notes.
  const body = sections.map((each) => section(each, 2, notes));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${printable(title)}</title>
        <style>${raw(paperStyle)}</style>
      </head>
      <body>
        <header>
          <h1>${printable(title)}</h1>
          ${subtitle.map((each) => html`<p class="subtitle">${printable(each)}</p>`)}
        </header>
        <nav aria-label="Contents">
          <ol>${sections.map(({ heading, anchor }) => html`<li><a href="#${anchor}">${printable(heading)}</a></li>`)}</ol>
        </nav>
        <main>${body}</main>
        ${
          notes.notes.length > 0
            ? html`<footer><h2>Notes</h2><ol class="notes">${notes.notes.map(noteLine)}</ol></footer>`
            : ''
        }
      </body>
    </html>`;
  return String(page);
};
