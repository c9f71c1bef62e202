import type { Hash } from '../../src/model/page.ts';
import type { Reading } from '../../src/model/reading.ts';
import type {
  DocumentFilter,
  DocumentSummary,
  Facet,
  ListAnswer,
  PutOutcome,
  SearchHit,
  Sighting,
  Store,
  StoreEntry,
} from '../../src/store/store.ts';

/* A Store that forgets: just enough for tests of what stands above it. */

interface Kept {
  readonly reading: Reading;
  readonly sighting: Sighting;
}

function summarise({ document, claims, events }: Reading): DocumentSummary {
  const { kind, bytes, text, captions, removed, ...rest } = document;
  const { outletEvidence, titleEvidence, publishedEvidence, modified, byline, languageEvidence, ...facts } =
    rest;
  return { ...facts, excerpt: text.slice(0, 240), claims: claims.length, events: events.length };
}

function isFitting(reading: Reading, filter: DocumentFilter): boolean {
  const { document } = reading;
  const published = document.published ?? '';
  return (
    (filter.outlet === undefined || document.outlet === filter.outlet) &&
    (filter.language === undefined || document.language === filter.language) &&
    (filter.from === undefined || published >= filter.from) &&
    (filter.to === undefined || published.slice(0, filter.to.length) <= filter.to) &&
    (filter.asOf === undefined || Date.parse(document.seen) <= Date.parse(filter.asOf)) &&
    (filter.eventType === undefined ||
      reading.events.some((event) => event.plover.type === filter.eventType)) &&
    (filter.realis === undefined || reading.events.some((event) => event.realis === filter.realis)) &&
    (filter.stance === undefined || reading.claims.some((claim) => claim.stance === filter.stance)) &&
    (filter.country === undefined || reading.places.some((place) => place.country === filter.country))
  );
}

function paginate<Row>(rows: readonly Row[], limit = 50, cursor?: string): ListAnswer<Row> {
  const from = Number(cursor ?? 0);
  const next = from + limit;
  const page = rows.slice(from, next);
  return next < rows.length ? { rows: page, cursor: String(next) } : { rows: page };
}

function findAll(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

function makeHit(reading: Reading, words: readonly string[]): SearchHit | undefined {
  const { text, title = '' } = reading.document;
  const isEverywhere = words.every((word) => `${title}\n${text}`.toLowerCase().includes(word));
  if (!isEverywhere) return undefined;
  const matches = words.flatMap((word) => findAll(text, word)).sort((a, b) => a.start - b.start);
  const from = Math.max(0, (matches[0]?.start ?? 0) - 60);
  const snippet = text.slice(from, from + 200);
  const marks = matches
    .map((match) => ({ start: match.start - from, end: match.end - from }))
    .filter((mark) => mark.end <= snippet.length);
  const matchedClaims = reading.claims.filter((claim) =>
    matches.some((match) => match.start >= claim.start && match.end <= claim.end),
  );
  return {
    ...summarise(reading),
    matches,
    snippet: { text: snippet, marks },
    matchedClaims: matchedClaims.map((claim) => claim.id),
  };
}

function tally(
  readings: readonly Reading[],
  pick: (reading: Reading) => readonly (string | undefined)[],
): Facet[] {
  const counts = new Map<string, number>();
  for (const reading of readings) {
    for (const value of new Set(pick(reading))) {
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

export function makeMemoryStore(): Store {
  const kept = new Map<Hash, Kept>();
  const contents = new Map<Hash, Uint8Array>();
  const settings = new Map<string, string>();
  const readings = () => [...kept.values()].map((row) => row.reading);
  const where = (reading: Reading) => reading.document.url ?? reading.document.file;
  const versionsOf = (reading: Reading) =>
    readings().filter(
      (other) => other === reading || (where(other) !== undefined && where(other) === where(reading)),
    );

  function putOne({ page, reading }: StoreEntry): PutOutcome {
    const known = kept.get(reading.document.id);
    if (known !== undefined) return { status: 'unchanged', document: known.reading.document };
    const earlier = versionsOf(reading).filter((other) => other !== reading);
    const document = { ...reading.document, version: earlier.length + 1 };
    const { hash: bytes, seen, url, file } = page;
    const place = { ...(url === undefined ? {} : { url }), ...(file === undefined ? {} : { file }) };
    kept.set(document.id, {
      reading: { ...reading, document },
      sighting: { bytes, document: document.id, seen, ...place },
    });
    contents.set(bytes, page.content);
    const previous = earlier.at(-1);
    if (previous === undefined) return { status: 'added', document };
    return { status: 'changed', document, previous: previous.document.id };
  }

  function seenBy(id: Hash, asOf?: string): Reading | undefined {
    const reading = kept.get(id)?.reading;
    return reading !== undefined &&
      (asOf === undefined || Date.parse(reading.document.seen) <= Date.parse(asOf))
      ? reading
      : undefined;
  }

  return {
    put: async (entries) => entries.map(putOne),
    findByBytes: async (bytes) => readings().find((reading) => reading.document.bytes === bytes)?.document,
    recordSighting: async () => undefined,
    getDocument: async (id, asOf) => seenBy(id, asOf)?.document,
    getReading: async (id, asOf) => seenBy(id, asOf),
    getVersions: async (id) => {
      const reading = kept.get(id)?.reading;
      return reading === undefined ? [] : versionsOf(reading).map(summarise);
    },
    getSightings: async (id) =>
      [...kept.values()].map((row) => row.sighting).filter((row) => row.document === id),
    listDocuments: async ({ limit, cursor, order = 'published', ...filter }) => {
      const rows = readings()
        .filter((reading) => isFitting(reading, filter))
        .map(summarise);
      rows.sort((a, b) => (b[order] ?? '').localeCompare(a[order] ?? ''));
      return paginate(rows, limit, cursor);
    },
    search: async ({ query, limit, cursor, ...filter }) => {
      const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const hits = readings()
        .filter((reading) => isFitting(reading, filter))
        .flatMap((reading) => makeHit(reading, words) ?? []);
      return paginate(hits, limit, cursor);
    },
    getFacets: async (filter) => {
      const fitting = readings().filter((reading) => isFitting(reading, filter));
      return {
        outlets: tally(fitting, (reading) => [reading.document.outlet]),
        languages: tally(fitting, (reading) => [reading.document.language]),
        eventTypes: tally(fitting, (reading) => reading.events.map((event) => event.plover.type)),
        realis: tally(fitting, (reading) => reading.events.map((event) => event.realis)),
        stances: tally(fitting, (reading) => reading.claims.map((claim) => claim.stance)),
        countries: tally(fitting, (reading) => reading.places.map((place) => place.country)),
      };
    },
    getPageContent: async (bytes) => contents.get(bytes),
    findByPrefix: async (prefix, limit) =>
      [...kept.keys()].filter((id) => id.startsWith(`sha256:${prefix}`)).slice(0, limit),
    count: async () => ({
      documents: kept.size,
      pages: contents.size,
      sightings: kept.size,
      claims: readings().reduce((sum, reading) => sum + reading.claims.length, 0),
      events: readings().reduce((sum, reading) => sum + reading.events.length, 0),
    }),
    getSetting: async (name) => settings.get(name),
    setSetting: async (name, value) => void settings.set(name, value),
    check: async () => [],
    backup: async () => undefined,
    close: async () => undefined,
  };
}
