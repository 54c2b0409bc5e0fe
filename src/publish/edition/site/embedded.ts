import { html, raw } from 'hono/html';
import { dateInWords, type Edition, type PublicCommitment } from '../../../model/index.ts';
import { clip } from '../../clip.ts';
import { markOf, statusWords } from '../../marks.ts';
import { addressOf, editionLine, files, replyKinds, statusMark } from './frame.ts';

/** Width of a letter of the badge, in pixels: its font is told to keep to it. */
const letter = 7;
const padding = 10;

const colours = {
  red: '#9c3303',
  yellow: '#8a4a00',
  green: '#08519c',
  magenta: '#6a3d9a',
  gray: '#4d575c',
} as const;

/** A picture of one status with its edition and day, for other people's pages. */
export const badgeOf = (edition: Edition, commitment: PublicCommitment): string => {
  const mark = markOf(commitment.status);
  const left = clip(edition.title, 40);
  const right = `${mark.sign} ${statusWords(commitment)} · edition ${edition.number}, ${dateInWords(edition.day)}`;
  const [first, second] = [left, right].map((text) => text.length * letter + 2 * padding) as [number, number];
  const text = (content: string, x: number, width: number) =>
    html`<text x="${x + padding}" y="17" textLength="${width - 2 * padding}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  return String(html`<svg xmlns="http://www.w3.org/2000/svg" width="${first + second}" height="24" role="img" aria-label="${left}: ${right}">
  <title>${clip(commitment.requires, 160)} ${right}</title>
  <rect width="${first}" height="24" fill="#2b3336"/>
  <rect x="${first}" width="${second}" height="24" fill="${raw(colours[mark.paint])}"/>
  <g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11.5">${text(left, 0, first)}${text(right, first, second)}</g>
</svg>
`);
};

/** A page of one status that an article can show in a frame. */
export const cardOf = (edition: Edition, commitment: PublicCommitment): string => {
  const { id, requires, sentence, replies, debtor } = commitment;
  const target = addressOf(edition, files.commitment(id)) ?? `../${files.commitment(id)}`;
  const kinds = replyKinds(replies);
  return String(html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${requires}</title>
        <link rel="stylesheet" href="../${files.style}" />
      </head>
      <body class="card">
        <main>
          <p class="soft">${edition.title}</p>
          <h1 class="big">${requires}</h1>
          <p>${statusMark(commitment)}</p>
          <p>${sentence} ${kinds ? `Their answer: ${debtor} ${kinds}.` : ''}</p>
          <p><a href="${target}" target="_top">The sentences, and the answer</a></p>
          <p class="soft">${editionLine(edition)}</p>
        </main>
      </body>
    </html>
`);
};
