// Reads a page and prints who says what, on whose word.
//
//   node examples/library/read.mjs [FILE]
//
// Without a file it reads a few sentences of its own.
import { read, readFile } from 'tocsin';

const SENTENCES = `Ferries collide off the north pier

The harbour master told the Coast Gazette on Monday that two ferries had collided near the north pier. An official who
asked not to be named said nobody was hurt. The operator denied that the crew had been warned.`;

const [file] = process.argv.slice(2);
const reading =
  file === undefined
    ? await read(SENTENCES, { published: '2026-03-03', outlet: 'Harbour Wire' })
    : await readFile(file);

console.log(`${reading.document.title ?? 'No title found'} (${reading.document.published ?? 'no date'})`);
for (const claim of reading.claims) {
  const chain = claim.chain
    .map((link) => (link.anonymous ? `"${link.name}" (unnamed)` : link.name))
    .join(' -> ');
  console.log(`- ${chain} ${claim.stance ?? 'takes no position'}: ${claim.content.text}`);
}
