import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createFuser } from '../src/analyse/fuse.ts';
import { chooseKnown } from '../src/analyse/known.ts';
import { makeStory, summarizeStories } from '../src/analyse/story/stories.ts';
import { decodePage } from '../src/collect/decode.ts';
import { makePage } from '../src/collect/make-page.ts';
import type { Hash } from '../src/model/page.ts';
import type { Report } from '../src/model/report.ts';
import { createReader } from '../src/process/read.ts';

const folder = new URL('../examples/baghdad/', import.meta.url);

interface Entry {
  readonly file: string;
  readonly url: string;
  readonly seen: string;
}

/** What fusion knows after all pages of the case, each since it was seen. */
function fuseCase(): readonly Report[] {
  const reader = createReader({ engine: 'test' });
  const fuser = createFuser();
  const series = new Map<string, { readonly first: Hash; version: number }>();
  const entries = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as readonly Entry[];
  return entries.map(({ file, url, seen }) => {
    const bytes = readFileSync(new URL(file, folder));
    const page = decodePage(makePage(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { seen, url }));
    const version = (series.get(url)?.version ?? 0) + 1;
    const reading = reader.read(page, { url, version });
    const first = series.get(url)?.first ?? reading.document.id;
    series.set(url, { first, version });
    return fuser.add(reading, { series: first, knownSince: seen }).report;
  });
}

describe('the drawdown of the embassy in Baghdad, 2 December 2020, as of the 5th', () => {
  const reports = chooseKnown(fuseCase(), '2020-12-05T00:00:00Z');
  const story = summarizeStories(reports).find(({ title }) => /embassy staff/i.test(title));
  const tree = makeStory(story?.id ?? '', reports)?.tree ?? expect.unreachable();

  test('rests on unnamed officials to three papers and on nobody who can be held to it', () => {
    expect(tree).toMatchObject({ confirmed: 0, possible: 3 });
    expect(tree.origins.map(({ reason, through }) => `${through}: ${reason}`)).toEqual([
      'The Washington Post: unnamed source',
      'CNN: unnamed source',
      'Politico: unnamed source',
    ]);
  });

  test('the five papers that only carry it and the press review are echoes; the State Department confirms nothing', () => {
    const roles = tree.reports.map(({ outlet, role }) => `${outlet}: ${role}`).sort();
    expect(roles).toEqual([
      'Capital Lantern: echo',
      'Corran Observer: echo',
      'Gulf Meridian: echo',
      'Harbour Wire: echo',
      'Northgate Herald: echo',
      'Old Quay Dispatch: notConfirmed',
      'Palisade Defence Daily: echo',
    ]);
  });

  test('the first report is told, and how long after it each relay came', () => {
    const [post] = tree.origins;
    const first = tree.reports.find(({ document }) => document === post?.first);
    expect(first).toMatchObject({ outlet: 'Harbour Wire' });
    expect(first?.lag).toBeUndefined();
    const later = tree.reports.filter((node) => node !== first && node.origins.includes(post?.id ?? ''));
    expect(later.map(({ lag }) => lag)).not.toContain(undefined);
  });
});
