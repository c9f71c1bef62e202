import { read } from '../../dist/index.js';
import { loadPages, measure } from './pages.mjs';

const [data, passes] = process.argv.slice(2);
const pages = loadPages(data);
await measure(pages, Number(passes), async ({ url, source }) => {
  const reading = await read(source, { url, mediaType: 'text/html; charset=utf-8' });
  return reading.document.text.split(/\s+/).length;
});
