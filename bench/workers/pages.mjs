import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The English pages of the page-text set, as bytes: `{ url, source }`, in the order of the file. */
export function loadPages(data) {
  const folder = join(data, 'page-text');
  const records = JSON.parse(readFileSync(join(folder, 'aeb.dev.json'), 'utf8'));
  return records
    .filter((record) => record.lang === 'en')
    .map((record) => ({
      url: record.url,
      source: gunzipSync(readFileSync(join(folder, record.file))),
    }));
}

/**
 * Runs `work` over all pages: a first pass in a cold process, then `passes` warm ones; prints figures as JSON, with those
 * that `count` gives afterwards, when no time is taken any more.
 */
export async function measure(pages, { passes, work, count = () => ({}) }) {
  const times = [];
  let words = 0;
  for (let pass = 0; pass <= passes; pass++) {
    words = 0;
    const cpu = process.cpuUsage();
    const started = performance.now();
    for (const page of pages) words += await work(page);
    const used = process.cpuUsage(cpu);
    times.push({ wall: (performance.now() - started) / 1000, cpu: (used.user + used.system) / 1e6 });
  }
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(
    JSON.stringify({ pages: pages.length, words, cold: times[0], warm: times.slice(1), peak, ...count() }),
  );
}
