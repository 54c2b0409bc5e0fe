import { html } from 'hono/html';
import type { Edition, PublicCommitment } from '../../../model/index.ts';
import { allMarks } from '../../marks.ts';
import { day, editionLine, files, type Html, type Place, page, replyKinds, statusMark } from './frame.ts';

const tally = ({ commitments }: Edition): Html[] =>
  allMarks.flatMap(([status]) => {
    const many = commitments.filter((commitment) => commitment.status === status).length;
    return many > 0 ? [html`<li><b>${many}</b> ${statusMark({ status })}</li>`] : [];
  });

const answer = ({ id, replies, debtor }: PublicCommitment): Html => {
  const kinds = replyKinds(replies);
  return html`<a href="${files.commitment(id)}#answer" aria-label="Answer of ${debtor}: ${kinds || 'none found'}">${kinds || 'none found'}</a>`;
};

const row = (commitment: PublicCommitment): Html => {
  const { id, reference, requires, debtor, personal, due, lastReport } = commitment;
  return html`<tr>
      <th scope="row">${reference ? html`<span class="soft">${reference}</span> ` : ''}<a href="${files.commitment(id)}">${requires}</a></th>
      <td data-label="Owed by">${debtor}</td>
      <td>${statusMark(commitment)}${personal ? html`<br /><span class="soft">a person found:</span> ${statusMark(personal)}` : ''}</td>
      <td data-label="Answer">${answer(commitment)}</td>
      <td class="day" data-label="Due">${day(due, '–')}</td>
      <td class="day" data-label="Last report">${day(lastReport, '–')}</td>
    </tr>`;
};

const correction = ({ correction: wrong }: Edition): Html =>
  wrong ? html`<p class="notice"><strong>Correction.</strong> ${wrong}</p>` : html``;

const search = html`<div class="search" hidden>
      <label>Search in the quotations <input type="search" autocomplete="off" /></label>
      <p role="status" class="soft"></p>
      <ol></ol>
    </div>`;

/** The front page: where each commitment stands, in five seconds. */
export const boardPage = (edition: Edition, place: Place): string => {
  const about = `Where each of the ${edition.commitments.length} commitments stands. ${editionLine(edition)}`;
  return page(edition, {
    title: `${edition.title}: is it kept?`,
    about,
    file: files.board,
    place,
    body: [
      html`<h1>Is it kept? ${edition.title}</h1>
        <p class="soft">Between ${edition.parties}. ${editionLine(edition)}</p>
        ${correction(edition)}
        <ul class="tally">${tally(edition)}</ul>
        ${place.isFront ? search : ''}
        <table class="rows">
          <caption>Each finding opens to the sentences that it rests on, and to the answer of whoever owes it.</caption>
          <thead><tr><th scope="col">Commitment</th><th scope="col">Owed by</th><th scope="col">Finding</th><th scope="col">Their answer</th><th scope="col">Due</th><th scope="col">Last report</th></tr></thead>
          <tbody>${edition.commitments.map(row)}</tbody>
        </table>
        ${place.isFront ? html`<p>Follow it: <a href="${files.atom}">changes as a feed</a>, <a href="${files.calendar}">deadlines for a calendar</a>, <a href="${files.edition(edition.number)}/${files.data}">all of it as data</a>.</p>` : ''}`,
      ...(place.isFront ? [html`<script src="${files.search}" defer></script>`] : []),
    ],
  });
};
