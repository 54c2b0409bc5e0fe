import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, howToGetOne, launch } from './browser.ts';
import { freePort, printed, spawnProviso } from './proviso.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

it.runIf(!chromium && process.env.CI)('a browser is needed', () => {
  throw new Error(howToGetOne);
});

describe.runIf(chromium)('the workbench on the example', () => {
  let folder = '';
  let address = '';
  let server: ReturnType<typeof spawnProviso>;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-workbench-'));
    const port = await freePort();
    address = `http://localhost:${port}`;
    server = spawnProviso(['start', '--port', String(port), '--store', join(folder, 'store')]);
    await printed(server.stdout, /Proviso is at/);
    browser = await launch(chromium as string);
  });

  afterAll(async () => {
    await browser?.close();
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });

  /** A page that notes every request to anywhere else, and every error. */
  const open = async (
    path: string,
    width = 1440,
  ): Promise<{ page: Page; elsewhere: string[]; errors: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const elsewhere: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${address}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { page, elsewhere, errors };
  };

  it('goes from the list of cases to a board with every commitment', async () => {
    const { page, elsewhere, errors } = await open('/');
    await page.getByRole('link', { name: /Doha 2020/ }).click();
    await page.waitForURL(/\/cases\/doha-2020/);
    const rows = page.getByRole('list', { name: /^Commitments of/ }).getByRole('heading', { level: 3 });
    expect(await rows.count()).toBe(20);
    expect({ elsewhere, errors }).toEqual({ elsewhere: [], errors: [] });
    await page.close();
  });

  it('goes from the board to a sentence, rejects it, sees the finding change, and undoes', async () => {
    const { page, errors } = await open('/cases/doha-2020/commitments/taliban-no-hosting');
    const status = () =>
      page
        .locator('main')
        .getByText(/(breach|performance|no information)/)
        .first()
        .textContent();
    const before = await status();
    const reject = page.getByRole('button', { name: 'Reject' });
    const count = await reject.count();
    expect(count).toBeGreaterThan(0);

    await reject.first().click();
    await page.getByText('Rejected. The finding has been weighed again.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page.getByText('Undone. The finding has been weighed again.').waitFor();
    expect(await status()).toBe(before);

    await page.locator('blockquote a, a.quote, main a[href*="at="]').first().click();
    await page.waitForURL(/documents\/[0-9a-f]{16}\?.*at=/);
    await page.locator('.mark-at').first().waitFor();
    expect(
      await page
        .getByText('Proviso’s summary, not the outlet’s text')
        .or(page.getByText("Proviso's summary, not the outlet's text"))
        .count(),
    ).toBeGreaterThan(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([
    '/cases/doha-2020',
    '/cases/doha-2020/commitments/taliban-no-hosting',
    '/cases/doha-2020/documents',
  ])('%s fits a phone', async (path) => {
    const { page } = await open(path, 390);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('finds a document by a word in it', async () => {
    const { page } = await open('/cases/doha-2020/documents?q=prisoners');
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('says so where there is no such case', async () => {
    const { page } = await open('/cases/nowhere');
    expect(await page.getByText('PROVISO_CASE_NOT_FOUND').count()).toBe(1);
    await page.close();
  });
});
