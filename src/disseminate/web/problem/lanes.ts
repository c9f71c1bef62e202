import { scaleUtc } from 'd3-scale';
import type { Ladder, LadderStep } from '../../../model/ladder.ts';

/* Where the steps of a ladder stand: a lane for each side, days from left to right, rungs upwards. */

export const LANE = 116;
/** Room above the highest rung, and below a lane's ground. */
export const HEAD = 16;
export const FOOT = 12;
const DAY = 86_400_000;
const LEAST_DAYS = 30;
/** Pixels of a day, at least; and room at the right for what is due. */
const DAY_WIDTH = 5;
export const MARGIN = 28;
/** Half of what a day takes up beneath the lanes. */
const TICK = 40;
/** Steps of one side on one day stand beside each other. */
const BESIDE = 7;

export interface Mark {
  readonly step: LadderStep;
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  /** The ground of its lane. */
  readonly ground: number;
}

/** From a step to its answer. */
export interface Arc {
  readonly from: Mark;
  readonly to: Mark;
  readonly path: string;
  readonly isSaid: boolean;
  readonly lag: number;
}

export interface Lanes {
  readonly width: number;
  readonly height: number;
  /** Room above the lanes. */
  readonly above: number;
  /** Oldest first. */
  readonly marks: readonly Mark[];
  readonly arcs: readonly Arc[];
  readonly ticks: readonly { readonly x: number; readonly at: Date }[];
  /** The instant as of which it is shown. */
  readonly now: number;
  /** The reply that has not come: an open end in the lane of who owes it. */
  readonly due?: { readonly path: string; readonly x: number; readonly y: number; readonly lane: number };
}

/** Room above the lanes for the words on what is due: no line of the drawing leads through them. */
const CAPTION = 20;

/** Where the ground of a lane lies, with room above where something is said there. */
export const findGround = (lane: number, above = 0) => above + (lane + 1) * LANE - FOOT;

/** How high a rung stands over the ground of its lane. */
export function findHeight(rung: number, rungs: number): number {
  return (rung / Math.max(rungs, 1)) * (LANE - HEAD - FOOT);
}

/** An arc bends upwards within a lane, and like an S from lane to lane. */
function drawArc(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const reach = Math.max((to.x - from.x) / 2, 10);
  return `M${round(from.x)} ${round(from.y)} C${round(from.x + reach)} ${round(from.y)} ${round(to.x - reach)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Puts the steps of a ladder into lanes.
 *
 * @param room Pixels that are there; it is wider where the days need more.
 */
export function makeLanes(
  ladder: Ladder,
  { asOf, room }: { readonly asOf: string; readonly room: number },
): Lanes {
  const { sides, steps, rungs, due } = ladder;
  const above = due === undefined ? 0 : CAPTION;
  const end = Date.parse(asOf);
  const first = Math.min(...steps.map(({ day }) => Date.parse(day)), end - LEAST_DAYS * DAY);
  const width = Math.max(room, ((end - first) / DAY) * DAY_WIDTH + 2 * MARGIN);
  const x = scaleUtc([first, end], [MARGIN, width - MARGIN]);
  const taken = new Map<string, number>();
  const marks = steps.flatMap((step): Mark[] => {
    const lane = sides.findIndex(({ id }) => id === step.side);
    if (lane < 0) return [];
    const place = `${step.day} ${lane}`;
    const before = taken.get(place) ?? 0;
    taken.set(place, before + 1);
    const ground = findGround(lane, above);
    return [
      {
        step,
        lane,
        ground,
        x: round(x(Date.parse(step.day)) + before * BESIDE),
        y: round(ground - findHeight(step.rung, rungs.length)),
      },
    ];
  });
  const byIncident = new Map(marks.map((mark) => [mark.step.incident, mark]));
  const arcs = marks.flatMap((to): Arc[] => {
    const { answers } = to.step;
    const from = answers === undefined ? undefined : byIncident.get(answers.incident);
    if (answers === undefined || from === undefined) return [];
    return [{ from, to, path: drawArc(from, to), isSaid: answers.said, lag: answers.lag }];
  });
  const asked = due === undefined ? undefined : byIncident.get(due.incident);
  const lane = sides.findIndex(({ id }) => id === due?.side);
  const open = { x: round(x(end)), y: round(findGround(lane, above) - (LANE - HEAD - FOOT) / 2) };
  return {
    width,
    height: above + sides.length * LANE,
    above,
    marks,
    arcs,
    // A day at the very edge would be cut.
    ticks: x
      .ticks(Math.max(2, Math.floor(width / 110)))
      .map((at) => ({ at, x: round(x(at)) }))
      .filter((tick) => tick.x > TICK && tick.x < width - TICK / 2),
    now: round(x(end)),
    ...(asked === undefined || lane < 0 ? {} : { due: { ...open, lane, path: drawArc(asked, open) } }),
  };
}
