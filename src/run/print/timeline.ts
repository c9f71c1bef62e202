import type { Event, Realis } from '../../model/event.ts';
import type { Reading } from '../../model/reading.ts';
import { formatSpan } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, measure, pad, shorten, wrap } from './width.ts';

/** How firm an event is, as a line: solid for what is, dashed for what is decided or readied, dotted for what may be. */
export const REALIS_SIGNS: Readonly<Record<Realis, string>> = {
  occurred: '━━━',
  ongoing: '━━▶',
  recurrent: '━ ━',
  ordered: '╍╍╍',
  prepared: '╍╍╍',
  threatened: '┈┈┈',
  expected: '┈┈┈',
  possible: '┈┈┈',
  conditional: '┈?┈',
  denied: '━╳━',
  exercise: '(─)',
};

interface Row {
  readonly event: Event;
  /** Further mentions of the same event. */
  readonly again: number;
}

/** The events of a reading under their days, undated ones last; several mentions of one event are one line. */
export function formatTimeline(
  reading: Reading,
  { width, style }: { readonly width: number; readonly style: Style },
): readonly string[] {
  const rows = gatherRows(reading.events);
  const realisWidth = Math.max(0, ...rows.map(({ event }) => event.realis.length));
  const typeWidth = Math.max(0, ...rows.map(({ event }) => event.plover.type.length));
  let day = '';
  return rows.flatMap((row) => {
    const { event } = row;
    const plain = (text: string): string => text;
    const [paint, strong] = event.background ? [style.dim, plain] : [plain, style.bold];
    const when = formatWhen(event);
    const heading = when === day ? [] : [`${day === '' ? '' : '\n'}  ${style.underline(when)}`];
    day = when;
    const left = `    ${REALIS_SIGNS[event.realis]} ${pad(event.realis, realisWidth)}  ${strong(pad(event.plover.type, typeWidth))}  `;
    const isNarrow = width - measure(left) < 24;
    const indent = isNarrow ? 8 : measure(left);
    const lines = wrap(formatDetails(row, reading), width - indent).map((line) => ' '.repeat(indent) + line);
    const body = isNarrow ? [left.trimEnd(), ...lines] : [left + lines[0]!.slice(indent), ...lines.slice(1)];
    return [...heading, ...body.map(paint)];
  });
}

function gatherRows(events: readonly Event[]): readonly Row[] {
  const ids = new Set(events.map((event) => event.id));
  const again = new Map<string, number>();
  const first: Event[] = [];
  for (const event of events) {
    if (event.sameAs !== undefined && ids.has(event.sameAs))
      again.set(event.sameAs, (again.get(event.sameAs) ?? 0) + 1);
    else first.push(event);
  }
  return first
    .map((event) => ({ event, again: again.get(event.id) ?? 0 }))
    .sort(
      (a, b) =>
        compareDays(a.event.when?.from, b.event.when?.from) || a.event.trigger.start - b.event.trigger.start,
    );
}

function compareDays(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b ? -1 : 1;
}

function formatWhen({ when }: Event): string {
  if (when?.from === undefined)
    return when?.to === undefined ? 'no day given' : `until ${formatSpan(when.to, undefined)}`;
  return formatSpan(when.from, when.to);
}

function formatDetails({ event, again }: Row, reading: Reading): string {
  const name = (id: string): string => clean(reading.entities.find((entity) => entity.id === id)?.name ?? id);
  const claim = reading.claims.findIndex(({ id }) => id === event.claim);
  const place = reading.places.find((each) => each.id === event.where)?.name;
  const sides = [event.actors.map(name).join(', '), event.recipients.map(name).join(', ')];
  const who = sides[1] === '' ? sides[0]! : `${sides[0] === '' ? '?' : sides[0]} → ${sides[1]}`;
  const parts = [
    `“${shorten(clean(event.trigger.text), 60)}”`,
    who,
    place === undefined ? '' : `in ${clean(place)}`,
    event.figures
      .map((figure) => `${BOUND_WORDS[figure.bound]}${figure.value} ${clean(figure.of)}`)
      .join(', '),
    event.instruments.length === 0 ? '' : `with ${event.instruments.map(name).join(', ')}`,
    claim < 0 ? '' : `claim\u00a0${claim + 1}`,
    event.posture === undefined ? '' : `[${event.posture}]`,
    event.background ? '(history)' : '',
    again === 0 ? '' : `(${again + 1}\u00a0mentions)`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const BOUND_WORDS: Readonly<Record<string, string>> = {
  exactly: '',
  atLeast: 'at least ',
  atMost: 'at most ',
  about: 'about ',
};
