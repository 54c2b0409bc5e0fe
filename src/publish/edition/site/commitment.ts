import { html, raw } from 'hono/html';
import { words } from '../../../messages/index.ts';
import {
  dateInWords,
  type Edition,
  type MonthRun,
  monthRuns,
  type PublicCommitment,
  type PublicOrigin,
  type PublicQuotation,
} from '../../../model/index.ts';
import { jsonText } from '../../json-text.ts';
import { markOf, type Stand } from '../../marks.ts';
import { runDays } from '../../report/commitment.ts';
import { claimReview } from './claim-review.ts';
import { addressOf, documentLine, files, type Html, type Place, page, quoted, statusMark } from './frame.ts';

const anchorOf = (id: string): string => `said-${id}`;

/** Where words stand: their document, the place in it, and the entry in the list with the hash of the kept copy. */
const whereFrom = (
  edition: Edition,
  { document, place }: Pick<PublicQuotation, 'document' | 'place'>,
): Html => {
  const cited = edition.documents[document - 1];
  return html`${cited ? documentLine(cited) : ''}, ${place}; <a href="../${files.documents}#document-${document}">copy ${document}</a>`;
};

const quotation = (edition: Edition, item: PublicQuotation): Html =>
  html`<li id="${anchorOf(item.id)}">
      <blockquote>${quoted(item.words)}</blockquote>
      <p class="told">${item.chain.join(' ← ')}. It ${item.bears}. Told: ${item.surely}. ${item.judged ? 'A person accepted it.' : 'Not judged by a person yet.'}</p>
      <p class="told">${whereFrom(edition, item)}</p>
    </li>`;

const withheld = (many: number): Html | '' =>
  many > 0
    ? html`<li class="soft">${many === 1 ? 'One more sentence is' : `${many} more sentences are`} not published.</li>`
    : '';

const origin = (
  edition: Edition,
  { name, camp, grade, says, quotations, withheld: more }: PublicOrigin,
): Html =>
  html`<li>
      <strong>${name}</strong> <span class="soft">${grade ? `grade ${grade}` : 'not graded'}${camp ? `, in the camp of ${camp}` : ''}:</span> ${says}
      <ul>${quotations.map((item) => quotation(edition, item))}${withheld(more)}</ul>
    </li>`;

const origins = (edition: Edition, { origins: all, reasons }: PublicCommitment): Html => {
  const told = all.filter(({ bearing }) => bearing !== 'context');
  return html`<section id="sentences">
      <h2>What it rests on</h2>
      ${reasons.map((reason) => html`<p>${reason}</p>`)}
      ${
        told.length > 0
          ? html`<p class="soft">Each branch is one origin: however many outlets repeat it, it counts once.</p>
      <ul class="tree">${told.map((each) => origin(edition, each))}</ul>`
          : html`<p>Nothing that counts bears on it.</p>`
      }
    </section>`;
};

const finding = (commitment: PublicCommitment): Html => {
  const { sentence, personal, owes, clause } = commitment;
  return html`<section class="side" aria-labelledby="finding">
      <h2 id="finding">Finding</h2>
      <p>${statusMark(commitment, 'big')}</p>
      <p>${sentence} <a href="#sentences">The sentences</a></p>
      ${
        personal
          ? html`<p>Beside it, ${personal.by} set a finding of their own on ${dateInWords(personal.at.slice(0, 10))}: ${statusMark(personal)}. Reason: ${quoted(personal.reason)}</p>`
          : ''
      }
      <p class="soft">${owes}</p>
      ${clause ? html`<p class="soft">The agreement’s words: ${quoted(clause)}</p>` : ''}
    </section>`;
};

const conditions = ({ conditions: all }: PublicCommitment): Html | '' =>
  all.length > 0
    ? html`<h2>Conditional on</h2>
      <ul>${all.map((condition) => html`<li><a href="../${files.commitment(condition.commitment)}">${condition.requires}</a> ${statusMark(condition)}</li>`)}</ul>`
    : '';

const answer = (edition: Edition, { debtor, replies }: PublicCommitment): Html =>
  html`<section class="side" id="answer" aria-labelledby="answer-heading">
      <h2 id="answer-heading">Answer of ${debtor}</h2>
      ${
        replies.length > 0
          ? html`<ul class="tree">${replies.map(
              (reply) =>
                html`<li><p><strong>${reply.by} ${reply.kind}:</strong></p><blockquote>${quoted(reply.words)}</blockquote><p class="told">${whereFrom(edition, reply)}</p></li>`,
            )}</ul>`
          : html`<p>No answer of ${debtor} was found in the reports.</p>`
      }
      <p class="soft"><a href="../${files.method}#answer">How to answer, or to have something put right</a></p>
    </section>`;

const elements = ({ elements: parts }: PublicCommitment): Html | '' =>
  parts.length === 0
    ? ''
    : html`<h2>Element by element</h2>
      <table>
        <caption>What performance asks, and what is told of it.</caption>
        <thead><tr><th scope="col">Element</th><th scope="col">State</th><th scope="col">Where</th></tr></thead>
        <tbody>${parts.map(
          ({ element, state, quotation: id }) =>
            html`<tr><th scope="row">${element}</th><td>${words.evidence.states[state]}</td><td>${id ? html`<a href="#${anchorOf(id)}">the sentence</a>` : '–'}</td></tr>`,
        )}</tbody>
      </table>`;

const timeline = ({ months }: PublicCommitment): Html | '' => {
  if (months.length === 0) return '';
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const sign = ({ status }: Stand): Html =>
    html`<span class="${markOf(status).tone}">${markOf(status).sign}</span>`;
  const run = (one: MonthRun): Html => html`<li>${runDays(one)}: ${statusMark(one)}</li>`;
  return html`<h2>Month by month</h2>
      <ul class="months" aria-hidden="true">${years.map(
        (year) =>
          html`<li><b>${year}</b><span class="strip">${months
            .filter(({ month }) => month.startsWith(year))
            .map(sign)}</span></li>`,
      )}</ul>
      <ul>${monthRuns(months).map(run)}</ul>`;
};

const list = (heading: string, items: readonly string[]): Html | '' =>
  items.length > 0 ? html`<h2>${heading}</h2><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : '';

const embedding = (edition: Edition, { id, requires }: PublicCommitment): Html => {
  const address = (file: string) => addressOf(edition, file) ?? `../${file}`;
  const card = `<iframe src="${address(files.card(id))}" title="${requires.replaceAll('"', '”')}" width="360" height="220" loading="lazy"></iframe>`;
  return html`<h2>Show it elsewhere</h2>
      <p><img src="../${files.badge(id)}" alt="Badge with the status, edition and day" /></p>
      <p>A <a href="../${files.badge(id)}">badge</a>, and a <a href="../${files.card(id)}">card</a> for an article, always of the newest edition:</p>
      <p><code>${card}</code></p>`;
};

/** One commitment: the finding beside the answer of whoever owes it, then all that it rests on. */
export const commitmentPage = (edition: Edition, commitment: PublicCommitment, place: Place): string => {
  const { id, reference, requires, sentence, wouldChange } = commitment;
  const changed = edition.changes.filter((change) => change.commitment === id).map(({ says }) => says);
  const review = place.isFront ? claimReview(edition, commitment) : null;
  return page(edition, {
    title: `${requires} ${edition.title}`,
    about: sentence,
    file: files.commitment(id),
    place,
    head: review ? html`<script type="application/ld+json">${raw(jsonText(review))}</script>` : '',
    body: html`<h1>${reference ? html`<span class="soft">${reference}</span> ` : ''}${requires}</h1>
      <div class="sides">${finding(commitment)}${answer(edition, commitment)}</div>
      ${list('What changed in this edition', changed)}
      ${conditions(commitment)}
      ${elements(commitment)}
      ${timeline(commitment)}
      ${origins(edition, commitment)}
      ${list('What would change it', wouldChange)}
      ${place.isFront ? embedding(edition, commitment) : ''}`,
  });
};
