import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflowOf, seriousFaults } from './axe.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { repository } from './proviso.ts';
import { useWorkbench } from './served.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

const accord = join(repository, 'test/river-accord');

/** What a person decides: marked in one step, undone later, by many at once, and by two in two windows. */
describe.runIf(chromium)('judging in the workbench', () => {
  const served = useWorkbench(chromium, join(accord, 'case.yaml'), join(accord, 'reports'));

  const errors: string[] = [];
  const open = async (path: string, width = 1440): Promise<Page> => {
    const page = await served.browser.newPage({ viewport: { width, height: 900 } });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${served.address}/cases/river-accord${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const told = async (path: string) =>
    (await fetch(`${served.address}/api/cases/river-accord${path}`)).json();
  const fuel = async (): Promise<string> => {
    const { documents } = await told('/documents');
    return documents.find(({ title }: { title: string }) => title === 'Fuel for the Brigade').id;
  };
  const statusOf = async (id: string) =>
    (await told('')).assessment.commitments.find((one: { id: string }) => one.id === id);

  it('marks a sentence in one step: it counts on the board at once, told by who says it', async () => {
    const page = await open(`/documents/${await fuel()}`);
    await page.locator('[data-start]').filter({ hasText: 'Ostravia is supplying' }).first().selectText();
    const menu = page.getByRole('toolbar', { name: 'The words selected' });
    await menu.waitFor();
    // What appears beside the pointer can be put away without moving it (WCAG 1.4.13).
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await page.keyboard.press('m');
    const form = page.getByRole('form', { name: 'What do these words show?' });
    await form.getByRole('combobox', { name: 'They bear on' }).fill('supply brigade');
    await page.getByRole('option', { name: /must not supply/ }).click();
    await form.getByRole('radio', { name: 'Breach' }).check();
    await form.getByLabel('Note').fill('Fuel is supply.');
    await form.getByText(/Told by River Observer Mission/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await form.getByRole('button', { name: 'Mark' }).click();
    await page.getByText('Marked. It counts').waitFor();
    await page
      .locator('.verdict-state', { hasText: `Marked by ${userInfo().username}` })
      .first()
      .waitFor();
    const { status } = await statusOf('no-arms');
    expect(status).toMatch(/breach$/);
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    const row = page.locator('[data-commitment="no-arms"]');
    await row.getByText(status).filter({ visible: true }).first().waitFor();
    await page.close();
  });

  it('tags the document and comments it, and finds it again by both', async () => {
    const page = await open(`/documents/${await fuel()}`);
    await page.keyboard.press('t');
    const form = page.getByRole('form', { name: 'Tag or comment' });
    await form.getByLabel('Tag').fill('fuel');
    await form.getByLabel('Comment').fill('Ask the mission for its log.');
    await form.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('heading', { name: 'Tags and comments: 2' }).waitFor();
    await page.getByRole('link', { name: 'Documents', exact: true }).click();
    await page.getByLabel('with the tag').selectOption('fuel');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('1 document, newest first').waitFor();
    await page.getByText('1 comment').waitFor();
    await page.close();
  });

  it('rejects what was found in all documents at once, and takes that back', async () => {
    const page = await open('/documents');
    const before = (await told('/queue?limit=1')).waiting;
    expect(before).toBeGreaterThan(0);
    await page.getByLabel('Tick all').check();
    await page.getByRole('button', { name: 'Reject what was found in them' }).click();
    const bar = page.getByRole('region', { name: 'What was done last' });
    await bar.getByText(/^Rejected/).waitFor();
    expect((await told('/queue?limit=1')).waiting).toBe(0);
    await page.keyboard.press('u');
    await bar.getByText(/^Undone/).waitFor();
    expect((await told('/queue?limit=1')).waiting).toBe(before);
    await page.close();
  });

  it('covers nothing with what it says was done last', async () => {
    for (const width of [1440, 390]) {
      const page = await open('/review', width);
      await page.locator('.suggestion').waitFor();
      await page.keyboard.press('a');
      await page.getByRole('button', { name: 'Undo (U)' }).waitFor();
      const buttons = page.locator('.review-actions');
      if (await buttons.isVisible()) {
        const bar = await page.locator('.status-bar').boundingBox();
        const box = await buttons.boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
      }
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.keyboard.press('u');
      await page.getByText('Undone. The finding has been weighed again.').waitFor();
      await page.close();
    }
  });

  it('switches keys of one letter off, and lets another stand for one (WCAG 2.1.4)', async () => {
    const page = await open('/review');
    await page.locator('.suggestion').waitFor();
    const batch = page.getByText(/Suggestion \d+ of \d+ in this batch/);
    const first = await batch.textContent();
    await page.getByRole('button', { name: 'Keys' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.getByRole('button', { name: /^S: leave it for later, In review/ }).click();
    await page.keyboard.press('a');
    await dialog.getByText('A stands for something else here.').waitFor();
    await page.keyboard.press('x');
    await dialog.getByRole('button', { name: /^X: leave it for later/ }).waitFor();
    await dialog.getByLabel('Keys of one letter do something').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await page.keyboard.press('?');
    expect(await dialog.isVisible()).toBe(false);
    expect(await batch.textContent()).toBe(first);
    await page.getByRole('button', { name: 'Keys' }).click();
    await dialog.getByLabel('Keys of one letter do something').check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(await batch.textContent()).toBe(first);
    await page.keyboard.press('x');
    await page.getByText(first ?? '').waitFor({ state: 'detached' });
    await page.close();
  });

  it('shows two edits of one case side by side, and reverts nothing by itself', async () => {
    const [one, two] = [await open('/edit'), await open('/edit')];
    await two.getByLabel('Title').fill('The River Accord, as amended');
    await one.getByLabel('Title').fill('The Accord of the River');
    await one.getByRole('button', { name: 'Save the case' }).click();
    await one.waitForURL(/\/cases\/river-accord$/);
    // The other window hears of it without being asked.
    await two.getByText('Another window has saved this case since you opened it.').waitFor();
    await two.getByRole('button', { name: 'Save the case' }).click();
    const dialog = two.getByRole('dialog', { name: 'Two edits of this case' });
    await dialog.getByText('The Accord of the River').waitFor();
    await dialog.getByText('The River Accord, as amended').waitFor();
    expect(await seriousFaults(two)).toEqual([]);
    expect((await told('/file')).file.title).toBe('The Accord of the River');
    await dialog.getByRole('button', { name: 'All of the other' }).click();
    await dialog.getByRole('button', { name: 'Save what is chosen' }).click();
    await two.waitForURL(/\/cases\/river-accord$/);
    expect((await told('/file')).file.title).toBe('The Accord of the River');
    await one.close();
    await two.close();
  });

  it('undoes what was decided before a restart, by a line of its own', async () => {
    await served.restart();
    const page = await open('/history?kind=claim');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByText('Why: Fuel is supply.').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    const form = page.locator('.undo-form');
    await form.getByLabel('Why').fill('The mission only believes it.');
    await form.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.log-past', { hasText: 'Why: Fuel is supply.' }).waitFor();
    expect((await told('/claims')).claims).toEqual([]);
    const { lines } = await told('/history?kind=withdrawal');
    expect(lines[0]).toMatchObject({ reason: 'The mission only believes it.', stands: true });
    await page.close();
    expect(errors).toEqual([]);
  });
});
