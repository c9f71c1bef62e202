import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadPages } from './pages.mjs';

/** As in src/run/threads/pool.ts. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };
const WARMING = 6;
const OPTIONS = { mediaType: 'text/html; charset=utf-8' };

/**
 * Reads all pages in so many threads, each bounded as the program bounds its own: a few times to get warm, until hardly
 * anything is compiled any more, then all together, page by page from one pile.
 */
async function main(data, threads, passes) {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL(import.meta.url), { workerData: { data, passes, next }, resourceLimits: LIMITS }),
  );
  const told = () =>
    Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  await told();
  const started = performance.now();
  const done = told();
  for (const worker of workers) worker.postMessage('go');
  const counts = await done;
  const seconds = (performance.now() - started) / 1000;
  for (const worker of workers) await worker.terminate();
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ pages: counts.reduce((a, b) => a + b, 0), seconds, peak }));
}

async function work({ data, passes, next }) {
  const { read } = await import('../../dist/index.js');
  const pages = loadPages(data);
  for (let pass = 0; pass < WARMING; pass++)
    for (const { url, source } of pages) await read(source, { url, ...OPTIONS });
  await new Promise((resolve) => {
    parentPort.once('message', resolve);
    parentPort.postMessage('warm');
  });
  let count = 0;
  for (;;) {
    const i = Atomics.add(next, 0, 1);
    if (i >= passes * pages.length) break;
    const { url, source } = pages[i % pages.length];
    await read(source, { url, ...OPTIONS });
    count++;
  }
  parentPort.postMessage(count);
}

const [data, threads, passes] = process.argv.slice(2);
if (isMainThread) await main(data, Number(threads), Number(passes));
else await work(workerData);
