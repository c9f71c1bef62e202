import type { Cause, CorrectionNote } from '../../model/correction.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { isOverlapping, isWithin, type Span } from '../../model/span.ts';
import { getOrder } from '../origin/order.ts';
import type { Known, KnownVersions } from './judged.ts';
import type { Plan } from './plan.ts';
import { keyOutlet } from './sources.ts';
import { findShared, readGist } from './words.ts';

/** A number that an outlet gave and gives no longer. */
export interface GivenUp {
  /** Key of the outlet. */
  readonly outlet: string;
  readonly incident: string;
  readonly of: string;
  readonly value: number;
  readonly cause: Cause;
}

/** Share of the given-up words that a claim must have to be the one meant; of a title, to be the story meant. */
const MEANT = 0.75;
/** Words and numbers that name a claim well enough to find it. */
const ENOUGH = 3;

/**
 * Sets aside what publishers take back in notes: in the note itself, in the rest of the page, and in the same outlet's earlier
 * reports of that story. Answers the numbers given up.
 */
export function planNotes(plan: Plan, { newest }: Known): readonly GivenUp[] {
  const noted = newest.filter(({ notes = [] }) => notes.length > 0);
  if (noted.length === 0) return [];
  const told = groupOwn(noted, newest);
  return noted.flatMap((report) =>
    (report.notes ?? []).flatMap((note) => {
      const { document, outlet, knownSince } = report;
      const cause: Cause = {
        type: 'note',
        document,
        ...(outlet === undefined ? {} : { outlet }),
        note,
        known: knownSince,
      };
      return planNote(plan, { report, note, cause, told: told.get(nameOwn(report)) ?? [] });
    }),
  );
}

/** What an outlet that has a note in a story reports in it. */
function groupOwn(
  noted: readonly Report[],
  newest: readonly Report[],
): ReadonlyMap<string, readonly Report[]> {
  const stories = new Set(noted.map(({ story }) => story));
  const own = new Map<string, Report[]>(noted.map((report) => [nameOwn(report), []]));
  for (const report of newest) if (stories.has(report.story)) own.get(nameOwn(report))?.push(report);
  return own;
}

const nameOwn = (report: Report) => `${report.story} ${keyOutlet(report)}`;

interface NoteGiven {
  readonly report: Report;
  readonly note: CorrectionNote;
  readonly cause: Cause;
  /** The outlet's own reports of the story. */
  readonly told: readonly Report[];
}

function planNote(plan: Plan, given: NoteGiven): readonly GivenUp[] {
  const { report, note, cause } = given;
  if (note.type === 'retraction') {
    const whole = note.ofItself ? report : findRetracted(given);
    for (const statement of whole?.statements ?? []) plan.add({ report: whole!, statement }, cause);
    return [];
  }
  const inside = planInside(plan, given);
  const meant = listOwn(given);
  for (const each of meant) {
    for (const statement of each.statements) {
      if (each === report && isOverlapping(statement, note)) continue;
      planMeant(plan, { report: each, statement }, { note, cause });
      for (const mention of statement.mentions) {
        for (const figure of mention.figures)
          if (inside.some(({ of, value }) => of === figure.of && value === figure.value))
            plan.addFigure(each, figure, cause);
      }
    }
  }
  const incidents = new Set(
    meant.flatMap(({ statements }) =>
      statements.flatMap(({ mentions }) => mentions.flatMap(({ incident }) => incident ?? [])),
    ),
  );
  const outlet = keyOutlet(report);
  return [...incidents].flatMap((incident) => inside.map((each) => ({ ...each, outlet, incident, cause })));
}

/** What the note itself says of what was wrong is no report of it. Answers the numbers in it. */
function planInside(
  plan: Plan,
  { report, note, cause }: NoteGiven,
): readonly { readonly of: string; readonly value: number }[] {
  const numbers: { of: string; value: number }[] = [];
  const isGivenUp = (span: Span) => note.gaveUp.some((gaveUp) => isWithin(span, gaveUp));
  for (const statement of report.statements) {
    if (!isOverlapping(statement, note)) continue;
    if (statement.mentions.length === 0 && note.gaveUp.some(({ text }) => text.includes(statement.words)))
      plan.add({ report, statement }, cause);
    for (const mention of statement.mentions) {
      const isEvent = isGivenUp(mention.trigger);
      if (isEvent) plan.add({ report, statement, mention }, cause);
      for (const figure of mention.figures) {
        if (!isGivenUp(figure)) continue;
        numbers.push({ of: figure.of, value: figure.value });
        if (!isEvent) plan.addFigure(report, figure, cause);
      }
    }
  }
  return numbers;
}

/** This report and those before it. */
function listOwn({ report, told }: NoteGiven): readonly Report[] {
  const order = getOrder(report);
  return told.filter((each) => each === report || getOrder(each) <= order);
}

/** A claim that says what the note gives up: its numbers alone where it gives any, else all of it. */
function planMeant(
  plan: Plan,
  { report, statement }: { readonly report: Report; readonly statement: Statement },
  { note, cause }: Pick<NoteGiven, 'note' | 'cause'>,
): void {
  if (statement.polarity !== 'affirmed') return;
  const gist = readGist(statement.words);
  for (const { text } of note.gaveUp) {
    const gaveUp = readGist(text);
    if (gaveUp.words.size + gaveUp.numbers.size < ENOUGH || findShared(gaveUp, gist) < MEANT) continue;
    const figures = statement.mentions.flatMap((mention) =>
      mention.figures.filter(({ value }) => gaveUp.numbers.has(String(value))),
    );
    if (figures.length === 0) plan.add({ report, statement }, cause);
    for (const figure of figures) plan.addFigure(report, figure, cause);
  }
}

/** The earlier report of the same outlet whose title the note names; none where that cannot be told. */
function findRetracted(given: NoteGiven): Report | undefined {
  const note = readGist(given.note.text);
  const named = listOwn(given).filter(
    (each) =>
      each !== given.report && each.title !== undefined && findShared(readGist(each.title), note) >= MEANT,
  );
  return named.length === 1 ? named[0] : undefined;
}

/** Numbers that a page's earlier versions gave for an incident and its newest replaces by others. */
export function findReplaced({ newest, versions }: KnownVersions): readonly GivenUp[] {
  if (versions.length === 0) return [];
  const changed = new Set(versions.map(({ series }) => series));
  const standing = new Map(
    newest.flatMap((report) => (changed.has(report.series) ? [[report.series, report] as const] : [])),
  );
  const replaced = new Map<string, GivenUp>();
  for (const earlier of versions) {
    const now = standing.get(earlier.series);
    if (now === undefined || now.version <= earlier.version) continue;
    const numbers = listNumbers(now);
    for (const [key, { incident, of, value }] of listNumbers(earlier)) {
      const isReplaced = [...numbers.values()].some((each) => each.incident === incident && each.of === of);
      if (!isReplaced || numbers.has(key)) continue;
      const { document, version, outlet, knownSince } = now;
      const cause: Cause = {
        type: 'version',
        document,
        version,
        ...(outlet === undefined ? {} : { outlet }),
        known: knownSince,
      };
      replaced.set(`${now.series} ${key}`, { outlet: keyOutlet(now), incident, of, value, cause });
    }
  }
  return [...replaced.values()];
}

type Number = Pick<GivenUp, 'incident' | 'of' | 'value'>;

/** Worked out once for each report: versions are compared as of every instant that is asked about. */
const numbersOf = new WeakMap<Report, ReadonlyMap<string, Number>>();

function listNumbers(report: Report): ReadonlyMap<string, Number> {
  const known = numbersOf.get(report);
  if (known !== undefined) return known;
  const mentions: readonly Mention[] = report.statements.flatMap((statement) => statement.mentions);
  const numbers = new Map(
    mentions.flatMap(({ incident, figures }) =>
      incident === undefined
        ? []
        : figures.map(
            ({ of, value }) => [`${incident} ${of} ${value}`, { incident, of, value }] as [string, Number],
          ),
    ),
  );
  numbersOf.set(report, numbers);
  return numbers;
}
