import { chooseStanding } from '../../analyse/correction/standing.ts';
import { CERTAINTIES, type LinkType, STANCES } from '../../model/claim.ts';
import type { Decision } from '../../model/decision.ts';
import type { Entity, EntityType } from '../../model/entity.ts';
import { DecisionError } from '../../model/errors.ts';
import { type EventTime, REALIS } from '../../model/event.ts';
import {
  type CorrectedField,
  type FieldCorrection,
  isEventField,
  NONE,
} from '../../model/field-correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Reading } from '../../model/reading.ts';
import type { Location, Party, Report, Speaker, Statement } from '../../model/report.ts';
import { findReach } from '../../text/instants.ts';
import { makeLine } from '../../text/plain.ts';
import { nameThing } from './names.ts';
import { checkThere, type DecideContext } from './there.ts';

type Correction = Extract<Decision, { verdict: 'correct' }>;
type Put = Pick<Judgement, 'of' | 'verdict' | 'value' | 'correction'>;

/** What a value of a correction is read from: the reading, and how it stands in the picture. */
interface Page {
  readonly reading: Reading;
  readonly report: Report | undefined;
  readonly statement: Statement;
}

/**
 * One field of a claim, or of an event of it, read as a person says. Names and places are chosen among those that the page names: what the
 * text does not hold cannot be put into it.
 *
 * @throws DecisionError where the field or the value is none, or another correction of that field stands than the person saw.
 */
export async function checkCorrection(decision: Correction, context: DecideContext): Promise<Put> {
  const { of, field, value: given, words } = decision;
  const value = makeLine(given);
  if (isEventField(field) !== (of.event !== undefined))
    throw new DecisionError('unfit', {
      of: 'field',
      problem: isEventField(field) ? `${field} is a field of an event` : `${field} is a field of the claim`,
      remedy: isEventField(field) ? 'Name the event.' : 'Name no event.',
    });
  await checkThere(of, context, words);
  await checkSeen(decision, context);
  const correction = readCorrection(field, value, await openPage(of, context));
  return { verdict: 'correct', of, value, correction };
}

/** Of two who correct one field the second is told what the first has done. */
async function checkSeen({ of, field, instead }: Correction, { store, now }: DecideContext): Promise<void> {
  const name = nameThing(of);
  const standing = chooseStanding(await store.listJudgements(), now()).findLast(
    (each) => each.correction?.field === field && nameThing(each.of) === name,
  );
  if (standing === undefined || standing.id === instead) return;
  throw new DecisionError('conflict', {
    of: `${field} of ${name}`,
    problem: `${standing.by} has corrected it already to ${standing.value} (${standing.id}): ${standing.note}`,
    remedy: `Look at that first; then correct it in the place of ${standing.id}, or take ${standing.id} back.`,
  });
}

async function openPage(of: Correction['of'], { store, picture }: DecideContext): Promise<Page> {
  const reading = await store.getReading(of.document);
  const report = picture.reports.find(({ document }) => document === of.document);
  const statement = report?.statements.find(({ claim }) => claim === of.claim);
  if (reading !== undefined && statement !== undefined) return { reading, report, statement };
  throw new DecisionError('unknown', {
    of: nameThing(of),
    problem: 'nothing rests on that claim: it is set aside, or another version of the page stands',
    remedy: 'Take back what set it aside first, or look at the version that stands.',
  });
}

function readCorrection(field: CorrectedField, value: string, page: Page): FieldCorrection {
  switch (field) {
    case 'stance':
      return { field, to: choose(value, [...STANCES, NONE]) };
    case 'certainty':
      return { field, to: choose(value, CERTAINTIES) };
    case 'realis':
      return { field, to: choose(value, REALIS) };
    case 'time':
      return { field, to: value === NONE ? NONE : readTime(value, page) };
    case 'place':
      return { field, to: value === NONE ? NONE : findPlace(value, page) };
    case 'actor':
    case 'recipient':
      return { field, to: value === NONE ? [] : split(value).map((id) => findParty(id, page)) };
    case 'chain':
      return { field, to: readChain(value, page) };
  }
}

const fail = (problem: string, remedy: string): never => {
  throw new DecisionError('unfit', { of: 'value', problem, remedy });
};

function choose<Word extends string>(value: string, words: readonly Word[]): Word {
  const word = words.find((each) => each === value);
  return word ?? fail(`${value.slice(0, 40)} is no word of that field`, `Give one of ${words.join(', ')}.`);
}

const split = (value: string): readonly string[] => value.split(',').map((each) => each.trim());

/** A time of the page, or a day, month or year, or two of them with a slash between. */
function readTime(value: string, { reading }: Page): EventTime {
  const time = reading.times.find(({ id }) => id === value);
  if (time?.from !== undefined) {
    const { from, to = from, precision, id } = time;
    return { from, to, precision, time: id };
  }
  const [first = '', last = first, ...more] = value.split('/');
  const [begin, end] = [findReach(first), findReach(last)];
  if (begin === undefined || end === undefined || more.length > 0 || end.last < begin.first)
    return fail(
      'it is no day',
      'Give a day as 2020-12-20, a month as 2020-12, two of them with a slash between, or none.',
    );
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const precision = { 10: 'day', 7: 'month', 4: 'year' } as const;
  const known = first === last ? precision[first.length as 10 | 7 | 4] : undefined;
  return { from: day(begin.first), to: day(end.last), precision: known ?? 'unknown' };
}

function findPlace(id: string, { reading }: Page): Location {
  const place = reading.places.find((each) => each.id === id);
  if (place === undefined) return fail('the page names no such place', 'Choose one that it names, or none.');
  const { name, country, lat, lon, precision } = place;
  return {
    name,
    ...(country === undefined ? {} : { country }),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
    precision,
  };
}

function findEntity(id: string, { reading }: Page): Entity {
  const entity = reading.entities.find((each) => each.id === id);
  return entity ?? fail('the page names nobody of that id', 'Choose among those whom it names, or none.');
}

function findParty(id: string, page: Page): Party {
  const { name, type, country, sector, wikidata } = findEntity(id, page);
  const record = page.report?.actors?.find(({ entity }) => entity === id)?.record;
  return {
    name,
    type,
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(record === undefined ? {} : { record }),
  };
}

const LINK_TYPES: Readonly<Record<EntityType, LinkType>> = {
  person: 'person',
  organization: 'office',
  state: 'office',
  group: 'office',
  facility: 'unknown',
  weapon: 'unknown',
};

/** Links as they stand, by their positions, and others whom the page names. */
function readChain(value: string, page: Page): readonly Speaker[] {
  const { chain } = page.statement;
  const parts = split(value);
  if (parts[0] !== '0') return fail('the chain begins with the outlet', 'Begin with 0.');
  if (new Set(parts).size !== parts.length) return fail('somebody is named twice', 'Name each once.');
  return parts.map((part) => {
    if (!/^\d{1,3}$/.test(part)) return makeLink(part, page);
    return chain[Number(part)] ?? fail(`the chain has no link ${part}`, `Give at most ${chain.length - 1}.`);
  });
}

function makeLink(id: string, page: Page): Speaker {
  const { name, type, role, mentions } = findEntity(id, page);
  const { start, end } = page.statement;
  const named = mentions.find((each) => each.start >= start && each.end <= end) ?? mentions[0];
  const known = page.report?.actors?.find(({ entity }) => entity === id);
  return {
    name,
    type: LINK_TYPES[type],
    ...(role === undefined ? {} : { role }),
    entity: id,
    ...(named === undefined ? {} : { start: named.start, end: named.end }),
    ...(known === undefined ? {} : { record: known.record, usual: known.name }),
  };
}
