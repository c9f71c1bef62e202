import type { TimeExpression } from '../../../../model/time.ts';
import { startingWithin } from '../../../sentence/nearby.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { lemmaAt } from '../../../sentence/view.ts';
import { ARMS, HARM } from './counted.ts';
import type { EventDraft } from './draft.ts';
import type { FoundFigure } from './figures.ts';
import type { EventLexicon } from './lexicon.ts';
import { judgeRealis } from './realis.ts';
import { HAPPENED } from './same.ts';
import type { Trigger } from './trigger.ts';

/** A count of what an earlier sentence told: the word counted, its figures, and the event by its position. */
export interface Count {
  readonly trigger: Trigger;
  readonly figures: readonly FoundFigure[];
  readonly counts: number;
}

/** How many sentences back the event may lie that a count is said of. */
const REACH = 12;

/** Modes of attack that each kind of arms fits; an attack told without its arms fits all. */
const MODES: Readonly<Record<string, readonly string[]>> = {
  rockets: ['heavy-weapons'],
  mortars: ['heavy-weapons'],
  shells: ['heavy-weapons'],
  projectiles: ['heavy-weapons', 'aerial'],
  missiles: ['aerial', 'heavy-weapons'],
  drones: ['drone', 'aerial'],
  bombs: ['explosives', 'aerial', 'suicide-attack'],
};

/** Words before a number by which somebody counts: "reports spoke of three rockets", "there were 12 dead". */
const TELLING = new Set(
  'speak talk tell count number total tally toll report confirm put give estimate say claim list record mention register announce rise reach there'.split(
    ' ',
  ),
);

/** Words by which somebody merely has or wants what is numbered: "the group has 3,000 rockets". */
const HAVING = new Set(
  'have own possess store stock buy sell deliver produce build order seize need want hold keep'.split(' '),
);

/**
 * The counts of a sentence that belong to no event word in it, each with the nearest earlier event that it can be said
 * of: "Television had spoken of three rockets", "The count has reached 109". Where there is no such event, nothing is
 * made up.
 */
export function findCounts(
  sentence: ParsedSentence,
  loose: readonly FoundFigure[],
  context: {
    /** Index of the sentence in the document. */
    readonly at: number;
    readonly drafts: readonly EventDraft[];
    readonly times: readonly TimeExpression[];
    readonly lexicon: EventLexicon;
  },
): readonly Count[] {
  const counts: Count[] = [];
  for (const figure of loose) {
    if (!isTold(sentence, figure)) continue;
    const position = findCounted(sentence, figure, context);
    if (position === undefined) continue;
    const { sense } = context.drafts[position]!.trigger;
    const trigger: Trigger = { at: context.at, index: figure.counted, sense };
    if (!HAPPENED.has(judgeRealis(sentence, trigger, context.lexicon))) continue;
    // "a range of 11 to 16 rockets": both ends in one mention.
    const last = counts.at(-1);
    const isRange =
      last?.counts === position && last.figures[0]!.bound === 'atLeast' && figure.bound === 'atMost';
    if (isRange && last.figures[0]!.of === figure.of)
      counts[counts.length - 1] = { ...last, figures: [...last.figures, figure] };
    else counts.push({ trigger, figures: [figure], counts: position });
  }
  return counts;
}

function isTold(sentence: ParsedSentence, { of, counted, outcome, start }: FoundFigure): boolean {
  if (HARM.has(of) && outcome !== undefined) return true;
  if (MODES[of] === undefined && !HARM.has(of)) return false;
  const from = sentence.tokens.findIndex((token) => token.start >= start);
  const words = Array.from({ length: Math.min(from, 14) }, (_, k) => lemmaAt(sentence, from - 1 - k));
  const having = words.findIndex((word) => HAVING.has(word));
  const telling = words.findIndex((word) => TELLING.has(word));
  // A bare number is a count by what stands around it already.
  const isBare = sentence.tokens[counted]!.upos === 'NUM';
  if (having >= 0 && sentence.tokens[from - 1 - having]!.upos === 'VERB' && !isBare)
    return telling >= 0 && telling < having;
  return isBare || telling >= 0;
}

/** Position of the last event told before that the figure can be a count of. */
function findCounted(
  sentence: ParsedSentence,
  { of }: FoundFigure,
  { at, drafts, times }: Parameters<typeof findCounts>[2],
): number | undefined {
  const days = startingWithin(times, { from: sentence.start, to: sentence.end }).filter(
    (time) => time.precision === 'day' && time.from !== undefined && time.end <= sentence.end,
  );
  const isThen = sentence.tokens.some(({ text }) => /^then$/i.test(text));
  let general: number | undefined;
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!;
    if (at - draft.trigger.at > REACH) break;
    const { type, mode, roles } = draft.trigger.sense;
    if (type !== 'ASSAULT' || roles === 'ends' || !HAPPENED.has(draft.realis) || draft.repeats !== undefined)
      continue;
    // "It was last hit on 20 December. They counted 21 then": of the day named last, not of the day before it.
    if (isThen && isBeforeOtherDay(draft, sentence, times)) continue;
    if (days.length > 0 && !days.some((day) => isWithinTime(draft, day))) continue;
    const modes = MODES[of];
    if (modes === undefined || (mode !== undefined && modes.includes(mode))) return i;
    // Who was hurt is no attack that rockets are counted of.
    if (mode === undefined && ARMS.has(of) && roles !== 'victim') general ??= i;
  }
  return general;
}

const isWithinTime = ({ when }: EventDraft, day: TimeExpression) =>
  when?.from === undefined || (when.from <= (day.to ?? day.from!) && (when.to ?? when.from) >= day.from!);

const isBeforeOtherDay = (
  draft: EventDraft,
  sentence: ParsedSentence,
  times: readonly TimeExpression[],
): boolean =>
  startingWithin(times, { from: draft.sentence.end, to: sentence.start }).some(
    (time) => time.precision === 'day' && time.end <= sentence.start && !isWithinTime(draft, time),
  );
