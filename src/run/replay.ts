import type { Collected } from '../collect/collected.ts';
import type { Picture } from './picture.ts';
import type { Watch } from './watch.ts';

const DAY = 86_400_000;

/**
 * Goes through pages that were seen before, at the times when they were seen: before each page the days that passed since the
 * last one are looked at, so that forecasts are filed and settled as they would have been. Each page must be kept and
 * put into the picture before the next is asked for.
 */
export async function* replayDays(
  pages: AsyncIterable<Collected>,
  { picture, watch }: { readonly picture: Picture; readonly watch: Watch },
): AsyncGenerator<Collected> {
  let last: string | undefined;
  for await (const found of pages) {
    if (found.kind === 'page') {
      const { seen } = found.page;
      await picture.advance();
      if (last !== undefined) {
        await watch.look(last);
        for (const midnight of listMidnights(last, seen)) await watch.look(midnight);
      }
      last = seen;
    }
    yield found;
  }
  await picture.advance();
  if (last !== undefined) await watch.look(last);
}

/** The beginnings of days (UTC) after one instant and up to another. */
function listMidnights(after: string, until: string): readonly string[] {
  const midnights: string[] = [];
  let next = (Math.floor(Date.parse(after) / DAY) + 1) * DAY;
  for (; next <= Date.parse(until); next += DAY) midnights.push(new Date(next).toISOString());
  return midnights;
}
