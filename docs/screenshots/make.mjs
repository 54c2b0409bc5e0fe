// Takes the pictures in this folder from a running workbench: `npm start`, then `npm run screenshots`.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const address = process.env.PROVISO_ADDRESS ?? 'http://localhost:4747';
const executablePath = process.env.PROVISO_CHROMIUM ?? '/usr/bin/chromium';

const views = {
  board: '/cases/doha-2020?asOf=2022-08-31',
  commitment: '/cases/doha-2020/commitments/taliban-no-hosting?asOf=2022-08-31',
};

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** The reader view is opened as a person would: from the first quotation of the commitment. */
const firstQuotation = async () => {
  const page = await browser.newPage();
  await page.goto(address + views.commitment, { waitUntil: 'networkidle' });
  const href = await page.locator('main a[href*="at="]').first().getAttribute('href');
  await page.close();
  return href;
};

const all = { ...views, reader: await firstQuotation() };
for (const [name, path] of Object.entries(all)) {
  for (const width of [1440, 390]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      await page.goto(address + path, { waitUntil: 'networkidle' });
      const file = fileURLToPath(new URL(`${name}-${width}-${colorScheme}.png`, import.meta.url));
      await page.screenshot({ path: file });
      await page.close();
    }
  }
}
await browser.close();
