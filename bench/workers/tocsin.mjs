import { read } from '../../dist/index.js';
import { loadEnglish } from '../../dist/process/lang/en/engine.js';
import { loadPages, measure } from './pages.mjs';

const [data, passes] = process.argv.slice(2);
const pages = loadPages(data);
const texts = new Map();
await measure(pages, {
  passes: Number(passes),
  work: async ({ url, source }) => {
    const { document } = await read(source, { url, mediaType: 'text/html; charset=utf-8' });
    texts.set(url, document.text);
    return document.text.split(/\s+/).length;
  },
  count: () => {
    const english = loadEnglish();
    const sentences = [...texts.values()].flatMap((text) => english.parse(text));
    return { tokens: sentences.reduce((sum, { tokens }) => sum + tokens.length, 0) };
  },
});
