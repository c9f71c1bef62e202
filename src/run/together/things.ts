import { DecisionError } from '../../model/errors.ts';
import type { Hash } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';
import { parseThing, splitClaim, splitIndicator, type Thing } from '../../model/thing.ts';
import type { Store } from '../../store/store.ts';
import { makeLine } from '../../text/plain.ts';
import type { View } from '../views.ts';

/** Where things are looked up. */
export interface ThingSources {
  readonly store: Pick<Store, 'getDocument' | 'getReading' | 'listJudgements'>;
  readonly view: View;
  readonly problems: readonly Problem[];
}

const HASH = /^sha256:[0-9a-f]{64}$/;
const isHash = (id: string): id is Hash => HASH.test(id);

/** Ends it where a key names nothing that is there. */
export async function checkThing(key: string, from: ThingSources): Promise<void> {
  const thing = parseThing(key);
  if (thing !== undefined && (await titleThing(thing, from)) !== undefined) return;
  throw new DecisionError('unknown', {
    of: makeLine(key).slice(0, 100),
    problem: 'there is no such thing',
    remedy: 'Open its page and write there.',
  });
}

/** What a thing is called, in the words of the texts where there are some; undefined where it is not found. */
export async function titleThing(
  { type, id }: Thing,
  { store, view, problems }: ThingSources,
): Promise<string | undefined> {
  switch (type) {
    case 'problem':
      return problems.find((each) => each.id === id)?.title;
    case 'indicator': {
      const [problem, sign] = splitIndicator(id);
      const found = problems.find((each) => each.id === problem);
      return [...(found?.indicators ?? []), ...(found?.windows ?? [])].find((each) => each.id === sign)
        ?.title;
    }
    case 'incident':
      return view.getIncident(id)?.title ?? findAside(id, view);
    case 'story':
      return view.getStory(id)?.title;
    case 'document': {
      if (!isHash(id)) return undefined;
      const document = await store.getDocument(id, view.asOf);
      return document && (document.title ?? document.outlet ?? id.slice('sha256:'.length, 19));
    }
    case 'claim': {
      const [document, claim] = splitClaim(id);
      if (!isHash(document)) return undefined;
      const reading = await store.getReading(document, view.asOf);
      return reading?.claims.find((each) => each.id === claim)?.content.text;
    }
    case 'source':
      return view.grades.detail('source', id)?.source?.name;
    case 'actor':
      return view.actors.find((each) => each.id === id)?.name;
    case 'decision':
      return (await store.listJudgements({ asOf: view.asOf })).find((each) => each.id === id)?.note;
  }
}

/** Of an incident of which nothing counts any more: the words that told of it. */
function findAside(incident: string, { setAside }: View): string | undefined {
  return setAside.find(({ incidents }) => incidents.includes(incident))?.claim.words;
}

/** Adds to each row the words of what it is about; each thing is looked up once. */
export async function addTitles<Row extends { readonly of: string }>(
  rows: readonly Row[],
  from: ThingSources,
): Promise<readonly (Row & { readonly about?: string })[]> {
  const titles = new Map<string, string | undefined>();
  for (const { of } of rows) {
    const thing = titles.has(of) ? undefined : parseThing(of);
    if (thing !== undefined) titles.set(of, await titleThing(thing, from));
  }
  return rows.map((row) => {
    const about = titles.get(row.of);
    return about === undefined ? row : { ...row, about };
  });
}
