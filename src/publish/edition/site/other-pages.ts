import { html } from 'hono/html';
import { dateInWords, type Edition, type EditionMade, isWebAddressAlone } from '../../../model/index.ts';
import { day, documentLine, files, type Html, type Place, page, quoted } from './frame.ts';

/** Every document that is quoted, with its source and the hash of the copy that was kept. */
export const documentsPage = (edition: Edition, place: Place): string =>
  page(edition, {
    title: `Documents. ${edition.title}`,
    about: `The ${edition.documents.length} documents that are quoted, with their sources and the hashes of the copies that were kept.`,
    file: files.documents,
    place,
    body: html`<h1>Documents</h1>
      <p>A copy of a document is the one that was read when the SHA-256 hash of its bytes is the one given here. Whole texts are not published: read them at their source.</p>
      <table class="rows">
        <caption>${edition.documents.length === 1 ? 'One document is quoted.' : `${edition.documents.length} documents are quoted.`}</caption>
        <thead><tr><th scope="col">No.</th><th scope="col">Document</th><th scope="col">Collected</th><th scope="col">SHA-256 of its bytes</th></tr></thead>
        <tbody>${edition.documents.map(
          (document, index) =>
            html`<tr id="document-${index + 1}"><td>${index + 1}</td><th scope="row">${documentLine(document)}</th><td class="day" data-label="Collected">${day(document.collected?.slice(0, 10) ?? null, '–')}</td><td class="hash">${document.sha256}</td></tr>`,
        )}</tbody>
      </table>`,
  });

const isMail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u.test(text);

const contactLink = (contact: string): Html =>
  isWebAddressAlone(contact)
    ? html`<a href="${contact}">${contact}</a>`
    : isMail(contact)
      ? html`<a href="mailto:${contact}">${contact}</a>`
      : html`${contact}`;

const whoAndHow = ({ publication }: Edition): Html =>
  publication
    ? html`<h2>Who is behind it</h2>
      <p><strong>${publication.by}</strong></p>
      ${publication.about ? html`<p>${publication.about}</p>` : ''}
      <section id="answer"><h2>How to answer, or to have something put right</h2>
      <p>Whoever is named here can answer, and everybody can say what is wrong: ${contactLink(publication.contact)}. An answer that is published is read like any report, and shown beside the finding. What was wrong is put right in a new edition that says so; earlier editions stay.</p></section>`
    : html`<section id="answer"><h2>Who is behind it, and how to answer</h2>
      <p>This edition does not say who publishes it.</p></section>`;

/** How findings come about, by which standard, who publishes them and how to answer. */
export const methodPage = (edition: Edition, place: Place): string =>
  page(edition, {
    title: `Method. ${edition.title}`,
    about: 'How the findings come about, by which standard of proof, who publishes them, and how to answer.',
    file: files.method,
    place,
    body: html`<h1>Method</h1>
      <p>The agreement of ${dateInWords(edition.signed)} between ${edition.parties} says who owes what to whom. Reports are kept as they were collected, with their hash and the time. Each sentence that tells of conduct is held against the commitments by its meaning, and traced to its origin: whoever the knowledge goes back to. However many outlets repeat one origin, it counts once. Sources are graded on the Admiralty scale, from A (completely reliable) to F (cannot be judged); who gains by a statement weighs less in it. What is denied is shown as denied.</p>
      ${edition.basis.map((sentence) => html`<p>${sentence}</p>`)}
      <h2>Standard of proof</h2>
      <p>The standard is ${edition.standard}.</p>
      <ul>${edition.ladder.map((rung) => html`<li>${rung}</li>`)}</ul>
      <h2>What is not published</h2>
      <p>Whole texts, notes and remarks of the team never are. Names of people who act in no office, and places finer than a district, are replaced where [brackets] stand in a quotation; “…” marks what was left out of one.</p>
      ${whoAndHow(edition)}
      <h2>How to check it</h2>
      <p>The file ${files.manifest} lists every file of this folder with its SHA-256 hash. With Proviso: <code>proviso verify FOLDER</code>.</p>`,
  });

interface Told {
  number: number;
  day: string;
  correction: string | null;
}

const editionRow = ({ number, day: made, correction }: Told): Html =>
  html`<tr><th scope="row"><a href="${files.edition(number)}/${files.board}">Edition ${number}</a></th><td class="day">${dateInWords(made)}</td><td>${correction ? html`Correction: ${quoted(correction)}` : ''}</td></tr>`;

/** What changed in this edition, and all the earlier ones. */
export const editionsPage = (edition: Edition, earlier: readonly EditionMade[], place: Place): string => {
  const requires = new Map(edition.commitments.map((commitment) => [commitment.id, commitment.requires]));
  return page(edition, {
    title: `Editions. ${edition.title}`,
    about: edition.changes.map(({ says }) => says).join(' '),
    file: files.editions,
    place,
    body: html`<h1>Editions</h1>
      <p>Nothing changes silently: what changed is told here, and earlier editions stay as they were.</p>
      <h2>What changed in edition ${edition.number}</h2>
      ${edition.correction ? html`<p class="notice"><strong>Correction.</strong> ${edition.correction}</p>` : ''}
      <ul>${edition.changes.map(({ commitment, says }) => html`<li>${commitment ? html`<a href="${files.commitment(commitment)}">${requires.get(commitment) ?? ''}</a> ` : ''}${says}</li>`)}</ul>
      <h2>All editions</h2>
      <table><caption>The newest first.</caption>
        <thead><tr><th scope="col">Edition</th><th scope="col">Day</th><th scope="col">What it corrects</th></tr></thead>
        <tbody>${[edition, ...earlier.toSorted((a, b) => b.number - a.number)].map(editionRow)}</tbody>
      </table>`,
  });
};
