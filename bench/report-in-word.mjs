/**
 * Whether a report survives an office program: makes the report of a case as DOCX, converts it to PDF with LibreOffice, and
 * checks that headings, paragraph numbers and notes are in the pages.
 *
 *   node bench/report-in-word.mjs --store DIR --case ID [--as-of DAY]
 *
 * Needs soffice and pdftotext (Debian: apt-get install --no-install-recommends libreoffice-writer-nogui poppler-utils).
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';

const run = promisify(execFile);
const { values } = parseArgs({
  options: { store: { type: 'string' }, case: { type: 'string' }, 'as-of': { type: 'string' } },
});
const program = new URL('../dist/cli/main.js', import.meta.url).pathname;
const clocks = values['as-of'] ? ['--as-of', values['as-of'], '--known-at', values['as-of']] : [];

const proviso = async (...args) =>
  (
    await run(
      process.execPath,
      [program, ...args, '--case', values.case, '--store', values.store, ...clocks],
      {
        maxBuffer: 1e9,
      },
    )
  ).stdout;

const plain = (text) => text.replace(/\s+/g, '');

const folder = await mkdtemp(join(tmpdir(), 'proviso-word-'));
try {
  const word = join(folder, 'report.docx');
  await proviso('report', '--format', 'docx', '--out', word);
  const markdown = await proviso('report', '--format', 'md');
  const began = performance.now();
  await run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--convert-to', 'pdf', '--outdir', folder, word],
  ]);
  const seconds = (performance.now() - began) / 1000;
  const { stdout: pages } = await run('pdftotext', ['-layout', join(folder, 'report.pdf'), '-'], {
    maxBuffer: 1e9,
  });
  const text = plain(pages);
  const unescaped = (line) => line.replace(/\\(.)/g, '$1').replaceAll('&amp;', '&').replaceAll('&lt;', '<');
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => unescaped(heading));
  const numbers = [...markdown.matchAll(/^(\d+)\. /gm)].map(([, number]) => number);
  const notes = [...markdown.matchAll(/^\[\^(\d+)\]: (.+)$/gm)].map(([, , note]) => unescaped(note));
  const missing = {
    headings: headings.filter((heading) => !text.includes(plain(heading))),
    numbers: numbers.filter((number) => !new RegExp(`^\\s*${number}\\.\\s`, 'm').test(pages)),
    // A note may go on over a page's edge: its last words tell that it is there.
    notes: notes.filter((note) => !text.includes(plain(note.split('; ').at(-1) ?? note))),
  };
  const told = { headings, numbers, notes };
  for (const [what, lost] of Object.entries(missing))
    console.log(
      `${what}: ${told[what].length - lost.length} of ${told[what].length} in the PDF${lost.length ? `; lost: ${lost.join(' | ')}` : ''}`,
    );
  console.log(`converted in ${seconds.toFixed(1)} s`);
  if (Object.values(missing).some((lost) => lost.length > 0)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
