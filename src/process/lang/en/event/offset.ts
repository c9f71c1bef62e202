import type { EventTime } from '../../../../model/event.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { tokenAt } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';
import type { EventDraft, EventLinks } from './draft.ts';
import { type Around, ringsOf } from './rings.ts';
import { moveDay } from './time-range.ts';

/** How long before or after another event of the sentence one happened: "two days after the attack". */
export interface Offset {
  /** Word of the other event. */
  readonly index: number;
  /** Negative for before. */
  readonly count: number;
  readonly unit: 'D' | 'W' | 'M' | 'Y';
}

const LENGTH = /^P(\d{1,3})([DWMY])$/;
/** Words between "after" and the event word. */
const REACH = 9;

/** What "a week after the seizure" tells of an event that has no time of its own. */
export function findOffset(
  sentence: ParsedSentence,
  around: Around,
  times: readonly TimeExpression[],
): Offset | undefined {
  if (around.others.length === 0) return undefined;
  const lengths = times.filter(
    ({ type, value, start, end }) =>
      type === 'DURATION' && LENGTH.test(value ?? '') && start >= sentence.start && end <= sentence.end,
  );
  if (lengths.length === 0) return undefined;
  const words = new Set(ringsOf(sentence, around).flat());
  for (const time of lengths) {
    const after = tokenAt(sentence, time.end);
    const direction = wordAt(sentence, after);
    if (direction !== 'after' && direction !== 'before') continue;
    const last = tokenAt(sentence, time.end - 1);
    if (!words.has(last) && !isRightBehind(sentence, time, around)) continue;
    const other = around.others.find(({ index }) => index > after && index - after <= REACH);
    if (other === undefined || around.trigger.index > after) continue;
    const [, count, unit] = LENGTH.exec(time.value!)!;
    const sign = direction === 'after' ? 1 : -1;
    return { index: other.index, count: sign * Number(count), unit: unit as Offset['unit'] };
  }
  return undefined;
}

/** "threatened ships a week after …": in the words right behind the event’s, whatever the tree makes of them. */
const isRightBehind = (sentence: ParsedSentence, time: TimeExpression, { trigger }: Around) => {
  const gap = tokenAt(sentence, time.start) - trigger.index;
  return gap > 0 && gap <= 6;
};

const PRECISIONS = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;

/** Dates what is told as so long after or before a dated event. */
export function dateOffsets(drafts: readonly EventDraft[], links: readonly EventLinks[]): EventLinks[] {
  return links.map((link, i) => {
    const { offset, sentence } = drafts[i]!;
    if (offset === undefined || link.when !== undefined) return link;
    const base = drafts.findIndex(
      (draft) => draft.sentence === sentence && draft.trigger.index === offset.index,
    );
    const when = base < 0 ? undefined : moveFrom(links[base]!.when, offset);
    return when === undefined ? link : { ...link, when };
  });
}

function moveFrom(base: EventTime | undefined, offset: Offset): EventTime | undefined {
  if (base?.from === undefined || base.precision !== 'day') return undefined;
  const day = moveDay(base.from.slice(0, 10), offset, false);
  if (day === undefined) return undefined;
  const precision = PRECISIONS[offset.unit];
  if (precision === 'day' || precision === 'week') return { from: day, to: day, precision };
  const from = precision === 'month' ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
  const to = precision === 'month' ? endOfMonth(day) : `${day.slice(0, 4)}-12-31`;
  return { from, to, precision };
}

function endOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
