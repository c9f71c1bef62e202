import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runHere } from '../support/cli.ts';

/* Pages that would do harm wherever what they hold is not shown as text, kept in the ordinary way. */

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Elements that would do something, as text: each sets `owned` or asks another host. */
export const TAGS =
  '<script>globalThis.owned=1</script><img src=x onerror="globalThis.owned=2"><svg onload="globalThis.owned=3"></svg>' +
  '<style>body{display:none}</style><a href="javascript:globalThis.owned=4">there</a><iframe src="https://evil.example/"></iframe>';
export const LONG = 'Karvonia'.repeat(1_250);
/** Right to left from here on, unless it is closed; zero-width letters; a heap of accents. */
export const TURNED = `\u202eVeles\u200b\u200d\u2066 wharfo${'\u0336\u0489'.repeat(60)}`;

/** What is said in each page; the names of its outlet, of who said it, and the title hold the same. */
const KINDS = [
  { name: 'tags', words: TAGS },
  { name: 'long', words: LONG },
  { name: 'turned', words: TURNED },
] as const;

function makePage(words: string): string {
  const hostile = escapeText(words);
  // Bytes that are no text, and elements that are none of ours, belong to a hostile page as well.
  return `<!doctype html><html lang="en"><head><title>Rockets hit Veles port ${hostile}</title></head><body onload="globalThis.owned=5"><article>
<h1>Rockets hit Veles port ${hostile}</h1>
<script>globalThis.owned=6</script><p>Four rockets hit the port of Veles in Iraq on 20 May 2031, the Karvonian army ${hostile} said, and two soldiers were wounded in the attack.</p>
<p>“They want to attack ${hostile} again,” General Ann Example\0 of the Karvonian army said on Wednesday. Iran warned that it would retaliate against ${hostile}.</p>
<p>Officials ${hostile} fear another rocket attack on the port. The <b onclick="globalThis.owned=7">ministry</b> <img src="https://evil.example/pixel" onerror="globalThis.owned=8">denied that.</p>
</article></body></html>`;
}

const PROBLEM = `
id: veles
title: Attacks on the port of Veles
question: Will the port of Veles be attacked?
horizons: [7, 30]
outcome: { match: [{ event: [ASSAULT] }], confirmed: 1, total: 1 }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: { place: [Veles] } }
hypotheses:
  - { id: more, title: More will come, why: They want it., answer: "yes" }
  - { id: none, title: It was the last, why: They had only four., answer: "no" }
indicators:
  - { id: attacks, title: Attacks are reported, why: They come in series., direction: for, strength: strong, halfLife: 14, match: [{ event: [ASSAULT, THREATEN] }] }
  - { id: fears, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, match: [{ stance: [fears, warns, threatens] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.1, elevated: 0.2, high: 0.8, critical: 0.85 }
`;

/** Keeps the pages in a data folder, as `tocsin add` does, with a problem that they bear on and a source of such a name. */
export async function addHostilePages(data: string): Promise<void> {
  for (const { name, words } of KINDS) {
    const file = join(data, `${name}.html`);
    writeFileSync(file, makePage(words));
    const outlet = `${words.slice(0, 70)} Wire`;
    const args = ['--outlet', outlet, '--published', '2031-05-20', '--data', data];
    const { code, err } = await runHere(['add', file, ...args]);
    if (code !== 0) throw new Error(`${name}: ${err}`);
  }
  writeFileSync(join(data, 'problems', 'veles.yaml'), PROBLEM);
}
