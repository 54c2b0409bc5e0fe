import { html, raw } from 'hono/html';
import { type CratedCase, lastMoment, listNames, paths } from './crate.ts';
import { paperStyle } from './paper/style.ts';

type Html = ReturnType<typeof html>;

const documentRow = (
  { id, title, publisher, published, sha256 }: CratedCase['lists']['documents'][number],
  takenAt: string | undefined,
): Html =>
  html`<tr>
    <td><a href="${paths.text(id)}">${title}</a></td>
    <td>${publisher ?? 'unknown publisher'}, ${published ?? 'undated'}</td>
    <td>${takenAt ? takenAt.slice(0, 10) : ''}</td>
    <td><a href="${paths.original(sha256)}">as collected</a></td>
  </tr>`;

const counted = ({ lists }: CratedCase): [string, number][] => [
  ['documents', lists.documents.length],
  ['verdicts on evidence', lists.judgements.length],
  ['decisions on names, sources, origins and findings', lists.decisions.length],
  ['claims entered by hand', lists.claims.length],
  ['corrections of documents', lists.corrections.length],
  ['documents taken down', lists.takedowns.length],
];

const isList = (name: string): name is keyof typeof listNames => name in listNames;

/** The content of `ro-crate-preview.html`: the archive in one page, which needs nothing but the files beside it. */
export function cratePreview(crated: CratedCase): string {
  const { file, lists, files } = crated;
  const day = lastMoment(crated).slice(0, 10);
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  const firstTaken = new Map(
    lists.captures.toReversed().map(({ documentId, collectedAt }) => [documentId, collectedAt]),
  );
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${file.title}: archive of the case</title>
        <style>
          ${raw(paperStyle)}
        </style>
      </head>
      <body>
        <header>
          <h1>${file.title}</h1>
          <p>The whole case as of ${day}: what was promised, the reports as they were collected, what was read in them and what people decided.</p>
        </header>
        <main>
          <section>
            <h2>What is in it</h2>
            <ul>
              <li>${file.commitments.length} commitments, in the <a href="${paths.source}">case file</a></li>
              ${sizes.has(paths.agreement) ? html`<li>the <a href="${paths.agreement}">text of the agreement</a></li>` : ''}
              ${counted(crated).flatMap(([what, count]) => (count > 0 ? [html`<li>${count} ${what}</li>`] : []))}
            </ul>
          </section>
          <section>
            <h2>Commitments</h2>
            <ol>
              ${file.commitments.map(({ requires, reference }) => html`<li>${requires} ${reference ? html`<span class="reference">${reference}</span>` : ''}</li>`)}
            </ol>
          </section>
          <section>
            <h2>Documents</h2>
            <table>
              <thead>
                <tr>
                  <th scope="col">Text</th>
                  <th scope="col">Published</th>
                  <th scope="col">Collected</th>
                  <th scope="col">Original</th>
                </tr>
              </thead>
              <tbody>
                ${lists.documents.map((facts) => documentRow(facts, firstTaken.get(facts.id)))}
              </tbody>
            </table>
            ${lists.takedowns.map(
              ({ at, by, reason }) =>
                html`<p>A document was taken down on ${at.slice(0, 10)} by ${by}: ${reason}</p>`,
            )}
          </section>
          <section>
            <h2>Lists</h2>
            <ul>
              ${Object.entries(listNames).map(([name, what]) =>
                isList(name) && lists[name].length > 0
                  ? html`<li><a href="${paths.list(name)}">${what}</a>: ${lists[name].length}</li>`
                  : '',
              )}
            </ul>
          </section>
          <section>
            <h2>How to check it</h2>
            <p>Unpack it and run <code>sha256sum -c ${paths.manifest}</code>: every file must be as it was written. The name of each original is its SHA-256. Findings follow from all this: a Proviso takes the archive in with <code>proviso case import FILE</code> and shows them.</p>
          </section>
        </main>
      </body>
    </html>`;
  return String(page);
}
