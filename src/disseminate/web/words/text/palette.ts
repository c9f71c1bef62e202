/** The keyboard palette. */
export const PALETTE = {
  title: 'Go to, or do',
  label: 'Where to, or what to do',
  placeholder: 'A page, a problem, words to search for',
  hint: 'Arrows choose, Enter goes, Escape closes.',
  results: 'What can be done',
  none: 'Nothing here has that name. Enter searches for it.',
  search: (words: string) => `Search for “${words}”`,
  groups: { search: 'search', page: 'page', problem: 'problem', act: 'do' },
  live: 'Back to live',
  help: 'Help for this page',
  light: 'Light colours',
  dark: 'Dark colours',
  print: 'Print this page',
  button: 'Palette',
} as const;
