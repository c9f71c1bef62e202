import { loadPages } from './pages.mjs';

/** From the start of the process to the first finished reading, of one ordinary page; reading the set is not counted. */
const started = performance.now();
const before = process.cpuUsage();
const pages = loadPages(process.argv[2]);
const { url, source } = pages.find((page) => page.source.length > 30_000) ?? pages[0];
const waited = performance.now() - started;
const spent = process.cpuUsage(before);
const { read } = await import('../../dist/index.js');
await read(source, { url, mediaType: 'text/html; charset=utf-8' });
const seconds = (performance.now() - waited) / 1000;
const { user, system } = process.cpuUsage();
const cpu = (user + system - spent.user - spent.system) / 1e6;
console.log(JSON.stringify({ seconds, cpu, peak: process.resourceUsage().maxRSS / 1024 }));
