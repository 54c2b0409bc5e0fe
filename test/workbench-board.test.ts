import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { overflowOf, seriousFaults } from './axe.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { useWorkbench } from './served.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

const inTime = 'asOf=2022-08-31&knownAt=2022-08-31';
const board = `/cases/doha-2020?${inTime}`;
const lines = 'tr[data-commitment]';

/** How many lines can be seen without scrolling, above what stands at the foot of the window. */
const seen = (page: Page): Promise<number> =>
  page.locator(lines).evaluateAll((rows) => {
    const foot = document.querySelector('.status-bar')?.getBoundingClientRect().top ?? innerHeight;
    return rows
      .map((row) => row.getBoundingClientRect())
      .filter(({ top, bottom }) => top >= 0 && bottom <= foot).length;
  });

const idsOf = (page: Page): Promise<(string | null)[]> =>
  page.locator(lines).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-commitment')));

const statusesOf = (page: Page): Promise<string[]> =>
  page.locator(`${lines} .cell-status .badge`).allTextContents();

describe.runIf(chromium)('the board of the example', () => {
  const served = useWorkbench(chromium);

  const open = async (path: string, width = 1440, height = 900, more = {}): Promise<Page> => {
    const page = await served.browser.newPage({ viewport: { width, height }, ...more });
    await page.goto(served.address + path, { waitUntil: 'networkidle' });
    await page.locator(lines).first().waitFor();
    return page;
  };

  it('shows the statuses of all twenty commitments on one screen', async () => {
    const page = await open(board);
    expect(await seen(page)).toBe(20);
    expect((await statusesOf(page)).length).toBe(20);
    await page.close();
  });

  it('shows no English in another language, from the right, but names, duties and references', async () => {
    const storage = [{ name: 'proviso-language', value: 'ar-XB' }];
    const origins = [{ origin: served.address, localStorage: storage }];
    // Dates and numbers are the browser's: in Japanese they have no letter of English.
    const page = await open(board, 1440, 900, { locale: 'ja-JP', storageState: { cookies: [], origins } });
    const { lang, dir, texts } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      texts: [document.title, ...document.querySelectorAll('body *')].flatMap((found) =>
        typeof found === 'string'
          ? found
          : [
              ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => found.getAttribute(name) ?? ''),
              ...[...found.childNodes]
                .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
                .map(({ textContent }) => textContent ?? ''),
            ],
      ),
    }));
    expect([lang, dir]).toEqual(['ar-XB', 'rtl']);
    expect(texts.length).toBeGreaterThan(200);
    const { case: shown, commitments } = await (
      await fetch(`${served.address}/api/cases/doha-2020?${inTime}`)
    ).json();
    const own = [
      ...[shown.title, ...Object.values<string>(shown.names)],
      ...commitments.flatMap((one: { requires: string; reference: string | null }) => [
        one.requires,
        one.reference ?? '',
      ]),
    ].toSorted((a, b) => b.length - a.length);
    const keys = ['Ctrl+Enter', 'Tab', 'Esc'];
    const rest = texts.map((text) =>
      [...own, ...keys].reduce((left, name) => (name ? left.replaceAll(name, '') : left), text),
    );
    expect(rest.filter((text) => /[A-Za-z]{2}/.test(text))).toEqual([]);
    await page.close();
  });

  it('shows eight commitments with their statuses on a phone', async () => {
    const page = await open(board, 390, 844);
    expect(await seen(page)).toBeGreaterThanOrEqual(8);
    expect(await page.locator(`${lines} .cell-status .badge`).nth(7).isVisible()).toBe(true);
    await page.close();
  });

  it('counts in its matrix what the lines say, and shows the lines of a number that is pressed', async () => {
    const page = await open(board);
    const counts = page.locator('.matrix-count a');
    const numbers = (await counts.allTextContents()).map(Number);
    expect(numbers.reduce((sum, n) => sum + n, 0)).toBe(20);
    const label = (await counts.first().getAttribute('aria-label')) ?? '';
    await counts.first().click();
    await expect.poll(() => page.locator(lines).count()).toBe(numbers[0]);
    const [, status = ''] = /, (.+): /.exec(label) ?? [];
    expect(new Set((await statusesOf(page)).map((each) => each.toLowerCase()))).toEqual(new Set([status]));
    expect(new URL(page.url()).searchParams.get('status')).toBe(status);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator(lines).count()).toBe(20);
    await page.close();
  });

  it('sorts by a column and says so, to eyes and to those who hear it', async () => {
    const page = await open(`${board}&grouped=no`);
    const head = page.getByRole('columnheader', { name: 'Deadline' });
    await head.getByRole('button').click();
    await page.waitForURL(/sort=deadline/);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const { assessment } = await (await fetch(`${served.address}/api/cases/doha-2020?${inTime}`)).json();
    const due = new Map(
      assessment.commitments.map(({ id, due }: { id: string; due: string | null }) => [id, due]),
    );
    const days = (await idsOf(page)).map((id) => due.get(id) ?? '9999');
    expect(days).toEqual(days.toSorted());
    await head.getByRole('button').click();
    await page.waitForURL(/sort=-deadline/);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.close();
  });

  it('hands on the lines that it shows, in their order, and the timeline its events', async () => {
    const page = await open(`${board}&status=performance&sort=-last`);
    const rowsOf = async (name: string): Promise<string[][]> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      const [, ...rows] = parse(await readFile(await download.path(), 'utf8'), { bom: true });
      return rows as string[][];
    };
    const shown = await idsOf(page);
    expect(shown.length).toBeGreaterThan(1);
    const lines = await rowsOf('Commitments with their findings as CSV');
    expect(lines.map(([id]) => id)).toEqual(shown);

    const asked = `${inTime}&bearing=breach&to=2021-12-31`;
    const { total, events } = await (
      await fetch(`${served.address}/api/cases/doha-2020/events?${asked}`)
    ).json();
    await page.goto(`${served.address}/cases/doha-2020/timeline?${asked}`);
    const told = await rowsOf('Events as CSV');
    expect(total).toBeGreaterThan(1);
    expect(told).toHaveLength(total);
    expect(told.map(([from]) => from)).toEqual(events.map(({ from }: { from: string }) => from));
    await page.close();
  });

  it('keeps a view under a name; its address shows the same to anybody', async () => {
    const page = await open(`${board}&party=taliban&columns=status,deadline&sort=status`);
    const ids = await idsOf(page);
    expect(ids.length).toBe(10);
    expect(await page.getByRole('columnheader').count()).toBe(16);
    await page.locator('summary', { hasText: 'Views' }).click();
    await page.getByLabel('Name of what is shown now').fill('Their duties');
    await page.getByRole('button', { name: 'Keep this view' }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => page.locator(lines).count()).toBe(20);
    await page.getByRole('button', { name: 'Their duties', exact: true }).click();
    await expect.poll(() => idsOf(page)).toEqual(ids);
    const other = await open(page.url().slice(served.address.length));
    expect(await idsOf(other)).toEqual(ids);
    await other.close();
    await page.close();
  });

  it('unfolds what stands behind a line by the keyboard, and its address keeps it open', async () => {
    const page = await open(board);
    const line = page.locator(lines).filter({ hasText: 'Probable breach' }).first();
    const unfold = line.getByRole('button');
    expect(await unfold.getAttribute('aria-expanded')).toBe('false');
    await unfold.focus();
    await page.keyboard.press('Enter');
    const details = page.locator('.line-details');
    await details.getByRole('heading', { name: 'Who says so' }).waitFor();
    await details.getByText('Points to breach').first().waitFor();
    expect(await unfold.getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator(`#${await unfold.getAttribute('aria-controls')}`).count()).toBe(1);
    await page.reload();
    await details.getByRole('heading', { name: 'Who says so' }).waitFor();
    await details.getByRole('link', { name: 'All evidence and reasons' }).click();
    await page.waitForURL(/\/commitments\//);
    await page.close();
  });

  it('finds commitments by their words and leaves columns out', async () => {
    const page = await open(board);
    await page.getByLabel('Words of a commitment').fill('prisoners');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=prisoners/);
    const shown = await page.locator(`${lines} th`).allTextContents();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((duty) => !/prisoners/i.test(duty))).toEqual([]);
    await page.locator('summary', { hasText: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Last report' }).uncheck();
    await page.getByRole('columnheader', { name: 'Last report' }).waitFor({ state: 'detached' });
    await page.close();
  });

  it('compares with a day, and with the last visit', async () => {
    const page = await open(`${board}&since=2020-03-31`);
    const changes = page.locator(`${lines} .cell-change .was`);
    await changes.first().waitFor();
    expect(await page.getByText('Changes since 31 Mar 2020').count()).toBe(1);
    const changed = await page.locator(`${lines} .cell-change:not(:has(.nothing))`).count();
    await page.getByRole('checkbox', { name: 'Changed only' }).check();
    await expect.poll(() => page.locator(lines).count()).toBe(changed);

    await page.goto(`${served.address}/cases/doha-2020`);
    await page.locator(lines).first().waitFor();
    await page.evaluate(() => {
      const key = 'proviso-visit doha-2020';
      const visit = JSON.parse(localStorage.getItem(key) ?? '');
      visit.statuses['taliban-no-hosting'] = 'not due';
      localStorage.setItem(key, JSON.stringify(visit));
    });
    await page.reload();
    await page.locator('[data-commitment="taliban-no-hosting"] .was').waitFor();
    await page.getByText(/^Changes since .* UTC/).click();
    await page.getByRole('button', { name: 'I have seen this' }).click();
    await page.getByText('Nothing has changed.').waitFor();
    expect(await changes.count()).toBe(0);
    await page.close();
  });

  it('moves both clocks by their sliders, and draws no month after the last report', async () => {
    const page = await open(board);
    const rows = await page.locator(`${lines} .sparkline`).evaluateAll((lines) =>
      lines.map((line) => ({
        end: Math.max(
          ...[...line.querySelectorAll('rect')].map((run) => run.x.baseVal.value + run.width.baseVal.value),
        ),
        all: (line as SVGSVGElement).viewBox.baseVal.width,
      })),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.some(({ end, all }) => end < all - 1)).toBe(true);
    await page.getByRole('slider', { name: /^State on/ }).press('Home');
    await page.waitForURL(/asOf=2020-02-29.*knownAt=2020-02-29/);
    await page.getByText('State on 29 Feb 2020, as known on that day').waitFor();
    await page.getByText('0 of 20 commitments with evidence of breach').waitFor();
    await page.close();
  });

  it.each([
    ['a phone', 390, 844],
    ['400 %', 320, 640],
    ['200 %', 720, 450],
  ])('has nothing to scroll sideways at %s, folded or unfolded', async (_name, width, height) => {
    const page = await open(`${board}&open=taliban-start-intra-afghan-talks`, width, height);
    await page.getByRole('heading', { name: 'Who says so' }).waitFor();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    const fold = page.getByRole('button', { name: 'Dates, filters, sorting, views' });
    if (await fold.isVisible()) await fold.click();
    await page.locator('summary', { hasText: 'Columns' }).click();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'has no serious fault for axe with all its menus open, %s',
    async (colorScheme) => {
      const page = await open(`${board}&open=taliban-start-intra-afghan-talks&party=taliban`, 1440, 900, {
        colorScheme,
      });
      await page.getByRole('heading', { name: 'Who says so' }).waitFor();
      for (const menu of ['Columns', 'Views']) await page.locator('summary', { hasText: menu }).click();
      expect(await seriousFaults(page)).toEqual([]);
      await page.close();
    },
  );
});

describe.runIf(chromium)('the board of an accord with thirty commitments', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'proviso-thirty-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const parties = ['norland', 'sudland', 'estland'];
  const file = {
    id: 'thirty',
    title: 'The Accord of the Three Passes',
    signed: '2026-01-15',
    parties: parties.map((id) => ({ id, name: id })),
    commitments: Array.from({ length: 30 }, (_, n) => ({
      id: `duty-${n + 1}`,
      debtor: parties[n % 3],
      kind: 'obligation',
      requires: `The party hands over lookout number ${n + 1} on the ridge above the pass to the commission.`,
      window: { from: '2026-01-15', within: 'P90D' },
    })),
  };
  const path = join(folder, 'thirty.json');
  await writeFile(path, JSON.stringify(file));
  const served = useWorkbench(chromium, path);

  it('shows them all on one screen', async () => {
    const page = await served.browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${served.address}/cases/thirty`);
    await page.locator(lines).nth(29).waitFor();
    expect(await seen(page)).toBe(30);
    await page.getByText('No report has been added yet').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });
});
