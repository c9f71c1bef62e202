import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { loadPages, measure } from './pages.mjs';

const [data, passes] = process.argv.slice(2);
const pages = loadPages(data);
await measure(pages, {
  passes: Number(passes),
  work: async ({ source }) => {
    const { document } = parseHTML(source.toString('utf8'));
    const article = new Readability(document).parse();
    return (article?.textContent ?? '').split(/\s+/).length;
  },
});
