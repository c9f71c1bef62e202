import { makeActor, summarizeActors } from '../../src/analyse/entity/actors.ts';
import { resolveReading } from '../../src/analyse/entity/mentions.ts';
import { createEntityResolver } from '../../src/analyse/entity/resolve.ts';
import type { ActorDetail, ActorSummary } from '../../src/model/actor.ts';
import type { Report } from '../../src/model/report.ts';
import { karvonia } from './case-karvonia.ts';

/** Reports of the made-up case with nothing in them but who is named. */
function makeReports(knownSince: string): readonly Report[] {
  const resolver = createEntityResolver();
  return [karvonia.warning, karvonia.relay].map(({ reading }) => ({
    kind: 'report',
    document: reading.document.id,
    series: reading.document.id,
    version: 1,
    ...(reading.document.outlet === undefined ? {} : { outlet: reading.document.outlet }),
    seen: reading.document.seen,
    knownSince,
    story: 's1',
    reuses: [],
    statements: [],
    actors: resolveReading(reading, resolver).actors,
    by: 'story@1',
  }));
}

/** Who is named in the made-up case, as the program finds it. */
export const listKarvoniaActors = (knownSince: string): readonly ActorSummary[] =>
  summarizeActors(makeReports(knownSince));

export const getKarvoniaActor = (id: string, knownSince: string): ActorDetail | undefined =>
  makeActor(id, makeReports(knownSince));
