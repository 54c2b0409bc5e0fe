import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { BoardView } from '../src/model/index.ts';
import { overflowOf, seriousFaults } from './axe.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { repository } from './proviso.ts';
import { useWorkbench } from './served.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

const accord = (place: string): string => `THE ${place.toUpperCase()} UNDERSTANDING
between the Harbour Syndicate and the Upland Assembly

Signed at ${place} on 6 May 2025

The Harbour Syndicate (hereinafter "the Syndicate") and the Upland Assembly (hereinafter "the Assembly"),
resolved to end the fighting over the causeway, have agreed as follows:

Article 1. Aim
The Parties share the aim of a lasting peace.

Article 2. Cessation
1. The Parties shall cease all hostilities along the causeway.
2. The Assembly shall not shell the harbour.

Article 3. Withdrawal
1. The Syndicate shall withdraw its gunboats from the estuary within 30 days of signing.
2. The Assembly shall withdraw its mortars from the ridge within ten days after the commanders have met.

Article 4. Prisoners and aid
(a) The Syndicate shall release 80 prisoners by 30 June 2025.
(b) The Assembly shall open the causeway to relief convoys and repair the lighthouse.
(c) The Syndicate shall endeavour to restore the water supply of the upland towns.

Article 5. Disputes
Any dispute shall be settled by consultation.
`;

const reports = [
  [
    'The Estuary Post',
    '2025-05-20',
    'The Syndicate withdrew four gunboats from the estuary on Monday, port officials said.',
  ],
  [
    'The Estuary Post',
    '2025-05-28',
    'Fishermen said the last gunboats of the Harbour Syndicate had left the estuary.',
  ],
  [
    'Ridge Radio',
    '2025-05-30',
    'Upland Assembly forces shelled the harbour overnight, killing two dockers, the harbour master said.',
  ],
  ['Ridge Radio', '2025-06-02', 'The Upland Assembly denied that its forces had shelled the harbour.'],
  [
    'Causeway News',
    '2025-06-10',
    'The Harbour Syndicate released 80 prisoners on Tuesday, the Red Crescent said.',
  ],
  [
    'Causeway News',
    '2025-06-12',
    'The first relief convoys crossed the causeway after the Assembly opened it, aid workers said.',
  ],
  ['Causeway News', '2025-06-15', 'Monitors said that hostilities along the causeway had ceased.'],
  [
    'The Lantern',
    '2025-06-18',
    'The lighthouse is still dark; the Assembly has not repaired it, the pilot said.',
  ],
  ['The Lantern', '2025-06-20', 'The commanders of both sides met at the toll house.'],
  [
    'The Lantern',
    '2025-06-25',
    'Residents of the upland towns said that the Syndicate had restored the water supply.',
  ],
] as const;

describe.runIf(chromium)('a newcomer with an agreement', () => {
  const served = useWorkbench(chromium, join(repository, 'test/river-accord/case.yaml'));

  const open = async (width: number): Promise<{ page: Page; errors: string[] }> => {
    const page = await served.browser.newPage({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      colorScheme: width > 1000 ? 'light' : 'dark',
    });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return { page, errors };
  };

  const sound = async (page: Page) => {
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  };

  const written = async (place: string): Promise<string[]> => {
    const folder = join(served.folder, `reports-${place}`);
    await mkdir(folder, { recursive: true });
    return Promise.all(
      reports.map(async ([publisher, published, text], at) => {
        const path = join(folder, `${at + 1}.md`);
        const front = `---\ntitle: ${place} ${at + 1}\npublisher: ${publisher}\npublished: ${published}\n---\n`;
        await writeFile(path, `${front}${text} This was heard at ${place}.\n`);
        return path;
      }),
    );
  };

  const current = (page: Page) => page.locator('.draft-card[aria-current]');
  const said = async (page: Page) => (await current(page).getByRole('heading').textContent()) ?? '';

  it.each([
    [1440, 'Tollgate'],
    [390, 'Saltmouth'],
  ])('gets from its text to a board with ten reports, at %i', async (width, place) => {
    const { page, errors } = await open(width);
    await page.goto(`${served.address}/?all=cases`);
    await page.getByRole('link', { name: 'New case: paste or drop the agreement' }).click();
    await page.getByRole('heading', { level: 1, name: 'New case' }).waitFor();
    await sound(page);

    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Read the agreement' }).click();
    await page.getByRole('alert').getByText('There is no text yet.').waitFor();
    await page.getByLabel('Paste the text of the agreement').fill(accord(place));
    await page.getByRole('button', { name: 'Read the agreement' }).click();

    // Everything from here to the case is done with the keyboard.
    const cards = page.locator('.draft-card');
    await cards.first().waitFor();
    await page.getByText(/^Between Harbour Syndicate and Upland Assembly · .*signed 6 May 2025/).waitFor();
    await page.getByText('the commanders have met', { exact: true }).waitFor();
    await sound(page);
    const proposed = await cards.count();
    expect(proposed).toBeGreaterThanOrEqual(7);

    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('split it into two').waitFor();
    await page.keyboard.press('Escape');

    const first = await said(page);
    await page.keyboard.press('j');
    await expect.poll(() => said(page)).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => said(page)).toBe(first);
    await page.keyboard.press('a');
    await page.getByText(`1 of ${proposed} commitments accepted`).waitFor();

    // Drop one, see it among what is left out, undo.
    await page.keyboard.press('d');
    await expect.poll(() => cards.count()).toBe(proposed - 1);
    await page.getByText(/dropped by you: 1/).waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => cards.count()).toBe(proposed);

    // Split one and merge it again, then take both back.
    await page.keyboard.press('s');
    const split = page.getByRole('form', { name: 'Split into two' });
    await split.getByLabel('The first').fill('The first half is done.');
    await split.getByLabel('The second').fill('The second half is done.');
    await sound(page);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cards.count()).toBe(proposed + 1);
    await page.keyboard.press('m');
    await expect
      .poll(() =>
        page
          .getByRole('form', { name: 'Edit (E)' })
          .getByLabel(/^What it requires/)
          .inputValue(),
      )
      .toBe('The first half is done; the second half is done.');
    await page.keyboard.press('Escape');
    await expect.poll(() => cards.count()).toBe(proposed);
    await page.keyboard.press('u');
    await page.keyboard.press('u');
    await expect.poll(() => page.getByText('The first half is done').count()).toBe(0);

    // Put one right.
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Edit (E)' });
    await form
      .getByLabel(/^What it requires/)
      .fill('The Upland Assembly must not shell the harbour or its town.');
    await sound(page);
    await page.keyboard.press('Control+Enter');
    await current(page).getByText('Accepted').waitFor();
    expect(await said(page)).toBe('The Upland Assembly must not shell the harbour or its town.');

    // Take a clause in that was left out, then think better of it.
    await page.keyboard.press('l');
    await page.locator('.left-clause[aria-current]').waitFor();
    await sound(page);
    await page.keyboard.press('a');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect.poll(() => cards.count()).toBe(proposed);
    await page.keyboard.press('l');

    // Words selected in the text become a commitment.
    await page.evaluate(() => {
      const text = document.querySelector('.agreement-text');
      const walker = document.createTreeWalker(text as Node, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf('repair the lighthouse') ?? -1;
        if (at < 0) continue;
        getSelection()?.setBaseAndExtent(node, at, node, at + 'repair the lighthouse'.length);
      }
    });
    await page.keyboard.press('n');
    await form.getByLabel(/^What it requires/).waitFor();
    expect(await form.getByLabel(/^What it requires/).inputValue()).toBe('repair the lighthouse');
    await form.getByLabel(/^What it requires/).fill('The Upland Assembly must repair the lighthouse.');
    await form.getByRole('checkbox', { name: 'Upland Assembly' }).check();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cards.count()).toBe(proposed + 1);

    // Saved as it goes: it is all there after a reload.
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await page.reload();
    await page.getByText(`3 of ${proposed + 1} commitments accepted`).waitFor();

    await page.keyboard.press('c');
    const rest = page.getByRole('dialog');
    await rest.getByText(`${proposed - 2} commitments are not judged yet`).waitFor();
    await sound(page);
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Add reports' }).waitFor();
    await page.getByText(/^The case “THE .* UNDERSTANDING” is made, with/).waitFor();
    await page.getByLabel('Choose files').setInputFiles(await written(place));
    await page.getByRole('button', { name: /^Add/ }).click();
    await page.getByText('10 new, 0 already known, 0 refused').waitFor();
    await page.getByRole('link', { name: 'See the board' }).click();
    await page.getByRole('heading', { level: 1, name: /UNDERSTANDING/ }).waitFor();
    await page.getByText(/10 documents in this case/).waitFor();
    await sound(page);

    const caseId = new URL(page.url()).pathname.split('/')[2] ?? '';
    const board: BoardView = await (await fetch(`${served.address}/api/cases/${caseId}`)).json();
    expect(board.documents).toBe(10);
    expect(board.commitments).toHaveLength(proposed + 1);
    expect(board.assessment.commitments.filter(({ evidence }) => evidence > 0).length).toBeGreaterThanOrEqual(
      3,
    );

    // A window whose opening day is not known yet: a person says the day.
    const waiting = page.locator('tr[data-commitment]').filter({ hasText: 'not known yet' });
    await waiting.getByRole('button', { name: /^Details: / }).click();
    await page.getByRole('button', { name: 'Is its day known?' }).click();
    await page.getByRole('dialog').getByLabel('The day').fill('2025-06-20');
    await sound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Set the day' }).click();
    await expect.poll(() => waiting.count()).toBe(0);
    await page
      .getByText(/30 Jun 2025/)
      .first()
      .waitFor();

    await page.getByRole('link', { name: 'The agreement' }).click();
    await page.getByRole('heading', { level: 1, name: 'The agreement' }).waitFor();
    await page.locator('.clause-accepted').first().waitFor();
    await sound(page);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is asked before typed words are lost, and finds an unfinished case again', async () => {
    const { page, errors } = await open(1440);
    await page.goto(`${served.address}/new-case`);
    await page.getByLabel('Paste the text of the agreement').fill(accord('Ferrystone'));
    await page.getByRole('link', { name: 'Proviso' }).click();
    const leaving = page.getByRole('dialog');
    await leaving.getByText('What you have typed here is not kept yet.').waitFor();
    await leaving.getByRole('button', { name: 'Stay here' }).click();
    await page.getByRole('button', { name: 'Read the agreement' }).click();
    await page.locator('.draft-card').first().waitFor();
    await page.keyboard.press('a');
    // What is on the desk is saved on the way out, without a question.
    await page.getByRole('link', { name: 'Proviso' }).click();
    await page.getByRole('heading', { level: 2, name: 'Unfinished' }).waitFor();
    const draft = page.locator('.case').filter({ hasText: 'FERRYSTONE' });
    await draft.getByText(/^1 of \d+ commitments accepted/).waitFor();

    await draft.getByRole('link', { name: 'Go on' }).click();
    await page.locator('.draft-card').first().waitFor();
    await page.keyboard.press('e');
    await page
      .getByRole('form', { name: 'Edit (E)' })
      .getByLabel(/^What it requires/)
      .fill('Half a sen');
    await page.getByRole('link', { name: 'Proviso' }).click();
    await leaving.getByRole('button', { name: 'Leave' }).click();
    await draft.getByRole('button', { name: 'Throw away' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
    await draft.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says who is bound, and is asked before a party with commitments goes', async () => {
    const { page, errors } = await open(1440);
    await page.goto(`${served.address}/new-case`);
    await page.getByLabel('Paste the text of the agreement').fill(accord('Quayside'));
    await page.getByRole('button', { name: 'Read the agreement' }).click();
    await page.getByText(/^Between Harbour Syndicate and Upland Assembly/).click();
    await page.getByLabel('Name').first().fill('Harbour Guild');
    await page.locator('.draft-card').getByText('Harbour Guild').first().waitFor();
    await page.getByRole('button', { name: 'Remove Upland Assembly' }).click();
    await page
      .getByRole('dialog')
      .getByText(/commitments name it/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove Upland Assembly' }).click();
    await page.getByText('Only one party is known.').waitFor();
    await page.getByText('Say who owes it').first().waitFor();
    await sound(page);
    await page.keyboard.press('Escape');
    await page.locator('.desk-title').click();
    await page.keyboard.press('u');
    await page.getByText('Only one party is known.').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('brings a table of commitments, and hears of each row that is wrong', async () => {
    const { page, errors } = await open(1440);
    const path = join(served.folder, 'codes.csv');
    await writeFile(
      path,
      'Article,Who,What,Deadline\n1,Guild,Dredge the basin,2025-07-01\n2,,Paint the buoys,\n',
    );
    await page.goto(`${served.address}/new-case`);
    await page.getByLabel('or choose or drop its file').setInputFiles(path);
    await page.getByRole('heading', { level: 3, name: 'Dredge the basin' }).waitFor();
    await page.getByText('Row 3: it names nobody who owes it.').waitFor();
    await page.getByText('day of signing not known yet').waitFor();
    await page.getByRole('button', { name: 'Make the case (C)' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it in as proposed' }).click();
    await page.getByRole('alert').getByText('The day of signing is missing.').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('can fill in the form instead, names what is new before saving, and hears in words what is missing', async () => {
    const { page, errors } = await open(1440);
    await page.goto(`${served.address}/new-case/form`);
    await page.getByRole('button', { name: 'Save the case' }).click();
    await page.getByRole('alert').getByText('The agreement has no title.').waitFor();
    // Each field says what it lacks, the first of them has the focus, and what is mended says nothing more.
    const title = page.getByRole('textbox', { name: 'Title The agreement has no title.' });
    await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('The Basin Pledge');
    expect(await page.getByRole('textbox', { name: 'Title', exact: true }).inputValue()).toBe(
      'The Basin Pledge',
    );
    await page.getByLabel('Signed on').fill('2025-05-06');
    const names = page.getByRole('group', { name: 'Parties' }).getByLabel(/^Name/);
    await names.nth(0).fill('Guild');
    await names.nth(1).fill('Town');
    await page.getByText('Others who matter (0)').click();
    await page.getByRole('button', { name: 'Add an actor' }).click();
    await page.getByText(/^Member of: –/).click();
    await page.getByRole('checkbox', { name: 'Guild' }).check();
    await page.getByRole('button', { name: 'Add a commitment' }).click();
    await page.getByRole('button', { name: 'Save the case' }).click();
    const alert = page.getByRole('alert');
    await alert.getByText('It is not said what this requires.').waitFor();
    expect(await alert.textContent()).not.toMatch(/\[|expected|schema/);
    await page.getByRole('link', { name: 'Proviso' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
    await sound(page);
    expect(errors).toEqual([]);
    await page.close();
  });
});
