import { access, constants } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';

const candidates = [
  process.env.PROVISO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine; null when there is none. */
export const findChromium = async (): Promise<string | null> => {
  for (const path of candidates) {
    if (
      path &&
      (await access(path, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      return path;
  }
  return null;
};

export const howToGetOne =
  'No Chromium found: install one (Debian: apt-get install chromium) or name it in PROVISO_CHROMIUM.';

/** How long a page is waited for, in milliseconds: a limit for a hang, where a busy machine takes a minute for what takes a second. */
const patience = 120_000;

/** A browser whose pages write dates as in Britain, unless they are opened otherwise, and are waited for on a busy machine too. */
export const launch = async (executablePath: string): Promise<Browser> => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => {
    const page = await newPage({ locale: 'en-GB', ...options });
    page.setDefaultTimeout(patience);
    return page;
  };
  return browser;
};
