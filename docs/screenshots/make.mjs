// Takes the pictures in this folder, one of every view, from a running workbench: `npm start`, then `npm run screenshots`;
// those of some views alone by their names: `npm run screenshots board map`.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const address = process.env.PROVISO_ADDRESS ?? 'http://localhost:4747';
const executablePath = process.env.PROVISO_CHROMIUM ?? '/usr/bin/chromium';

/** Views that are taken in the dark too. */
const alsoDark = new Set(['board', 'commitment', 'reader']);

const views = JSON.parse(await readFile(new URL('views.json', import.meta.url), 'utf8'));
const asked = new Set(process.argv.slice(2));
const isAsked = (name) => asked.size === 0 || asked.has(name);
const locale = 'en-GB';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** The reader view is opened as a person would: from the first quotation of the commitment's evidence. */
const firstQuotation = async () => {
  const page = await browser.newPage();
  await page.goto(address + views.commitment, { waitUntil: 'networkidle' });
  const href = await page.locator('.origin a[href*="at="]').first().getAttribute('href');
  await page.close();
  return href;
};

for (const [name, path] of Object.entries({
  ...views,
  ...(isAsked('reader') && { reader: await firstQuotation() }),
})) {
  if (!isAsked(name)) continue;
  for (const width of [1440, 390]) {
    for (const colorScheme of alsoDark.has(name) ? ['light', 'dark'] : ['light']) {
      const page = await browser.newPage({ locale, viewport: { width, height: 900 }, colorScheme });
      await page.goto(address + path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      const file = fileURLToPath(new URL(`${name}-${width}-${colorScheme}.png`, import.meta.url));
      await page.screenshot({ path: file });
      await page.close();
    }
  }
}

/** A case in the making is begun for its picture, and thrown away again. */
const accord = await readFile(new URL('accord.txt', import.meta.url), 'utf8');
for (const width of isAsked('draft') ? [1440, 390] : []) {
  const page = await browser.newPage({ locale, viewport: { width, height: 900 } });
  await page.goto(`${address}/new-case`);
  await page.getByRole('textbox').first().fill(accord);
  await page.getByRole('button', { name: 'Read the agreement' }).click();
  await page.locator('.draft-card').nth(2).waitFor();
  for (const key of ['a', 'a']) await page.keyboard.press(key);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.screenshot({ path: fileURLToPath(new URL(`draft-${width}-light.png`, import.meta.url)) });
  await page.goto(`${address}/?all=cases`);
  await page.getByRole('button', { name: 'Throw away' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
  await page.close();
}
await browser.close();
