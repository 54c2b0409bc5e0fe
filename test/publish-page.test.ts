import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../src/messages/index.ts';
import { zippedText } from '../src/publish/testing.ts';
import { overflowOf, seriousFaults } from './axe.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { proviso } from './proviso.ts';
import { useWorkbench } from './served.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

const folder = await mkdtemp(join(tmpdir(), 'proviso-publish-page-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const [accord, reports, site] = ['case.yaml', 'reports', 'site'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
await writeFile(
  accord,
  `
id: convoy
title: The Convoy Pledge
signed: 2031-05-01
parties: [{id: norland, name: Norland}, {id: sudland, name: Sudland}]
publication: {by: Convoy Watch, contact: desk@convoy.example, address: "https://convoy.example/"}
commitments:
  - {id: no-shelling, debtor: norland, creditor: sudland, kind: prohibition, requires: Norland must not shell villages of Sudland.,
     window: {from: 2031-05-01}}
`,
);
await mkdir(reports);
await writeFile(
  join(reports, 'one.md'),
  `---
publisher: Ebb Post
published: 2031-06-03
title: Shells on the villages
---
Norland shelled two villages of Sudland near Lashkar Gah on Monday, Wenda Kroll said in the market.

Norland fired mortars at villages of Sudland on Tuesday, the minister Ivo Haldane said on the radio.

The week brought rain to the coast, and the market in the square was as full as ever. The council met twice, and
nothing was decided on the new school. A fair is to be held in July, and the band of the fire brigade will play.
`,
);

const days = 'asOf=2031-08-31&knownAt=2031-08-31';
const hidden = /wenda|kroll|haldane|lashkar/i;

/** What was unpacked so far, by path: an edition is unpacked over the one before. */
const unpacked = new Map<string, string>();
const unpack = async (bytes: Buffer): Promise<void> => {
  for (const [path, text] of await zippedText(bytes)) {
    unpacked.set(path, text);
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  }
};

describe.runIf(chromium)('publishing in the workbench', () => {
  const served = useWorkbench(chromium, accord, reports);
  let page: Page;
  beforeAll(async () => {
    page = await served.browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  });

  const choice = (name: string) => page.getByLabel(words.publish.choose(name));
  const make = async (number: number): Promise<void> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.publish.make(number) }).click();
    await unpack(await readFile(await (await download).path()));
    await page.getByText(words.publish.made(number)).waitFor();
  };

  it('lists all that would be public, hides whoever holds no office, and coarsens places', async () => {
    await page.goto(`${served.address}/cases/convoy/publish?${days}`);
    expect(await choice('Wenda Kroll').inputValue()).toBe('hide');
    expect(await choice('Lashkar').inputValue()).toBe('coarsen');
    expect(await choice('Ivo Haldane').inputValue()).toBe('keep');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it('hides one more by hand, with the reason', async () => {
    await page.getByLabel(words.publish.reason).first().fill('He asked for it.');
    await choice('Ivo Haldane').selectOption('hide');
    await page.getByRole('cell', { name: /He asked for it\./ }).waitFor();
  });

  it('makes an edition that has none of them in any file', async () => {
    await make(1);
    expect(unpacked.size).toBeGreaterThan(15);
    for (const [path, text] of unpacked) expect(path + text, path).not.toMatch(hidden);
    expect(unpacked.get('commitments/no-shelling.html')).toContain('[a place in Helmand]');
  });

  it('tells in a second edition what changed, and keeps the first', async () => {
    const first = unpacked.get('editions/1/index.html');
    const { csrfToken } = await (await page.request.get(`${served.address}/api/session`)).json();
    const decided = await page.request.post(`${served.address}/api/cases/convoy/decisions`, {
      headers: { 'X-Proviso-CSRF': csrfToken },
      data: { kind: 'finding', subject: 'no-shelling', value: 'disputed', reason: 'Nobody else saw it.' },
    });
    expect(decided.status()).toBe(201);
    await page.reload();
    await page.getByText('A person set a finding of their own: disputed.').waitFor();
    await make(2);
    expect(unpacked.get('editions/1/index.html')).toBe(first);
    expect(unpacked.get('editions.html')).toContain('A person set a finding of their own: disputed.');
    expect(unpacked.get('commitments/no-shelling.html')).toContain('[a member of the team]');
    for (const [path, text] of unpacked) expect(path + text, path).not.toMatch(hidden);
    expect(await proviso('verify', site)).toMatchObject({ code: 0, stdout: '' });
  });

  it.each([
    { width: 1440, colorScheme: 'light', javaScriptEnabled: true },
    { width: 390, colorScheme: 'dark', javaScriptEnabled: true },
    { width: 390, colorScheme: 'light', javaScriptEnabled: false },
  ] as const)('opens from a folder: %o', async ({ width, colorScheme, javaScriptEnabled }) => {
    const reader = await served.browser.newPage({
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled,
    });
    const asked: string[] = [];
    reader.on('request', (request) => asked.push(request.url()));
    for (const edition of ['', 'editions/1/']) {
      await reader.goto(pathToFileURL(join(site, edition, 'index.html')).href);
      await reader.getByRole('link', { name: 'Norland must not shell villages of Sudland.' }).click();
      await reader.getByRole('heading', { level: 2, name: 'Answer of Norland' }).waitFor();
      await reader.getByText('shelled two villages').first().waitFor();
      if (javaScriptEnabled) {
        expect(await seriousFaults(reader)).toEqual([]);
        expect(await overflowOf(reader)).toBeLessThanOrEqual(0);
      }
    }
    if (javaScriptEnabled) {
      await reader.goto(pathToFileURL(join(site, 'index.html')).href);
      await reader.getByRole('searchbox').fill('mortars');
      await reader.getByText('One sentence.').waitFor();
    }
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await reader.close();
  });
});
