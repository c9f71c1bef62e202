import type {
  BestFigure,
  DisputeSlot,
  Distortion,
  FigureSlot,
  SaidValue,
  Sayer,
} from '../../model/incident.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, pad, shorten } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

const MEANINGS = {
  same: 'one value',
  compatible: 'all of these can hold',
  contradiction: 'not all of these can hold',
} as const;

const MOVED = {
  steady: '',
  risen: ', risen',
  fallen: ', fallen',
  corrected: ', corrected',
  mixed: '',
} as const;

/** Whether more than one thing is said, or somebody claims it or says something against it. */
export function isDisputed(slot: DisputeSlot): boolean {
  // "A crowd", "people", "youths": many words for nobody in particular.
  if (slot.of === 'perpetrator' && slot.relation !== 'contradiction' && slot.values.every(isNameless))
    return false;
  return (
    slot.values.length > 1 || slot.values.some(({ claimed, denied }) => (claimed ?? denied) !== undefined)
  );
}

function isNameless({ value, claimed, denied }: DisputeSlot['values'][number]): boolean {
  return (claimed ?? denied) === undefined && !/\p{Lu}/u.test(value.slice(1));
}

/** Each value of a count with who says it and when, and the best statement with its reason. */
export function formatFigures(slot: FigureSlot, form: Form): readonly string[] {
  const { of, who, values, relation, movement, best } = slot;
  const shown = values.map((value) => ({ value: formatValue(value), says: formatState(value) }));
  const head = `${clean(of)}${who === undefined ? '' : ` (${clean(who)})`}`;
  return [
    formatHead(head, { relation, more: MOVED[movement] }, form.style),
    ...formatRows(shown, form),
    ...(best === undefined ? [] : [formatBest(formatRange(best), best.reason, form)]),
  ];
}

/** Each place, day or doer that is named, with who says so, claims it and denies it. */
export function formatDispute(slot: DisputeSlot, form: Form): readonly string[] {
  const { of, values, relation, best } = slot;
  const shown = values.map(({ value, says, claimed = [], denied = [] }) => ({
    value: clean(value),
    says: [
      ...(says.length === 0 ? [] : [formatSayers(says)]),
      ...(claimed.length === 0 ? [] : [`claimed by ${formatSayers(claimed)}`]),
      ...(denied.length === 0 ? [] : [`rejected by ${formatSayers(denied)}`]),
    ].join(' · '),
  }));
  return [
    formatHead(of, { relation, more: '' }, form.style),
    ...formatRows(shown, form),
    ...(best === undefined ? [] : [formatBest(clean(best.value), best.reason, form)]),
  ];
}

const KINDS = {
  harm: 'dead where the source speaks of hurt',
  number: 'a higher number',
  certainty: 'firmer',
  perpetrator: 'a name where the source has none',
} as const;

/** Both sides of a relay that says more than its source. */
export function formatDistortion(
  { kind, relay, source }: Distortion,
  { width, style }: Form,
): readonly string[] {
  const side = (word: string, value: string, says: Sayer) =>
    shorten(`    ${pad(word, 7)}${clean(value)} · ${formatSayers([says])}`, width);
  return [
    `${style.bad('≠')} ${KINDS[kind]}`,
    side('relay', relay.value, relay.says),
    side('source', source.value, source.says),
  ];
}

function formatHead(
  what: string,
  { relation, more }: { readonly relation: DisputeSlot['relation']; readonly more: string },
  style: Style,
): string {
  const sign = relation === 'contradiction' ? style.bad('⇄') : ' ';
  return `${sign} ${what}: ${style.dim(`${MEANINGS[relation]}${more}`)}`;
}

function formatRows(
  rows: readonly { readonly value: string; readonly says: string }[],
  { width }: Form,
): readonly string[] {
  const column = Math.min(40, Math.max(...rows.map(({ value }) => value.length)));
  return rows.map(
    ({ value, says }) => `    ${pad(shorten(value, column), column)}  ${shorten(says, width - column - 6)}`,
  );
}

function formatBest(value: string, reason: string, { style }: Form): string {
  return style.dim(`    → ${value} (${reason})`);
}

function formatRange({ low, high, about }: BestFigure): string {
  if (about !== undefined) return `about ${about}`;
  if (high === undefined) return `at least ${low}`;
  return low === high ? String(low) : `${low} to ${high}`;
}

const BOUND_WORDS = { exactly: '', atLeast: 'at least ', atMost: 'at most ', about: 'about ' } as const;

function formatValue({ value, bound, to, parts = [] }: SaidValue): string {
  if (to !== undefined) return `${value} to ${to}`;
  return `${BOUND_WORDS[bound]}${value}${parts.length === 0 ? '' : ` (${parts.join('+')})`}`;
}

function formatState({ state, says }: SaidValue): string {
  return `${state === 'standing' ? '' : `${state} · `}${formatSayers(says)}`;
}

function formatSayers(says: readonly Sayer[]): string {
  return says
    .map(({ name, claim }) => {
      const day =
        claim.published === undefined ? 'undated' : formatDate(claim.published.slice(0, 10), 'short');
      const outlet = claim.outlet === undefined || claim.outlet === name ? '' : ` in ${clean(claim.outlet)}`;
      return `${clean(name)}${outlet}, ${day}`;
    })
    .join('; ');
}
