import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collected } from '../../src/collect/collected.ts';
import { makePage } from '../../src/collect/make-page.ts';
import type { Desk } from '../../src/model/desk.ts';
import type { Replay, ReplayIncident } from '../../src/model/replay.ts';
import { createReader } from '../../src/process/read.ts';
import { readConfig } from '../../src/run/config.ts';
import { makeDesk } from '../../src/run/desk.ts';
import { collectExample, readManifest } from '../../src/run/example.ts';
import { Picture } from '../../src/run/picture.ts';
import { runPipeline } from '../../src/run/pipeline.ts';
import { readProgramName } from '../../src/run/version.ts';
import { openEmbeddedStore } from '../../src/store/embedded/embedded.ts';
import type { Case } from './set.ts';

/** A replay of a case, scored against what is true in it. */
export interface CaseRun {
  readonly name: string;
  readonly title: string;
  readonly replay: Replay;
  /** Days of outcomes as the engine itself found them. */
  readonly found: readonly string[];
}

interface Course {
  readonly name: string;
  readonly title: string;
  readonly problem: string;
  readonly from: string;
  readonly to: string;
  /** What is true; where absent, what the engine finds is taken for it. */
  readonly outcomes?: readonly string[];
  readonly pages: () => AsyncIterable<Collected>;
}

/** The example that comes with the program, over the months of its crisis. */
export const EXAMPLE_COURSE: Course = {
  name: 'baghdad',
  title: 'The example case',
  problem: 'us-sites-iraq',
  from: '2020-11-01',
  to: '2021-02-28',
  pages: async function* () {
    yield* collectExample(await readManifest());
  },
};

export function makeCourse({ case: name, title, problem, from, to, outcomes, reports }: Case): Course {
  const pages = async function* (): AsyncGenerator<Collected> {
    for (const report of reports.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
      const {
        at: seen,
        url = `https://${slug(report.outlet)}.example/${slug(report.at + report.text.slice(0, 60))}`,
      } = report;
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      yield { kind: 'page', page: makePage(Buffer.from(write(report)), { seen, url, headers }) };
    }
  };
  return { name, title, problem, from, to, outcomes, pages };
}

/** A desk over a course's pages as they came, at the end of its last day. */
export async function openCourse(course: Course): Promise<{ readonly desk: Desk; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-cases-'));
  const now = () => `${course.to}T23:59:59.999Z`;
  const config = readConfig({ flags: { data: folder }, env: {}, platform: 'linux', home: folder });
  const store = await openEmbeddedStore({ folder, now });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const picture = new Picture(store);
    const engine = readProgramName();
    const reader = createReader({ engine });
    const tally = await runPipeline(course.pages(), { store, engine, reader, isReplay: true });
    if (tally.failures.length > 0) throw tally.failures[0];
    await picture.advance();
    return { desk: await makeDesk({ store, config, now, picture }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Replays a course's problem day by day, nothing left out and each sign left out in turn. */
export async function runCourse(course: Course): Promise<CaseRun> {
  const { desk, close } = await openCourse(course);
  try {
    const { name, title, problem, from, to } = course;
    const request = { problem, from, to };
    const options = { most: Number.POSITIVE_INFINITY, isReplayed: true };
    const found = await desk.getReplay(request, options);
    if (found === undefined) throw new Error(`${name}: there is no problem ${problem}`);
    const outcomes = course.outcomes?.map(makeOutcome);
    const replay = (await desk.getReplay(
      { ...request, ablate: true },
      { ...options, ...(outcomes === undefined ? {} : { outcomes }) },
    ))!;
    return { name, title, replay, found: found.outcomes.map(({ day }) => day) };
  } finally {
    await close();
  }
}

/** Whoever forecast during the day itself may have known. */
function makeOutcome(day: string): ReplayIncident {
  return { incident: day, day, knownSince: `${day}T23:59:59.999Z`, claims: [] };
}

function write({ outlet, at, text }: Case['reports'][number]): string {
  const [title = '', ...rest] = text.trim().split('\n');
  const paragraphs = rest
    .join('\n')
    .split(/\n\s*\n/)
    .map((each) => each.replace(/\s+/g, ' ').trim());
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeText(title)} | ${escapeText(outlet)}</title>
<meta property="og:site_name" content="${escapeText(outlet)}"><meta property="og:title" content="${escapeText(title)}">
<meta property="article:published_time" content="${at}"></head>
<body><main><article><h1>${escapeText(title)}</h1><time datetime="${at}">${at}</time>
${paragraphs
  .filter((each) => each !== '')
  .map((each) => `<p>${escapeText(each)}</p>`)
  .join('\n')}
</article></main></body></html>`;
}

function escapeText(text: string): string {
  return text
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
