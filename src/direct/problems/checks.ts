import { type Finding, findTwins, suggest } from './finding.ts';
import { checkOutcome } from './outcome-checks.ts';
import { checkCameo, checkParty, checkPattern, checkPhrases, checkPlaces } from './pattern-checks.ts';
import type { ProblemForm } from './schema.ts';
import { checkHypotheses, checkIndicator, checkWindow } from './sign-checks.ts';
import type { Path } from './tree.ts';

/** Everything that the schema cannot say: what contradicts itself, cannot be answered, or names what is not there. */
export function findContradictions(form: ProblemForm): readonly Finding[] {
  return [
    ...checkHorizons(form),
    ...checkOutcome(form),
    ...checkHistory(form),
    ...checkIds(form),
    ...checkParts(form),
    ...checkHypotheses(form),
    ...form.indicators.flatMap((indicator, i) => checkIndicator(indicator, ['indicators', i], form)),
    ...form.windows.flatMap((window, i) => checkWindow(window, ['windows', i])),
    ...checkLadder(form),
    ...checkLevels(form),
    ...checkTelling(form),
    ...listPatterns(form).flatMap(({ match, path }) =>
      match.flatMap((pattern, i) => checkPattern(pattern, [...path, i])),
    ),
  ];
}

interface Matching {
  readonly match: ProblemForm['outcome']['match'];
  readonly path: Path;
}

function listPatterns({ outcome, indicators, windows, ladder }: ProblemForm): readonly Matching[] {
  return [
    { match: outcome.match, path: ['outcome', 'match'] },
    ...indicators.map(({ match }, i) => ({ match, path: ['indicators', i, 'match'] })),
    ...windows.map(({ match }, i) => ({ match, path: ['windows', i, 'match'] })),
    ...windows.flatMap(({ after }, i) =>
      after === undefined ? [] : [{ match: after.match, path: ['windows', i, 'after', 'match'] }],
    ),
    ...(ladder?.rungs ?? []).map(({ match }, i) => ({ match, path: ['ladder', 'rungs', i, 'match'] })),
  ];
}

function checkHorizons({ horizons }: ProblemForm): readonly Finding[] {
  return horizons.flatMap((days, i) =>
    i > 0 && days <= horizons[i - 1]!
      ? [{ path: ['horizons', i], message: `${days} does not follow ${horizons[i - 1]}: horizons ascend` }]
      : [],
  );
}

function checkHistory({ baseRate: { history } }: ProblemForm): readonly Finding[] {
  const path = ['baseRate', 'history'];
  const found: Finding[] = [
    ...checkCameo(history.cameo, [...path, 'cameo']),
    ...checkPhrases(history.actor, [...path, 'actor']),
    ...checkPhrases(history.recipient, [...path, 'recipient']),
    ...checkPlaces(history.place, [...path, 'place']),
  ];
  if (Object.values(history).every((value) => value === undefined)) {
    found.push({ path, message: 'names nothing, so that every row of imported history would count' });
  }
  return found;
}

/** Indicators and windows stand side by side where they are shown, and are told apart by their ids. */
function checkIds(form: ProblemForm): readonly Finding[] {
  const list = (name: 'indicators' | 'windows') => form[name].map(({ id }, i) => ({ id, path: [name, i] }));
  return findTwins([...list('indicators'), ...list('windows')]);
}

function checkParts({ indicators }: ProblemForm): readonly Finding[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return indicators.flatMap(({ id, partOf, direction }, i) => {
    if (partOf === undefined) return [];
    const path = ['indicators', i, 'partOf'];
    const whole = byId.get(partOf);
    if (whole === undefined) {
      return [{ path, message: `there is no indicator "${partOf}"${suggest(partOf, [...byId.keys()])}` }];
    }
    if (whole.direction !== direction) {
      return [
        { path, message: `"${id}" speaks ${direction} and "${partOf}" does not: it cannot be part of it` },
      ];
    }
    const circle = [id];
    for (let next: string | undefined = partOf; next !== undefined; next = byId.get(next)?.partOf) {
      circle.push(next);
      if (next === id) return [{ path, message: `goes round in a circle: ${circle.join(' is part of ')}` }];
      if (circle.length > indicators.length) break;
    }
    return [];
  });
}

function checkLevels({ levels, horizons }: ProblemForm): readonly Finding[] {
  const found: Finding[] = [];
  if (!horizons.includes(levels.horizon)) {
    const message = `${levels.horizon} is none of the horizons (${horizons.join(', ')})`;
    found.push({ path: ['levels', 'horizon'], message });
  }
  const names = ['guarded', 'elevated', 'high', 'critical'] as const;
  for (const [i, name] of names.entries()) {
    const below = names[i - 1];
    if (below !== undefined && levels[name] <= levels[below]) {
      const message = `"${name}" (${levels[name]}) is not above "${below}" (${levels[below]})`;
      found.push({ path: ['levels', name], message });
    }
  }
  const unreachable = names.find((name) => levels[name] >= levels.consequence);
  if (unreachable !== undefined) {
    const message = `"${unreachable}" (${levels[unreachable]}) can never be reached: the probability times "consequence" (${levels.consequence}) stays below`;
    found.push({ path: ['levels', unreachable], message });
  }
  if (levels.hysteresis >= levels.guarded) {
    const message = `is not below "guarded" (${levels.guarded}), so that no level would ever be left again`;
    found.push({ path: ['levels', 'hysteresis'], message });
  }
  return found;
}

function checkSideOfOutcome(outcome: string | undefined, sides: readonly string[]): readonly Finding[] {
  if (outcome === undefined || sides.includes(outcome)) return [];
  return [
    {
      path: ['ladder', 'outcome'],
      message: `there is no side "${outcome}"${suggest(outcome, sides)}`,
    },
  ];
}

/** Steps are incidents of two sides: both must be told apart, and a step must be one. */
function checkLadder({ ladder }: ProblemForm): readonly Finding[] {
  if (ladder === undefined) return [];
  const { sides, rungs, outcome } = ladder;
  const at = (i: number): Path => ['ladder', 'sides', i];
  const [first, second] = sides;
  return [
    ...findTwins(sides.map(({ id }, i) => ({ id, path: at(i) }))),
    ...sides.flatMap(({ is, also = [] }, i) => [
      ...checkParty(is, [...at(i), 'is']),
      ...also.flatMap((party, j) => checkParty(party, [...at(i), 'also', j])),
    ]),
    ...checkSideOfOutcome(
      outcome,
      sides.map(({ id }) => id),
    ),
    ...(JSON.stringify(first?.is) === JSON.stringify(second?.is)
      ? [{ path: [...at(1), 'is'], message: 'is the same as the first side: nobody would answer anybody' }]
      : []),
    ...rungs.flatMap(({ match }, i) =>
      match.flatMap(({ event, cameo }, j) =>
        event === undefined && cameo === undefined
          ? [
              {
                path: ['ladder', 'rungs', i, 'match', j],
                message: 'names no "event" and no "cameo", so that no incident could be a step',
              },
            ]
          : [],
      ),
    ),
  ];
}

/** An address in a file that is passed on would be told to everybody. */
function checkTelling({ tell }: ProblemForm): readonly Finding[] {
  return tell.flatMap(({ who }, i) =>
    /@|:\/\//.test(who)
      ? [{ path: ['tell', i, 'who'], message: `"${who}" looks like an address: name a post or a desk` }]
      : [],
  );
}
