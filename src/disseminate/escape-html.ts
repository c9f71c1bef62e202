import { flatten } from './brief/plain.ts';

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, in an element or in an attribute's quotes: whatever a page said, it is words on one line. */
export function escapeHtml(text: string): string {
  return flatten(text).replace(/[&<>"']/g, (character) => NAMES[character] ?? '');
}
