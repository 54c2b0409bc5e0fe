import { useEffect, useState } from 'react';
import { chooseTheme, currentTheme } from '../theme.ts';
import { words } from '../words.ts';

export const ThemeToggle = () => {
  const [theme, setTheme] = useState(currentTheme);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setTheme(currentTheme());
    system.addEventListener('change', follow);
    return () => system.removeEventListener('change', follow);
  }, []);
  const toggle = () => {
    const chosen = theme === 'dark' ? 'light' : 'dark';
    chooseTheme(chosen);
    setTheme(chosen);
  };
  return (
    <button
      type="button"
      className="theme-toggle"
      aria-pressed={theme === 'dark'}
      aria-label={words.nav.darkTheme}
      title={words.nav.darkTheme}
      onClick={toggle}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" />
      </svg>
    </button>
  );
};
