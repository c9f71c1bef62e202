import { read } from '../../dist/index.js';
import { SHAPES } from './texts.mjs';

const [name, ...sizes] = process.argv.slice(2);
const options = { mediaType: 'text/plain; charset=utf-8', published: '2021-03-12' };
// The word lists and models are loaded, and the program warm, before time is taken.
await read(SHAPES.article(20_000), options);
const times = [];
for (const size of sizes.map(Number)) {
  const cpu = process.cpuUsage();
  await read(SHAPES[name](size), options);
  const { user, system } = process.cpuUsage(cpu);
  times.push({ size, seconds: (user + system) / 1e6 });
}
console.log(JSON.stringify({ times, peak: process.resourceUsage().maxRSS / 1024 }));
