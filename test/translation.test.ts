import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byBook, type TranslatingServer, translatingServer } from '../src/language-model/testing.ts';
import { foreignBook, foreignCase, foreignHtml, foreignPages } from '../src/work/testing.ts';
import { overflowOf, seriousFaults } from './axe.ts';
import { findChromium, launch } from './browser.ts';
import { proviso, type Server, startProviso } from './proviso.ts';

const chromium = await findChromium();

/** Pages in Spanish, Arabic and Ukrainian: told, translated when somebody asks for it, and quoted in both languages. */
describe.skipIf(!chromium && !process.env.CI)('reports in other languages', () => {
  let folder = '';
  let store = '';
  let translator: TranslatingServer;
  let server: Server;
  let browser: Browser;
  const ids: Record<string, string> = {};

  const run = (...args: string[]) => proviso(...args, '--store', store);
  const told = (language: string) =>
    foreignPages.find((page) => page.language === language)?.told.flat() ?? [];
  const pageOf = async (path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await browser.newPage(options);
    await page.goto(`${server.address}/cases/lipivka/${path}`);
    return page;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proviso-translation-'));
    store = join(folder, 'store');
    translator = await translatingServer(byBook(foreignBook));
    await writeFile(join(folder, 'case.yaml'), foreignCase);
    for (const page of foreignPages) await writeFile(join(folder, `${page.name}.html`), foreignHtml(page));
    await run('case', 'import', join(folder, 'case.yaml'));
    browser = await launch(chromium as string);
  });
  afterAll(async () => {
    delete process.env.PROVISO_TRANSLATE_URL;
    await browser?.close();
    await server?.end();
    await translator.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are told by the command line, which translates none by itself', async () => {
    const added = await run('add', join(folder, '*.html'), '--case', 'lipivka');
    expect(added.stderr).toContain(
      '3 in another language than English (1 in Arabic, 1 in Spanish, 1 in Ukrainian)',
    );
    const { stdout } = await run('documents', '--case', 'lipivka', '--json');
    for (const { id, language } of JSON.parse(stdout).documents) ids[language] = id;
    const refused = await run('translate', '--all', '--case', 'lipivka');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('PROVISO_TRANSLATOR_NOT_SET') });
    process.env.PROVISO_TRANSLATE_URL = translator.url;
  });

  it('are translated by the command line when it is told to, and quoted in both languages', async () => {
    const plan = await run('translate', ids.uk ?? '', '--plan', '--case', 'lipivka');
    expect(plan.stderr).toContain('Ukrainian, 3 sentences');
    expect(translator.asked).toEqual([]);
    const done = await run('translate', ids.uk ?? '', '--case', 'lipivka');
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining('1 translated') });
    expect((await run('documents', '--case', 'lipivka')).stdout).toContain(
      'machine translation from Ukrainian',
    );
    const clocks = ['--as-of', '2031-10-01', '--known-at', '2031-10-01'];
    const why = await run('why', 'no-shelling', '--case', 'lipivka', ...clocks);
    expect(why.stdout).toContain('machine translation from Ukrainian');
    expect(why.stdout.replace(/\s+/g, ' ').replace(/[│├└─]\s?/g, '')).toContain('обстріляли село Липівка');
    const report = await run('report', '--case', 'lipivka', ...clocks, '--format', 'md');
    expect(report.stdout).toContain('Machine translation from Ukrainian');
    expect(report.stdout).toContain(told('uk')[0]?.[0]);
  });

  it('are translated from the page of the document, side by side with the original', async () => {
    server = await startProviso(store);
    const page = await pageOf(`documents/${ids.ar}?asOf=2031-10-01&knownAt=2031-10-01`);
    await page.getByText('This document is in Arabic').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'Translate it' }).click();
    await page.getByText('What you read in English is a machine translation from Arabic').waitFor();
    const original = page.locator('article.text [lang=ar]').first();
    expect(await original.textContent()).toContain(told('ar')[0]?.[0]);
    expect(await original.getAttribute('dir')).toBe('rtl');
    expect(await original.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const translation = page.locator('article.text [lang=en]').first();
    expect(await translation.textContent()).toContain(told('ar')[0]?.[1]);
    const [left, right] = [await translation.boundingBox(), await original.boundingBox()];
    expect(left && right && left.x + left.width <= right.x && left.y === right.y).toBe(true);

    // Once it is read, which follows on its translation.
    await page.locator('.text [lang=en] .mark-evidence').first().waitFor();

    // A press on a sentence of the original shows what was found in its translation, and marks both.
    await original.locator('[data-start]').first().click();
    await page.locator('.text [lang=en] .mark-sentence').first().waitFor();
    expect(await page.locator('.text [lang=ar] .mark-sentence').first().textContent()).toContain(
      'بعثة الجسر',
    );
    const found = page.locator('.panel .translated').first();
    await found.waitFor();
    expect(await found.textContent()).toContain('Machine translation');
    expect(await found.locator('blockquote').getAttribute('dir')).toBe('rtl');
    expect(await found.textContent()).toContain('كورديا');
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  it('stand one below the other on a narrow screen', async () => {
    const page = await pageOf(`documents/${ids.ar}`, { viewport: { width: 390, height: 800 } });
    const boxes = [];
    for (const language of ['en', 'ar']) {
      const first = page.locator(`article.text [lang=${language}]`).first();
      await first.waitFor();
      boxes.push(await first.boundingBox());
    }
    const [above, below] = boxes;
    expect(above && below && above.y + above.height <= below.y && below.x === above.x).toBe(true);
    expect(await overflowOf(page)).toBe(0);
    await page.close();
  });

  it('are marked on the page of the commitment, with the original', async () => {
    const page = await pageOf('commitments/no-shelling?asOf=2031-10-01&knownAt=2031-10-01');
    for (const original of [told('ar')[0]?.[0], told('ar')[2]?.[0]])
      await page
        .locator('.translated blockquote[lang=ar]', { hasText: original ?? '' })
        .first()
        .waitFor();
    await page.close();
  });

  it('say in the list what they are', async () => {
    const page = await pageOf('documents');
    await page.getByText('Arabic, machine translation').waitFor();
    await page.getByText('Spanish, not read').waitFor();
    await page.close();
  });
});
