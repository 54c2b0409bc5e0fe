/** Light or dark: the system's choice until a person chooses otherwise. */
export type Theme = 'light' | 'dark';

const key = 'proviso-theme';

const systemTheme = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** What a person chose; null while the system decides, or when the browser keeps nothing. */
const storedTheme = (): Theme | null => {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
};

export const currentTheme = (): Theme => storedTheme() ?? systemTheme();

export const applyStoredTheme = (): void => {
  const stored = storedTheme();
  if (stored) document.documentElement.dataset.theme = stored;
  else delete document.documentElement.dataset.theme;
};

/** Choosing what the system has anyway means following the system again. */
export const chooseTheme = (theme: Theme): void => {
  try {
    if (theme === systemTheme()) localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
    applyStoredTheme();
  } catch {
    document.documentElement.dataset.theme = theme;
  }
};
