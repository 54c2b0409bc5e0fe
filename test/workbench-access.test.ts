import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EntityType, EventType, StateType } from '../src/model/index.ts';
import { words } from '../web/src/words.ts';
import { overflowOf, seriousFaults, seriousFaultsInDark } from './axe.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { useWorkbench } from './served.ts';
import { views } from './workbench-views.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

/** Whoever sees little, hears the page or uses no mouse must find everything that others do. */
describe.runIf(chromium)('every view', () => {
  const served = useWorkbench(chromium);

  const open = async (path: string, width = 1440): Promise<Page> => {
    const page = await served.browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.goto(served.address + path, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  const fits = async (page: Page, ...widths: number[]): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflowOf(page), `${width}`).toBeLessThanOrEqual(0);
    }
  };

  const named = Object.entries(views);

  /** What a machine calls things by: kinds of events, relations, bodies and standards, values that are none, dates as data. */
  const names = [
    ...EventType.options,
    ...StateType.options,
    ...EntityType.options,
    ...Object.keys(words.profiles),
  ];
  const codes = names.filter((name) => /[A-Z-]/.test(name));
  const code = new RegExp(`\\b(?:${codes.join('|')}|undefined|NaN)\\b|\\[object|\\b\\d{4}-\\d{2}-\\d{2}\\b`);

  /** All that a page says of its own, to eyes and to ears. */
  const saidBy = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      // What reports, people and files say is theirs, and so is what a document is kept under.
      const page = document.body.cloneNode(true) as HTMLElement;
      for (const own of page.querySelectorAll(
        'script, blockquote, article.text, bdi, .text, .preservation, .address',
      ))
        own.remove();
      const named = [...page.querySelectorAll('[aria-label], [title]')].flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
      ]);
      const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
      const texts: string[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
      return [...texts, ...named].map((text) => text.trim()).filter(Boolean);
    });

  it.each(named)(
    '%s has no serious fault for axe, light or dark, shows no code to people, and fits a phone and a screen at double size',
    async (_name, path) => {
      const { commitments } = await (await fetch(`${served.address}/api/cases/doha-2020`)).json();
      const ids: string[] = commitments.map(({ id }: { id: string }) => id);
      const page = await open(await path(served.address));
      expect(await seriousFaults(page)).toEqual([]);
      const said = await saidBy(page);
      expect(said.length).toBeGreaterThan(10);
      expect(said.filter((text) => code.test(text) || ids.some((id) => text.includes(id)))).toEqual([]);
      expect(await seriousFaultsInDark(page)).toEqual([]);
      await fits(page, 720, 390);
      await page.close();
    },
  );

  /** What opens over or beside a view: the view, and what is pressed on it. */
  const opened: [string, string, string][] = [
    ['the rating of a source', 'sources', 'button[aria-label^="Rate"]'],
    ['the rating of a telling', 'commitment', 'text=Rate this telling'],
    ['a finding of one’s own', 'commitment', 'text=Set a finding of your own'],
    ['the comparison of names', 'name', 'text=Compare with another name'],
    ['the placing of evidence', 'reader', 'text=It belongs elsewhere'],
    ['the splitting of a claim', 'reader', 'text=Split this claim'],
    ['a claim put right', 'reader', 'text=Put this claim right'],
    ['marked words', 'reader', 'text=This shows … (M)'],
    ['the list of keys', 'board', 'button[aria-label="Keys"]'],
  ];

  it.each(opened)('%s has no serious fault for axe, and fits a phone', async (_what, name, press) => {
    const page = await open((await views[name]?.(served.address)) ?? '', 390);
    await page.locator(press).first().click();
    await page.locator('dialog[open], .claim-form').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await seriousFaultsInDark(page)).toEqual([]);
    await fits(page, 390, 1440);
    await page.close();
  });

  it.each(named.filter(([name]) => ['board', 'commitment', 'map', 'network', 'review'].includes(name)))(
    'shows on %s where the focus is',
    async (_name, path) => {
      const page = await open(await path(served.address));
      for (let step = 0; step < 25; step += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const drawn = element.querySelector('.link-line, .place-dot') ?? element;
          const { outlineStyle, outlineWidth, strokeWidth } = getComputedStyle(drawn);
          const isSeen =
            drawn === element
              ? outlineStyle !== 'none' && outlineWidth !== '0px'
              : parseFloat(strokeWidth) >= 5;
          return { html: element.outerHTML.slice(0, 120), isSeen };
        });
        if (focus) expect(focus).toMatchObject({ isSeen: true });
      }
      await page.close();
    },
  );
});
