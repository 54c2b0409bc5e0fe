import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, siteOf } from '../src/collect/web/testing.ts';
import { overflowOf, seriousFaults } from './axe.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { proviso } from './proviso.ts';
import { useWorkbench } from './served.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

const pledge = `
id: ferry
title: The Ferry Pledge
signed: 2025-05-01
parties: [{id: town, name: Larkham}, {id: island, name: Odvik}]
commitments:
  - {id: daily-ferry, debtor: town, creditor: island, kind: obligation, requires: Run a ferry every day.,
     window: {from: 2025-06-01}}
`;
const file = join(tmpdir(), `proviso-pledge-${process.pid}.yaml`);
await writeFile(file, pledge);

/** The feeds of the test are on this machine. */
process.env.PROVISO_FETCH_PRIVATE = '1';

const story = (title: string, words: string) => ({
  body: `<html lang="en"><head><title>${title}</title></head><body><article><p>${words}</p></article></body></html>`,
});

describe.runIf(chromium)('a day at the workbench', () => {
  const served = useWorkbench(chromium, file);
  let site: Site;
  let page: Page;
  beforeAll(async () => {
    site = await siteOf({ '/robots.txt': { body: '' } });
    const item = (path: string) => `<item><title>Ferry</title><link>${site.origin}${path}</link></item>`;
    const feed = (...paths: string[]) => ({
      headers: { 'content-type': 'application/rss+xml' },
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Ebb Post</title>${paths.map(item).join('')}</channel></rss>`,
    });
    site.routes['/feed'] = feed('/one');
    site.routes['/one'] = story(
      'No ferry on Monday',
      'Larkham ran no ferry to Odvik on Monday, an official of Odvik said in the council hall of the island.',
    );
    page = await served.browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  });
  afterAll(() => site.close());

  const sound = async () => {
    expect(await seriousFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  it('begins with a name', async () => {
    await page.goto(`${served.address}/cases/ferry`);
    await page.getByRole('button', { name: 'Who are you?' }).click();
    await page.getByRole('dialog').getByLabel('Your name').fill('Tove Arran');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep my name' }).click();
    await page.getByRole('button', { name: 'You are Tove Arran' }).waitFor();
    await page.getByRole('link', { name: 'Nothing new' }).waitFor();
  });

  it('hears by the bell of what the command line adds meanwhile', async () => {
    const store = join(served.folder, 'store');
    const added = await proviso('add', `${site.origin}/feed`, '--case', 'ferry', '--store', store);
    expect(added).toMatchObject({ code: 0, stderr: expect.stringContaining('1 new') });
    await page.reload();
    await page.getByRole('link', { name: '1 thing new' }).click();
    await page.getByRole('heading', { name: '1 new document' }).waitFor();
    await page.getByRole('link', { name: 'No ferry on Monday' }).waitFor();
    await sound();
    await page.getByRole('button', { name: 'Mark all as seen' }).click();
    await page.getByRole('link', { name: 'Nothing new' }).waitFor();
  });

  it('shows the visit of the feed, and in words why the next one fails', async () => {
    await page.getByRole('link', { name: 'Feeds', exact: true }).click();
    await page.getByText('It brought 1 document').waitFor();
    await page.getByText(/Last visit .*: it answered\./).waitFor();
    site.routes['/feed'] = { status: 410, body: '' };
    await page.getByRole('button', { name: `Visit now: ${site.origin}/feed` }).click();
    await page.getByText(/Last visit .* failed: /).waitFor();
    await sound();
    await page.getByRole('link', { name: '1 thing new' }).waitFor();
    await page.getByRole('button', { name: `Pause: ${site.origin}/feed` }).click();
    await page.getByText('Paused').waitFor();
    await page.getByRole('button', { name: `Remove: ${site.origin}/feed` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No address is watched yet.').waitFor();
  });

  it('takes a document down with a reason, and deletes the case by its title', async () => {
    await page.goto(`${served.address}/cases/ferry/documents`);
    await page.getByRole('link', { name: 'No ferry on Monday' }).click();
    await page.getByRole('button', { name: 'Take this document down' }).click();
    await sound();
    await page.getByRole('dialog').getByLabel('Why it has to go').fill('A person asked for it.');
    await page.getByRole('button', { name: 'Take it down for good' }).click();
    await page.waitForURL(/\/documents$/);
    await page.getByText('There is no such document in this case.').waitFor();
    await page.goto(`${served.address}/cases/ferry/pairs`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await sound();
    await page.goto(`${served.address}/cases/ferry/file`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the case file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ferry.yaml');
    expect(await readFile(await download.path(), 'utf8')).toBe(pledge);
    await sound();
    await page.getByLabel('Type its title: The Ferry Pledge').fill('The Ferry Pledge');
    await page.getByRole('button', { name: 'Delete the case' }).click();
    await page.getByRole('link', { name: 'The Ferry Pledge' }).waitFor({ state: 'detached' });
    await page.goto(`${served.address}/new-case`);
    await page.getByLabel('Or a case file that is there already').setInputFiles(file);
    await page.waitForURL(/\/cases\/ferry$/);
    await page.getByText('Run a ferry every day.').first().waitFor();
  });
});
