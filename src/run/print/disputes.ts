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
import { clean, measure, pad, wrap, wrapFacts } from './width.ts';

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
  if (slot.of === 'perpetrator' && slot.relation !== 'contradiction' && slot.values.every(isNameless))
    return false;
  const isBlamed = slot.of === 'perpetrator' && slot.values.some(({ says }) => says.some(isQuoted));
  const isAnswered = slot.values.some(({ claimed, denied }) => (claimed ?? denied) !== undefined);
  return slot.values.length > 1 || isBlamed || isAnswered;
}

const isQuoted = ({ chain }: Sayer): boolean => chain.length > 1;

/** "A crowd", "people", "youths": an outlet's words for nobody in particular. */
function isNameless({ value, says, claimed, denied }: DisputeSlot['values'][number]): boolean {
  return !says.some(isQuoted) && (claimed ?? denied) === undefined && !/\p{Lu}/u.test(value.slice(1));
}

/** Each value of a count with who says it and when, and the best statement with its reason. */
export function formatFigures(slot: FigureSlot, form: Form): readonly string[] {
  const { values, relation, movement, best } = slot;
  const shown = values.map((value) => ({ value: formatValue(value), says: formatState(value) }));
  return [
    formatHead(nameSlot(slot), { relation, more: MOVED[movement] }, form.style),
    ...formatRows(shown, form),
    ...(best === undefined ? [] : [formatBest(formatRange(best), best.reason, form)]),
  ];
}

/** Counts that nobody disputes, in one table. */
export function formatOtherFigures(slots: readonly FigureSlot[], form: Form): readonly string[] {
  const rows = slots.flatMap((slot) =>
    slot.values.map((value) => ({
      value: `${nameSlot(slot)}: ${formatValue(value)}`,
      says: formatState(value),
    })),
  );
  return rows.length === 0 ? [] : formatRows(rows, form);
}

const nameSlot = ({ of, who }: FigureSlot): string =>
  `${clean(of)}${who === undefined ? '' : ` (${clean(who)})`}`;

/** Each place, day or doer that is named, with who says so, claims it and denies it. */
export function formatDispute(slot: DisputeSlot, form: Form): readonly string[] {
  const { of, values, relation, best } = slot;
  const shown = values.map(({ value, says, claimed = [], denied = [] }) => ({
    value: clean(value),
    says: [
      ...formatSayers(says),
      ...formatPosition('claims it', 'claimed by', { value, says: claimed }),
      ...formatPosition('rejects it', 'rejected by', { value, says: denied }),
    ],
  }));
  return [
    formatHead(of, { relation, more: '' }, form.style),
    ...formatRows(shown, form),
    ...(best === undefined ? [] : [formatBest(clean(best.value), best.reason, form)]),
  ];
}

const straighten = (name: string): string => clean(name).replaceAll('’', "'");

/** What a doer says for itself, or another says for it. */
function formatPosition(
  itself: string,
  others: string,
  { value, says }: { readonly value: string; readonly says: readonly Sayer[] },
): readonly string[] {
  return formatAll(says, (sayer) =>
    straighten(sayer.name) === straighten(value)
      ? `${itself}${formatWhere(sayer)}`
      : `${others} ${formatSayer(sayer)}`,
  );
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
    formatRows([{ value: word, says: [clean(value), formatSayer(says)] }], { width, style });
  return [
    `${style.bad('≠')} ${KINDS[kind]}`,
    ...side('relay ', relay.value, relay.says),
    ...side('source', source.value, source.says),
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

/** Values in one column, who says each beside it. */
function formatRows(
  rows: readonly { readonly value: string; readonly says: readonly string[] }[],
  { width }: Form,
): readonly string[] {
  const column = Math.min(Math.floor(width / 3), Math.max(...rows.map(({ value }) => measure(value))));
  return rows.flatMap(({ value, says }) => {
    const values = wrap(value, column);
    const sayers = wrapFacts(says, width - column - 6);
    return Array.from({ length: Math.max(values.length, sayers.length) }, (_, line) =>
      `    ${pad(values[line] ?? '', column)}  ${sayers[line] ?? ''}`.trimEnd(),
    );
  });
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

function formatState({ state, says }: SaidValue): readonly string[] {
  return [...(state === 'standing' ? [] : [state]), ...formatSayers(says)];
}

/** Who says a value that are shown; the rest are counted. */
const MOST_SAYERS = 6;

const formatSayers = (says: readonly Sayer[]): readonly string[] => formatAll(says, formatSayer);

function formatAll(says: readonly Sayer[], format: (sayer: Sayer) => string): readonly string[] {
  const shown = says.slice(0, MOST_SAYERS).map(format);
  return says.length > MOST_SAYERS ? [...shown, `${says.length - MOST_SAYERS} more`] : shown;
}

function formatSayer(sayer: Sayer): string {
  return `${clean(sayer.name)}${formatWhere(sayer)}`;
}

/** ` in Harbour Wire, 20 Dec 2020`. */
function formatWhere({ name, claim }: Sayer): string {
  const day = claim.published === undefined ? 'undated' : formatDate(claim.published.slice(0, 10), 'short');
  const outlet = claim.outlet === undefined || claim.outlet === name ? '' : ` in ${clean(claim.outlet)}`;
  return `${outlet}, ${day}`;
}
