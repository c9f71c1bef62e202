import { useEffect, useSyncExternalStore } from 'react';
import { useRemembered } from './remembered.ts';

type Theme = 'light' | 'dark';
type Choice = Theme | 'system';

const isChoice = (value: unknown): value is Choice =>
  value === 'light' || value === 'dark' || value === 'system';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listen: () => void): () => void {
  prefersDark.addEventListener('change', listen);
  return () => prefersDark.removeEventListener('change', listen);
}

/** The theme shown, and a switch to the other one. Until it is used the system decides. */
export function useTheme(): { readonly theme: Theme; readonly toggle: () => void } {
  const [choice, choose] = useRemembered<Choice>('theme', 'system', isChoice);
  const isDark = useSyncExternalStore(subscribe, () => prefersDark.matches);
  const theme = choice === 'system' ? (isDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }, [choice]);
  return { theme, toggle: () => choose(theme === 'dark' ? 'light' : 'dark') };
}
