import { createHash } from 'node:crypto';
import type { KeyChain } from '../../model/key.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/** The files of the page that checks signatures, as they were built. */
export interface PageFiles {
  readonly html: string;
  readonly css: string;
  readonly script: string;
}

/**
 * The page as one file that carries a desk's chain of keys and asks for nothing from anywhere: its own policy allows the script
 * and the style in it by their hashes, and no request at all.
 */
export function makeSavedPage({ html, css, script }: PageFiles, chain: KeyChain): string {
  // Within a script nothing may look like the end of one.
  const code = script.replaceAll('</script', '<\\/script');
  const carried = canonicalJson(chain).replaceAll('<', '\\u003c');
  const policy = `default-src 'none'; script-src '${hash(code)}'; style-src '${hash(css)}'; base-uri 'none'; form-action 'none'`;
  const parts: readonly (readonly [string, string])[] = [
    [
      '<meta charset="utf-8" />',
      `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    ],
    ['<link rel="stylesheet" href="/verify.css" />', `<style>${css}</style>`],
    [
      '<script src="/verify.js" defer></script>',
      `<script type="application/json" id="chain">${carried}</script>\n    <script>${code}</script>`,
    ],
  ];
  return parts.reduce((page, [from, to]) => {
    if (!page.includes(from)) throw new Error(`The page that checks signatures has no ${from}`);
    // A function, since a replacement text would have a meaning of its own for some signs.
    return page.replace(from, () => to);
  }, html);
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
