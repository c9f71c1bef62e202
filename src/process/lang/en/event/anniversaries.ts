import type { Entity } from '../../../../model/entity.ts';
import type { Event } from '../../../../model/event.ts';
import { isOverlapping, isWithin, makeTextSpan, type Span } from '../../../../model/span.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import { findAgent } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, markersOf, tokenAt } from '../../../sentence/phrase.ts';
import { type Anniversary, findAnniversaries } from '../../../time/anniversary.ts';
import type { Word } from '../../../time/words.ts';

const BY = 'anniversary@1';
/** Far more than an article tells; each is looked for among all events. */
const MOST = 100;

export interface AnniversaryInput {
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
  readonly times: readonly TimeExpression[];
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  /** ISO 8601, as precise as known. */
  readonly published?: string;
  /** The words of the text, where they are cut already. */
  readonly words?: readonly Word[];
}

/**
 * Dates the anniversaries that a text speaks of: so many years after the day of the event remembered, or where no
 * number is given the first one from publication on. An anniversary is a window, not an event; an event that is told to
 * happen on one takes its day and is linked to what it remembers.
 */
export function dateAnniversaries(input: AnniversaryInput): {
  readonly times: readonly TimeExpression[];
  readonly events: readonly Event[];
} {
  let { times, events } = input;
  for (const anniversary of findAnniversaries(input.text, input.words).slice(0, MOST)) {
    const remembered = findRemembered(anniversary, { ...input, events });
    const day = remembered === undefined ? undefined : findDay(anniversary, remembered, input.published);
    if (remembered === undefined || day === undefined) continue;
    const time = makeTime(input.text, anniversary, { day, remembered, id: `t${times.length + 1}` });
    times = [
      ...times.filter((other) => other.type !== 'DURATION' || !isWithin(other, anniversary)),
      time,
    ].sort((a, b) => a.start - b.start);
    const sentence = input.sentences.find((one) => isWithin(anniversary, one));
    if (sentence === undefined) continue;
    events = events.map((event) =>
      isWithin(event.trigger, sentence) && isHeldOn(sentence, event, anniversary)
        ? {
            ...event,
            anniversaryOf: remembered.id,
            when: { from: day, to: day, precision: 'day' as const, time: time.id },
          }
        : event,
    );
  }
  return times === input.times ? { times, events } : renumber(times, events);
}

/** The dated event that the words after "of" tell of: by its own word there, or by whom it befell. */
function findRemembered(anniversary: Anniversary, input: AnniversaryInput): Event | undefined {
  const { of } = anniversary;
  if (of === undefined) return undefined;
  const dated = input.events.filter(
    (event) => event.when?.precision === 'day' && event.when.from !== undefined,
  );
  const told = input.events.find((event) => isWithin(event.trigger, of));
  const same = told === undefined ? undefined : dated.find((event) => isSame(event, told));
  if (same !== undefined) return same;
  const named = input.entities.filter((entity) =>
    entity.mentions.some((mention) => isOverlapping(mention, of)),
  );
  return dated.find(
    (event) =>
      event.plover.type === 'ASSAULT' && named.some((entity) => event.recipients.includes(entity.id)),
  );
}

const isSame = (a: Event, b: Event) =>
  a.id === b.id ||
  a.sameAs === b.id ||
  b.sameAs === a.id ||
  (a.sameAs !== undefined && a.sameAs === b.sameAs);

function findDay(anniversary: Anniversary, event: Event, published: string | undefined): string | undefined {
  const from = event.when!.from!;
  const year = Number(from.slice(0, 4));
  const at = (years: number) => `${String(year + years).padStart(4, '0')}${from.slice(4, 10)}`;
  if (anniversary.years !== undefined)
    return year + anniversary.years <= 9999 ? at(anniversary.years) : undefined;
  if (published === undefined || !/^\d{4}-\d{2}-\d{2}/.test(published)) return undefined;
  const years = Number(published.slice(0, 4)) - year;
  return at(years) >= published.slice(0, 10) ? at(years) : at(years + 1);
}

function makeTime(
  text: string,
  span: Span,
  found: { day: string; remembered: Event; id: string },
): TimeExpression {
  const { day, remembered, id } = found;
  const anchor = remembered.when?.time;
  return {
    kind: 'time',
    id,
    ...makeTextSpan(text, span.start, span.end),
    type: 'DATE',
    value: day,
    from: day,
    to: day,
    precision: 'day',
    ...(anchor === undefined ? {} : { anchor }),
    by: BY,
  };
}

/** "marched on the anniversary", "marked the anniversary with a rally". */
function isHeldOn(sentence: ParsedSentence, event: Event, anniversary: Anniversary): boolean {
  const noun = tokenAt(sentence, anniversary.end - 1);
  const token = sentence.tokens[noun];
  if (token === undefined || token.head < 0) return false;
  const trigger = tokenAt(sentence, event.trigger.start);
  const isOn =
    markersOf(sentence, noun).includes('on') &&
    (token.head === trigger || sentence.tokens[trigger]?.head === token.head);
  const isMarked = sentence.tokens[token.head]!.lemma === 'mark' && isArgument(sentence, token.head, trigger);
  return isOn || isMarked;
}

const isArgument = (sentence: ParsedSentence, verb: number, index: number) =>
  findAgent(sentence, verb) === index || findChildren(sentence, verb, 'obl').includes(index);

/** Ids follow the order in the text; what points to a time follows its new id. */
function renumber(times: readonly TimeExpression[], events: readonly Event[]) {
  const ids = new Map(times.map((time, i) => [time.id, `t${i + 1}`]));
  const follow = (id: string) => ids.get(id) ?? id;
  return {
    times: times.map((time) => ({
      ...time,
      id: follow(time.id),
      ...(time.anchor === undefined ? {} : { anchor: follow(time.anchor) }),
    })),
    events: events.map((event) =>
      event.when?.time === undefined
        ? event
        : { ...event, when: { ...event.when, time: follow(event.when.time) } },
    ),
  };
}
