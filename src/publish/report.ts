import { html, raw } from 'hono/html';
import {
  type Assessment,
  type CaseFile,
  type Commitment,
  type DocumentSummary,
  type Finding,
  type Opinion,
  toldWords,
} from '../model/index.ts';
import {
  creditorNames,
  debtorNames,
  elementWords,
  evidenceOf,
  leftOutOf,
  opinionWords,
  originWords,
} from './in-words.ts';
import { allMarks, markOf, statusWords } from './marks.ts';
import { reportStyle } from './report-style.ts';

/** What a report is made of. */
export interface Report {
  file: CaseFile;
  assessment: Assessment;
  documents: ReadonlyMap<string, DocumentSummary>;
}

type Html = ReturnType<typeof html>;
type Documents = Report['documents'];

const kindOf = (status: string): string => status.split(' ').at(-1) ?? status;

/** Belief, uncertainty and disbelief as one bar; the words beside it say the same. */
const bar = (label: string, opinion: Opinion): Html => {
  const belief = Math.round(opinion.belief * 100);
  const uncertainty = Math.round(opinion.uncertainty * 100);
  return html`<tr>
    <th scope="row">${label}</th>
    <td>
      <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${opinionWords(opinion)}">
        <rect class="against" width="100" height="8" />
        <rect class="unsure" width="${belief + uncertainty}" height="8" />
        <rect class="for" width="${belief}" height="8" />
      </svg>
    </td>
    <td>${opinionWords(opinion)}</td>
  </tr>`;
};

const strip = ({ months }: Finding): Html =>
  html`<ol class="months" aria-label="Status by month">
    ${months.map(
      ({ month, status }) =>
        html`<li class="${kindOf(status)}" title="${month}: ${status}">${markOf(status).sign}</li>`,
    )}
  </ol>`;

const source = (id: string, documents: Documents): Html => {
  const document = documents.get(id);
  if (!document) return html`${id}`;
  const title = document.url?.match(/^https?:\/\//)
    ? html`<a href="${document.url}" rel="noopener noreferrer">${document.title}</a>`
    : html`${document.title}`;
  const digest = document.kind === 'digest' ? html` <em>Proviso’s summary, not the outlet’s text.</em>` : '';
  return html`${title}, ${document.publisher ?? 'unknown publisher'}, ${document.published ?? 'undated'}.${digest}
    <code>${id}</code>`;
};

const sentence = (item: Finding['evidence'][number], documents: Documents): Html =>
  html`<li>
    <blockquote>${item.words}</blockquote>
    <p class="chain">${item.chain.join(' ← ')}; ${toldWords(item)}; ${opinionWords(item.opinion)}</p>
    <p class="source">${source(item.document, documents)}</p>
  </li>`;

const origin = (item: Finding['origins'][number], finding: Finding, documents: Documents): Html =>
  html`<article class="origin">
    <h4>${item.name}</h4>
    <p>
      ${originWords(item)}; camp ${item.camp};
      ${item.grade ? `grade ${item.grade}` : 'not graded'}
    </p>
    <ul>
      ${evidenceOf(finding, item).map((evidence) => sentence(evidence, documents))}
    </ul>
  </article>`;

const list = (title: string, items: readonly Html[]): Html | string =>
  items.length > 0
    ? html`<h3>${title}</h3>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`
    : '';

const chapter = ({ file, documents }: Report, commitment: Commitment, finding: Finding): Html =>
  html`<section id="${commitment.id}">
    <h2>${commitment.requires}</h2>
    <p class="reference">
      ${commitment.id}${commitment.reference ? `, ${commitment.reference}` : ''}; ${commitment.kind} of
      ${debtorNames(file, finding)} to ${creditorNames(file, finding)}${finding.due ? `, due ${finding.due}` : ''}
    </p>
    <p class="status ${kindOf(finding.status)}">${markOf(finding.status).sign} ${statusWords(finding)}</p>
    ${
      finding.personal
        ? html`<p>Set by ${finding.personal.by} to <strong>${finding.personal.status}</strong>: ${finding.personal.reason}</p>`
        : ''
    }
    ${strip(finding)}
    <table class="opinions">
      ${bar('Breach', finding.breach)}${bar('Performance', finding.performance)}
    </table>
    ${finding.conditions.map(
      ({ commitment: id, status }) =>
        html`<p>Conditional on <a href="#${id}">${id}</a>, which is: ${status}.</p>`,
    )}
    ${finding.origins.length > 0 ? html`<h3>Origins</h3>` : ''}
    ${finding.origins.map((item) => origin(item, finding, documents))}
    ${list(
      'What performance asks, and what is told of it',
      elementWords(finding).map((words) => html`${words}`),
    )}
    ${finding.ownWord ? html`<p>Only whoever owes it says so.</p>` : ''}
    ${list(
      'Replies of the accused party',
      finding.replies.map(
        ({ by, kind, words, document }) => html`${by} ${kind}: “${words}” ${source(document, documents)}`,
      ),
    )}
    ${list(
      'Left out, and why',
      leftOutOf(finding).map(({ words, why }) => html`“${words}”: ${why}`),
    )}
    ${list(
      'What would change it',
      finding.wouldChange.map((line) => html`${line}`),
    )}
  </section>`;

/** One self-contained page: no script, no style and no picture from anywhere else. */
export const reportHtml = (report: Report): string => {
  const { file, assessment } = report;
  const findings = new Map(assessment.commitments.map((finding) => [finding.id, finding]));
  const chapters = file.commitments.flatMap((commitment) => {
    const finding = findings.get(commitment.id);
    return finding ? [{ commitment, finding }] : [];
  });
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${file.title}: findings as of ${assessment.asOf}</title>
        <style>
          ${raw(reportStyle)}
        </style>
      </head>
      <body>
        <header>
          <h1>${file.title}</h1>
          <p>As of ${assessment.asOf}, as known on ${assessment.knownAt}. Standard of proof: ${file.standard}.</p>
          <p class="legend">${allMarks.map(([status, { sign }]) => html`<span>${sign} ${status}</span> `)}</p>
        </header>
        <main>
          <table class="overview">
            <caption>
              Every commitment
            </caption>
            <thead>
              <tr>
                <th scope="col">Commitment</th>
                <th scope="col">Owed by</th>
                <th scope="col">Status</th>
              </tr>
            </thead>
            <tbody>
              ${chapters.map(
                ({ commitment, finding }) =>
                  html`<tr>
                    <td><a href="#${commitment.id}">${commitment.requires}</a></td>
                    <td>${debtorNames(file, finding)}</td>
                    <td class="${kindOf(finding.status)}">
                      ${markOf(finding.status).sign} ${statusWords(finding)}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>
          ${chapters.map(({ commitment, finding }) => chapter(report, commitment, finding))}
        </main>
        <footer><p>Made by Proviso. Findings follow from the reports shown; a person should read them.</p></footer>
      </body>
    </html>`;
  return String(page);
};
