import type { Edition } from '../../../model/index.ts';
import { jsonText } from '../../json-text.ts';
import { files } from './frame.ts';

/** What is searched: every quotation with who tells it and where it is read. */
const entriesOf = ({ commitments, documents }: Edition) =>
  commitments.flatMap(({ id, requires, origins, replies }) => [
    ...origins.flatMap(({ name, quotations }) =>
      quotations.map((quotation) => ({
        words: quotation.words,
        by: [name, documents[quotation.document - 1]?.publisher ?? ''].join(' '),
        requires,
        to: `${files.commitment(id)}#said-${quotation.id}`,
      })),
    ),
    ...replies.map(({ words, by }) => ({ words, by, requires, to: `${files.commitment(id)}#answer` })),
  ]);

/** The index as a script that sets it: pages that are opened from a folder may fetch nothing. */
export const searchIndexOf = (edition: Edition): string =>
  `globalThis.searchEntries = ${jsonText(entriesOf(edition))};\n`;

/** Shows the search where scripts run, and loads what it needs once somebody uses it. */
export const searchScript = `'use strict';
(() => {
  const box = document.querySelector('.search');
  const [input, status, list] = [box.querySelector('input'), box.querySelector('[role=status]'), box.querySelector('ol')];
  const load = (source) =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = source;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  let search = null;
  const ready = () =>
    (search ??= Promise.all([load('${files.searchLibrary}'), load('${files.searchIndex}')]).then(() => {
      const index = new MiniSearch({ fields: ['words', 'by', 'requires'], searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' } });
      index.addAll(searchEntries.map((entry, id) => ({ id, ...entry })));
      return index;
    }));
  const line = ({ id }) => {
    const { words, by, requires, to } = searchEntries[id];
    const [item, link, note] = [document.createElement('li'), document.createElement('a'), document.createElement('p')];
    link.href = to;
    link.textContent = words;
    link.dir = 'auto';
    note.className = 'told';
    note.textContent = by + '. ' + requires;
    item.append(link, note);
    return item;
  };
  const show = async () => {
    const query = input.value.trim();
    const found = query ? (await ready()).search(query) : [];
    if (query !== input.value.trim()) return;
    status.textContent = query ? (found.length === 1 ? 'One sentence.' : found.length + ' sentences.') : '';
    list.replaceChildren(...found.slice(0, 30).map(line));
  };
  input.addEventListener('input', show);
  box.hidden = false;
})();
`;
