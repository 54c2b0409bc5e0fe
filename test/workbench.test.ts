import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../src/collect/testing.ts';
import type { Claim, DocumentListView, DocumentView, EntityListView, QueueView } from '../src/model/index.ts';
import { findChromium, howToGetOne } from './browser.ts';
import { useWorkbench } from './served.ts';
import { commitmentWithEvidence } from './workbench-views.ts';

const chromium = await findChromium();
if (!chromium) console.warn(howToGetOne);

it.runIf(!chromium && process.env.CI)('a browser is needed', () => {
  throw new Error(howToGetOne);
});

describe.runIf(chromium)('the workbench on the example', () => {
  const served = useWorkbench(chromium);

  /** A page that notes every request to anywhere else, and every error. */
  const open = async (
    path: string,
    width = 1440,
  ): Promise<{ page: Page; elsewhere: string[]; errors: string[] }> => {
    const page = await served.browser.newPage({ viewport: { width, height: 900 } });
    const elsewhere: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(served.address)) elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${served.address}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { page, elsewhere, errors };
  };

  it('lists the example cases that the first start brought, and shows the board of one', async () => {
    const { page, elsewhere, errors } = await open('/');
    await page.getByRole('link', { name: /^Open an example: .* Doha 2020/ }).click();
    await page.waitForURL(/\/cases\/doha-2020/);
    const rows = page.locator('tr[data-commitment]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(20);
    expect({ elsewhere, errors }).toEqual({ elsewhere: [], errors: [] });
    await page.close();
  });

  const inTime = 'asOf=2022-08-31&knownAt=2022-08-31';

  it('goes from the board to a sentence, rejects it, sees the board change, and undoes', async () => {
    // What the reader finds changes with the reader; the queue says whose rejection changes a status.
    const queue: QueueView = await (
      await fetch(`${served.address}/api/cases/doha-2020/queue?${inTime}`)
    ).json();
    const weighty = queue.suggestions.find(
      ({ evidence: { role }, status, statusWithout }) => role === 'counts' && status !== statusWithout,
    );
    if (!weighty) throw new Error('no suggestion of the example would change a status');
    const { commitment, evidence, status, statusWithout } = weighty;

    const { page, errors } = await open(`/cases/doha-2020?${inTime}`);
    const row = page.locator(`[data-commitment="${commitment.id}"]`);
    await row.locator('.badge').getByText(status).waitFor();
    await row.getByRole('rowheader').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: commitment.requires }).waitFor();
    const at = `at=${evidence.span.join('-')}`;
    await page.locator(`.origin a[href*="${evidence.document}"][href*="${at}"]`).first().click();
    await page.locator('.mark-at').first().waitFor();
    await page.getByText("Proviso's summary, not the outlet's text").first().waitFor();

    const card = page.locator('.panel .evidence').filter({ hasText: commitment.requires }).first();
    await card.getByRole('button', { name: 'Reject' }).click();
    await page.getByText('Rejected. The finding has been weighed again.').waitFor();
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    await row.locator('.badge').getByText(statusWithout).waitFor();

    await page.keyboard.press('u');
    await page.getByText('Undone. The finding has been weighed again.').waitFor();
    await row.locator('.badge').getByText(status).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('holds a second coder beside the board, keeps who is to stand, and hands in a report and a table', async () => {
    const exported = await fetch(`${served.address}/api/cases/doha-2020/export?format=pam&${inTime}`);
    // The board's own sheet, in which one level is another.
    const sheet = (await exported.text()).replace(
      /,([0-3]),(?=[a-z][a-z0-9-]*,)/,
      (_cell, level) => `,${(Number(level) + 1) % 4},`,
    );
    const { page, errors } = await open(`/cases/doha-2020/second-coder?${inTime}`);
    const file = { name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) };
    await page.getByLabel('Your coding sheet').setInputFiles(file);
    await page.getByRole('heading', { name: 'One cell differs' }).waitFor();
    await page.getByText('Krippendorff’s α (ordinal)').waitFor();
    await page.getByRole('button', { name: 'mine.csv stands' }).click();
    await page.getByText('Decided: mine.csv stands.').waitFor();

    await page.getByRole('link', { name: 'Report', exact: true }).click();
    const downloaded = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const word = await downloaded('Word (DOCX)');
    expect(word.name).toBe('doha-2020-report-2022-08-31.docx');
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK');
    const table = await downloaded('Commitments with their findings as CSV');
    expect(table.bytes.toString().trimEnd().split('\r\n')).toHaveLength(21);
    const events = await downloaded('GeoJSON');
    expect(events.name).toBe('doha-2020-2022-08-31.geojson');
    expect(JSON.parse(events.bytes.toString()).features.length).toBeGreaterThan(10);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('lets ten suggestions be judged with the keyboard alone, and taken back', async () => {
    const { page, errors } = await open(`/cases/doha-2020/review?${inTime}`);
    // Copies of one statement are judged as one, and so each key may judge more.
    const judged = async () =>
      Number.parseInt((await page.getByText(/^\d+ judged,/).textContent()) ?? '', 10);
    for (let key = 1; key <= 10; key += 1) {
      const before = await judged();
      await page.keyboard.press(key % 3 ? 'a' : 'r');
      await expect.poll(judged).toBeGreaterThan(before);
    }
    for (let key = 10; key >= 1; key -= 1) {
      const before = await judged();
      await page.keyboard.press('u');
      await expect.poll(judged).toBeLessThan(before);
    }
    expect(await judged()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('take back what was done last').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.locator('.suggestion').waitFor();
    await page.keyboard.press('o');
    await page.waitForURL(/\/documents\//);
    // A mark that begins with a line end begins with nothing to see.
    await page.locator('.mark-at').filter({ visible: true }).first().waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('moves through a document by keys', async () => {
    const { page } = await open('/cases/doha-2020/review');
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: /^Sentence \d+ of \d+$/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'What was found' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: /^Sentence 1 of/ }).waitFor();
    const names = page.getByRole('checkbox', { name: 'Names' });
    await page.keyboard.press('5');
    expect(await names.isChecked()).toBe(true);
    await page.close();
  });

  it('takes a claim by hand from the words selected, and takes it back', async () => {
    const { page, errors } = await open('/cases/doha-2020/review');
    await page.keyboard.press('o');
    await page.locator('.mark-at').first().selectText();
    const selected = await page.evaluate(() => getSelection()?.toString());
    await page.keyboard.press('c');
    const form = page.getByRole('form', { name: 'Enter a claim' });
    // Lines may be broken otherwise beside the text than in it.
    const onOneLine = (text: string | null | undefined) => text?.replace(/\s+/g, ' ');
    expect(onOneLine(await form.getByRole('blockquote').textContent())).toBe(onOneLine(selected));
    await form.getByLabel('What happens').fill('shelter');
    await form.getByLabel('Who', { exact: true }).fill('Taliban');
    await form.getByLabel('Whom or what').fill('al-Qaida');
    await form.getByRole('button', { name: 'Keep the claim' }).click();
    await page.getByRole('heading', { name: 'Entered by people: 1' }).waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('heading', { name: 'Entered by people: 1' }).waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.close();
  });

  const sentenceWithTwoClaims = async (): Promise<{ document: string; at: string }> => {
    const list: DocumentListView = await (
      await fetch(`${served.address}/api/cases/doha-2020/documents`)
    ).json();
    for (const { id } of list.documents) {
      const path = `${served.address}/api/cases/doha-2020/documents/${id}`;
      const { reading }: DocumentView = await (await fetch(path)).json();
      const begins = (claim: Claim) =>
        reading.sentences.findIndex(
          ({ span }) => span[0] <= claim.predicate.span[0] && claim.predicate.span[0] < span[1],
        );
      const [first, second] = reading.claims.map(begins);
      const span = first !== undefined && first === second && reading.sentences[first]?.span;
      if (span) return { document: id, at: span.join('-') };
    }
    throw new Error('no sentence of the example begins with two claims');
  };

  it('splits a claim, merges another, and takes both back', async () => {
    const { document, at } = await sentenceWithTwoClaims();
    const { page, errors } = await open(`/cases/doha-2020/documents/${document}?at=${at}`);
    const claims = page.locator('.panel-selected .claim');
    await claims.nth(1).waitFor();
    const before = await claims.count();
    const sentence = await page.getByRole('heading', { name: /^Sentence \d+ of/ }).textContent();

    await claims.first().getByRole('button', { name: 'Put this claim right' }).click();
    const merging = page.getByRole('form', { name: 'Put this claim right' });
    await merging.getByText(/^Merge it with/).click();
    await merging.getByRole('checkbox').first().check();
    await merging.getByRole('button', { name: 'Keep the claim' }).click();
    await page.getByText('Merged into one claim.').waitFor();
    await expect.poll(() => claims.count()).toBe(before - 1);
    await page.keyboard.press('u');
    await page.getByText('Taken back: the claims are as they were.').waitFor();
    await expect.poll(() => claims.count()).toBe(before);

    await claims.first().getByRole('button', { name: 'Split this claim' }).click();
    const splitting = page.getByRole('form', { name: 'Split this claim' });
    await splitting.getByRole('slider').press('Home');
    await splitting.getByRole('slider').press('ArrowRight');
    await splitting.getByLabel('Who says it').first().fill('A clerk');
    await splitting.getByLabel('What happens').last().fill('meet');
    await splitting.getByRole('button', { name: 'Keep the claim' }).click();
    await page.getByText('Split into two claims.').waitFor();
    await expect.poll(() => claims.count()).toBe(before + 1);
    await page.locator('.panel-selected').getByText('A clerk').waitFor();
    expect(await page.getByRole('heading', { name: sentence ?? '' }).count()).toBe(1);
    await page.keyboard.press('u');
    await expect.poll(() => claims.count()).toBe(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('lets a person say on which commitment a piece of evidence bears, and take that back', async () => {
    const { page, errors } = await open('/cases/doha-2020/review');
    await page.keyboard.press('o');
    await page.locator('.mark-at').first().waitFor();
    await page.keyboard.press('Escape');
    const first = page.locator('.panel .evidence').first();
    const matched = await first.textContent();
    await first.getByRole('button', { name: 'It belongs elsewhere' }).click();
    const dialog = page.getByRole('dialog');
    const choice = dialog.getByLabel('It bears on');
    await choice.waitFor();
    const duties = await choice.locator('option').allTextContents();
    const other = duties.findLast((duty) => !matched?.includes(duty)) ?? '';
    await choice.selectOption(other);
    await dialog.getByLabel('It points to').selectOption('Performance');
    await dialog.getByLabel('Why').fill('It tells of that duty.');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.panel .evidence').filter({ hasText: other }).first().waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back. The findings have been weighed again.').waitFor();
    await expect.poll(() => page.locator('.panel .evidence').first().textContent()).toBe(matched);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('grades a source with a reason, and shows who graded it before', async () => {
    const { page, errors } = await open(`/cases/doha-2020/sources?${inTime}`);
    const name = await page
      .getByRole('button', { name: /^Rate: / })
      .first()
      .getAttribute('aria-label');
    const rate = page.getByRole('button', { name: name ?? '', exact: true }).first();
    const row = page.getByRole('row').filter({ has: rate }).first();
    const graded = await row.textContent();
    const grade = graded?.includes('Grade E') ? 'A' : 'E';
    await rate.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing yet.').waitFor();
    await dialog.getByLabel('Reliability').selectOption(grade);
    await dialog.getByLabel('Interest').selectOption('adverse');
    await dialog.getByLabel('Why').fill('Its last two reports were withdrawn.');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
    await row.getByText(`Grade ${grade}:`).waitFor();
    await row.getByText('Interest: gains from blaming').waitFor();

    await rate.click();
    await dialog.getByText('“Its last two reports were withdrawn.”').first().waitFor();
    expect(await dialog.getByText(`by ${userInfo().username}, `).count()).toBe(2);
    await page.keyboard.press('Escape');
    expect(await rate.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('u');
    await expect.poll(() => row.textContent()).toBe(graded);

    // Many at once, and all of them undone by one key.
    const publishers = page.getByRole('table').last().getByRole('row');
    const before = await publishers.allTextContents();
    const ticks = page.getByRole('table').last().getByRole('checkbox');
    for (const place of [0, 1]) await ticks.nth(place).check();
    await page
      .getByRole('region', { name: 'What is ticked' })
      .last()
      .getByRole('button', { name: 'Rate' })
      .click();
    await dialog.getByLabel('Reliability').selectOption('F');
    await dialog.getByLabel('Why').fill('Neither has been heard of.');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const place of [1, 2]) await publishers.nth(place).getByText('Grade F:').waitFor();
    await page.keyboard.press('u');
    await expect.poll(() => publishers.allTextContents()).toEqual(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('rates one telling, and sets and withdraws a finding beside the computed one', async () => {
    const { id } = await commitmentWithEvidence(served.address);
    const { page, errors } = await open(`/cases/doha-2020/commitments/${id}?${inTime}`);
    const computed = await page.locator('.finding-head .badge').first().textContent();
    await page.getByRole('button', { name: 'Rate this telling' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Credibility').selectOption('5');
    await dialog.getByLabel('Why').fill('Nobody else saw it.');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await page.getByText('Taken back. The findings have been weighed again.').waitFor();

    await page.getByRole('button', { name: 'Set a finding of your own' }).click();
    await dialog.getByLabel('The finding').selectOption('disputed');
    await dialog.getByLabel('Why').fill('Both sides have a case.');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
    const own = page.locator('.personal');
    await own.locator('.badge').getByText('Disputed').waitFor();
    await own.getByText('“Both sides have a case.”').waitFor();
    expect(await page.locator('.finding-head .badge').first().textContent()).toBe(computed);
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    const row = page.locator(`[data-commitment="${id}"]`);
    await row.locator('.personal-status').getByText('Disputed').waitFor();
    await page.goBack();
    await own.getByRole('button', { name: 'Withdraw it' }).click();
    await own.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('merges two names from the page of one, keeps the judgement, and parts them again', async () => {
    const list: EntityListView = await (
      await fetch(`${served.address}/api/cases/doha-2020/entities?limit=200`)
    ).json();
    const [one, other] = list.entities.filter(({ key, type }) => key.startsWith('name:') && type !== 'place');
    if (!one || !other) throw new Error('the example names too few');
    const { page, errors } = await open(`/cases/doha-2020/names/${encodeURIComponent(one.key)}`);
    await page.getByRole('button', { name: 'Compare with another name' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Look for a name').fill(other.name);
    await dialog.getByRole('radio', { name: other.name }).first().check();
    await dialog.getByLabel('The two are').selectOption('same');
    await dialog.getByLabel('Why').fill('The reports use both.');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'detached' });
    const judgement = page.locator('.judgements li').first();
    await judgement.getByText('“The reports use both.”').waitFor();
    await judgement.getByText(`by ${userInfo().username}, `).waitFor();

    // Both addresses lead to the one name now.
    const merged = await open(`/cases/doha-2020/names/${encodeURIComponent(other.key)}`);
    await merged.page.getByRole('button', { name: 'Un-merge' }).click();
    await merged.page.locator('.judgements li').getByText('Taken back', { exact: true }).waitFor();
    await merged.page.reload();
    await merged.page.getByRole('heading', { level: 1, name: other.name }).waitFor();
    await merged.page.close();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('opens a claim from the map and from the network', async () => {
    const { page, errors } = await open(`/cases/doha-2020/map?${inTime}`);
    await page
      .getByRole('group', { name: /^Map with/ })
      .getByRole('button')
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: /What was reported here: / }).waitFor();
    await page.getByRole('table').locator('blockquote a').first().click();
    await page.locator('.mark-at').first().waitFor();

    await page.getByRole('link', { name: 'Network', exact: true }).click();
    await page
      .getByRole('group', { name: /^Network of/ })
      .getByRole('button')
      .first()
      .press('Enter');
    await page.locator('.opened blockquote a').first().click();
    await page.locator('.mark-at').first().waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('shows the same view where its address is opened anew', async () => {
    const { page } = await open(`/cases/doha-2020/timeline?${inTime}`);
    await page.getByLabel('Points to').selectOption('breach');
    await page.waitForURL(/bearing=breach/);
    await page.getByLabel('From', { exact: true }).fill('2020-10-01');
    await page.waitForURL(/from=2020-10-01/);
    const rowsOf = (shown: Page) => shown.getByRole('table').getByRole('row').allTextContents();
    const other = await open(page.url().slice(served.address.length));
    const rows = await rowsOf(other.page);
    expect(rows.length).toBeGreaterThan(2);
    await expect.poll(() => rowsOf(page)).toEqual(rows);
    await other.page.close();
    await page.close();
  });

  it('adds a PDF dropped on the window, and says why it refuses another file', async () => {
    const { page, errors } = await open('/cases/doha-2020');
    const pdf = pdfOf([['The Taliban shelter al-Qaeda in Kunar, the United Nations said on 3 May 2022.']]);
    await page.evaluate(
      ([pdf]) => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob(pdf ?? ''), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], 'kunar.pdf', { type: 'application/pdf' }));
        data.items.add(new File([new Uint8Array([0, 1, 2, 3])], 'noise.bin'));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [pdf.toString('base64')],
    );
    await page.waitForURL(/\/add\?job=/);
    // The reader's threads start with the first addition.
    await page.getByText('1 new, 0 already known, 1 refused').waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: 'noise.bin' })
      .getByText(/PROVISO_INPUT_/)
      .waitFor();
    await page.getByRole('link', { name: 'See the documents' }).click();
    await page.getByLabel('Search the documents').fill('kunar');
    await page.keyboard.press('Enter');
    await page.getByText('1 document with “kunar”').waitFor();
    await page.getByRole('list').getByRole('link', { name: 'kunar' }).click();
    await page.getByText('Page 1', { exact: true }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('lays out a document in the direction it is read', async () => {
    const { page, errors } = await open('/cases/doha-2020');
    await page.evaluate(() => {
      const data = new DataTransfer();
      const text = 'قالت شرطة المرفأ إن العبارة غادرت الرصيف أمس.\n\nThe harbour office confirmed it.';
      data.items.add(new File([text], 'harbour.txt', { type: 'text/plain' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.getByText('1 new, 0 already known, 0 refused').waitFor();
    await page.getByRole('link', { name: 'See the documents' }).click();
    // Without a date it stands last in the list, which has more pages than one.
    await page.getByLabel('Search the documents').fill('harbour');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'harbour', exact: true }).click();
    await page.locator('article.text p').nth(1).waitFor();
    const directions = await page
      .locator('article.text p')
      .evaluateAll((paragraphs) => paragraphs.map((paragraph) => getComputedStyle(paragraph).direction));
    expect(directions).toEqual(['rtl', 'ltr']);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('makes a case with two commitments, and edits it', async () => {
    const { page, errors } = await open('/?all=cases');
    await page.getByRole('link', { name: 'New case: paste or drop the agreement' }).click();
    await page.getByRole('link', { name: 'Fill in the form instead' }).click();
    await page.getByLabel('Title').fill('The Pass Accord');
    await page.getByLabel('Signed on').fill('2030-01-01');
    const parties = page.getByRole('group', { name: 'Parties' });
    await parties.getByLabel('Name', { exact: true }).nth(0).fill('Norland');
    await parties.getByLabel('Name', { exact: true }).nth(1).fill('Sudland');
    for (const [place, duty] of ['Norland leaves the pass.', 'Norland hosts no raiders.'].entries()) {
      await page.getByRole('button', { name: 'Add a commitment' }).click();
      const form = page.locator('.folded-list > li').nth(place);
      await form.getByLabel('What it requires, in one sentence').fill(duty);
      await form.getByText(/^Who owes it/).click();
      await form.getByRole('checkbox', { name: 'Norland' }).check();
      if (place === 0) continue; // owed to all parties, and without a sign
      await form.getByText(/^To whom/).click();
      await form.getByRole('group', { name: 'To whom' }).getByLabel('Sudland').check();
      await form.getByRole('button', { name: 'Add a sign' }).click();
      await form.getByLabel('What would show it, in one sentence').fill('Raiders camp in Norland.');
    }
    await page.getByRole('button', { name: 'Save the case' }).click();
    await page.waitForURL(/\/cases\/the-pass-accord/);
    await page.getByText('0 of 2 commitments with evidence of breach').waitFor();

    await page.getByRole('link', { name: 'Edit the case' }).click();
    await page.getByLabel('Title').fill('The Accord of the Pass');
    await page.getByRole('button', { name: 'Save the case' }).click();
    await page.getByRole('heading', { level: 1, name: 'The Accord of the Pass' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('tries a commitment and a new sign on the reports, and saves neither', async () => {
    const { requires, words } = await commitmentWithEvidence(served.address);
    const { page, errors } = await open('/cases/doha-2020/edit');
    const commitments = page.getByRole('region', { name: 'Commitments' });
    const form = commitments.locator('.folded-list details').filter({ hasText: requires });
    await form.locator('> summary').click();
    await form.getByRole('button', { name: 'Try it on the reports' }).click();
    const told = /^It would find [1-9]\d* pieces? of evidence, .* Nothing is saved\.$/;
    await form.getByRole('status').getByText(told).waitFor();
    expect(await form.locator('.trial-match blockquote').count()).toBeGreaterThan(0);

    await form.getByRole('button', { name: 'Add a sign' }).click();
    const sign = form.locator('.signs .form-item').first();
    await sign.getByLabel('What would show it, in one sentence').fill(words);
    await sign.getByRole('button', { name: 'Try this sign on the reports' }).click();
    await sign.getByRole('status').getByText(told).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Edit the case' }).waitFor();
    await form.locator('> summary').click();
    expect(await form.locator('.signs .form-item').count()).toBe(0);
    expect(errors).toEqual([]);
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
