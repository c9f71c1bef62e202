import { fileURLToPath } from 'node:url';
import { makeBrief, makeTeller } from '../../src/analyse/brief/brief.ts';
import type { BriefFacts } from '../../src/analyse/brief/facts.ts';
import type { LintSources } from '../../src/analyse/brief/lint.ts';
import { createFuser } from '../../src/analyse/fuse.ts';
import { decodePage } from '../../src/collect/decode.ts';
import { loadProblems } from '../../src/direct/problems/load.ts';
import type { Brief } from '../../src/model/brief.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Report } from '../../src/model/report.ts';
import { createReader } from '../../src/process/read.ts';
import { gatherFacts } from '../../src/run/briefs.ts';
import { collectExample, readManifest } from '../../src/run/example.ts';
import { Moments } from '../../src/run/moments.ts';
import { View } from '../../src/run/views.ts';
import { shippedTemplate } from './karvonia-brief.ts';

/* Briefs on the example case as of any day, without a store. */

export interface ExamplePages {
  readonly reports: readonly Report[];
  /** By document: all that can be read on the page. */
  readonly pages: ReadonlyMap<string, string>;
}

/** The pages of the example as fusion keeps them, each known since it was seen. */
export async function readExample(): Promise<ExamplePages> {
  const reader = createReader({ engine: 'test' });
  const fuser = createFuser();
  const firsts = new Map<string, { readonly series: Report['series']; version: number }>();
  const reports: Report[] = [];
  const pages = new Map<string, string>();
  for await (const found of collectExample(await readManifest())) {
    if (found.kind !== 'page') continue;
    const { url = '', seen } = found.page;
    const version = (firsts.get(url)?.version ?? 0) + 1;
    const reading = reader.read(decodePage(found.page), { url, version });
    const first = firsts.get(url) ?? { series: reading.document.id, version };
    firsts.set(url, { ...first, version });
    const { id, text, title = '', outlet = '', byline = '', captions } = reading.document;
    const said = captions.map((caption) => `${caption.text} ${caption.credit ?? ''}`);
    pages.set(id, [title, outlet, byline, text, ...said].join('\n'));
    reports.push(fuser.add(reading, { series: first.series, knownSince: seen }).report);
  }
  return { reports, pages };
}

export async function loadShippedProblems(): Promise<readonly Problem[]> {
  const folder = fileURLToPath(new URL('../../data/problems/', import.meta.url));
  return (await loadProblems([folder])).problems;
}

/** Every day from one to another, both included. */
export function listDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

export interface MadeBrief {
  readonly day: string;
  readonly brief: Brief;
  readonly facts: BriefFacts;
  readonly sources: LintSources;
}

/** Makes briefs day after day; the view of a day is that with which the next day is compared. */
export class ExampleBriefs {
  readonly #moments: Moments;
  readonly #views = new Map<string, View>();

  constructor(reports: readonly Report[]) {
    this.#moments = new Moments(reports, { judgements: [] });
  }

  make(problem: Problem, day: string): MadeBrief {
    const asOf = `${day}T23:59:59.999Z`;
    const view = this.#view(asOf);
    const before = this.#view(new Date(Date.parse(asOf) - 86_400_000).toISOString());
    const [then, now] = [before, view].map((at) => ({ view: at, assessment: at.assess(problem) }));
    const facts = gatherFacts(problem, { before: then!, now: now!, entries: [] });
    const brief = makeBrief(facts, { template: shippedTemplate, engine: 'tocsin test', tlp: problem.tlp });
    return { day, brief, facts, sources: makeTeller(facts, shippedTemplate) };
  }

  #view(asOf: string): View {
    const known = this.#views.get(asOf);
    if (known !== undefined) return known;
    const view = new View({
      asOf,
      judgements: [],
      standing: this.#moments.get(asOf),
      history: [],
      engine: 'tocsin test',
    });
    if (this.#views.size > 2) this.#views.delete(this.#views.keys().next().value!);
    this.#views.set(asOf, view);
    return view;
  }
}
