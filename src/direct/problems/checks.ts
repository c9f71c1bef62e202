import { CAMEO_CODES } from './cameo.ts';
import type { ProblemForm } from './schema.ts';
import { findNearest } from './spelling.ts';
import type { Path } from './tree.ts';
import { listCountries, listTargetKinds } from './vocabulary.ts';

/** What is wrong where in a problem that has the right form. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
}

type PatternForm = ProblemForm['outcome']['match'][number];
type PartyForm = NonNullable<PatternForm['actor']>;

/** Everything that the schema cannot say: what contradicts itself, cannot be answered, or names what is not there. */
export function findContradictions(form: ProblemForm): readonly Finding[] {
  return [
    ...checkHorizons(form),
    ...checkOutcome(form),
    ...checkHistory(form),
    ...checkIds(form),
    ...checkParts(form),
    ...form.windows.flatMap((window, i) => checkWindow(window, ['windows', i])),
    ...checkLevels(form),
    ...checkLadder(form),
    ...listPatterns(form).flatMap(({ pattern, path }) => checkPattern(pattern, path)),
  ];
}

function listPatterns(form: ProblemForm): readonly { readonly pattern: PatternForm; readonly path: Path }[] {
  const all: { readonly pattern: PatternForm; readonly path: Path }[] = [];
  const add = (patterns: readonly PatternForm[], path: Path) => {
    for (const [i, pattern] of patterns.entries()) all.push({ pattern, path: [...path, i] });
  };
  add(form.outcome.match, ['outcome', 'match']);
  for (const [i, { match }] of form.indicators.entries()) add(match, ['indicators', i, 'match']);
  for (const [i, { match }] of form.windows.entries()) add(match, ['windows', i, 'match']);
  return all;
}

function checkHorizons({ horizons }: ProblemForm): readonly Finding[] {
  return horizons.flatMap((days, i) =>
    i > 0 && days <= horizons[i - 1]!
      ? [{ path: ['horizons', i], message: `${days} does not follow ${horizons[i - 1]}: horizons ascend` }]
      : [],
  );
}

/** The question must be one that can be settled: by an event that is said to have happened. */
function checkOutcome({ outcome }: ProblemForm): readonly Finding[] {
  const found: Finding[] = [];
  if (outcome.total < outcome.confirmed) {
    found.push({
      path: ['outcome', 'total'],
      message: `"total" (${outcome.total}) is below "confirmed" (${outcome.confirmed}), which it includes`,
    });
  }
  for (const [i, pattern] of outcome.match.entries()) {
    const path = ['outcome', 'match', i];
    const add = (field: keyof PatternForm | undefined, message: string) =>
      found.push({ path: field === undefined ? path : [...path, field], message });
    if (pattern.event === undefined && pattern.cameo === undefined) {
      add(undefined, 'names no "event" and no "cameo", so no event could settle the question');
    }
    for (const realis of pattern.realis ?? []) {
      if (realis !== 'occurred' && realis !== 'ongoing') {
        add(
          'realis',
          `"${realis}" cannot settle the question: only "occurred" and "ongoing" say that it happened`,
        );
      }
    }
    if (pattern.background === true) {
      add('background', 'what a text tells as history cannot settle the question; leave "background" out');
    }
    if (pattern.polarity?.includes('negated')) add('polarity', 'a negated claim cannot settle the question');
    for (const stance of pattern.stance ?? []) {
      if (stance === 'denies' || stance === 'doubts') add('stance', `"${stance}" cannot settle the question`);
    }
  }
  return found;
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

function checkIds(form: ProblemForm): readonly Finding[] {
  const seen = new Set<string>();
  const found: Finding[] = [];
  for (const list of ['indicators', 'windows'] as const) {
    for (const [i, { id }] of form[list].entries()) {
      if (seen.has(id)) found.push({ path: [list, i, 'id'], message: `the id "${id}" is there twice` });
      seen.add(id);
    }
  }
  return found;
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

function checkWindow({ day, since, after }: ProblemForm['windows'][number], path: Path): readonly Finding[] {
  const found: Finding[] = [];
  if ((day === undefined) === (after === undefined)) {
    found.push({ path, message: 'has either a "day" or the incidents "after" which it comes' });
  }
  if (after !== undefined && after.days === undefined && after.everyYear !== true) {
    found.push({ path: [...path, 'after'], message: 'says neither how many "days" nor "everyYear: true"' });
  }
  if (day === undefined) return found;
  const isYearly = day.startsWith('--');
  // A leap year, so that --02-29 is a day.
  if (!isDay(isYearly ? `2024${day.slice(1)}` : day)) {
    found.push({
      path: [...path, 'day'],
      message: `"${day}" is no day; write --01-03 for every year, or 2021-01-03`,
    });
  }
  if (since !== undefined && !isDay(since)) {
    found.push({ path: [...path, 'since'], message: `"${since}" is no day; write 2020-01-03` });
  } else if (since !== undefined && !isYearly && since > day) {
    found.push({ path: [...path, 'since'], message: `"${since}" is after the day itself, ${day}` });
  }
  return found;
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
  if (levels.hysteresis >= levels.guarded) {
    const message = `is not below "guarded" (${levels.guarded}), so that no level would ever be left again`;
    found.push({ path: ['levels', 'hysteresis'], message });
  }
  return found;
}

/** Sides are told apart by their ids, and the side that outcomes come from is one of them. */
function checkLadder({ ladder }: ProblemForm): readonly Finding[] {
  if (ladder === undefined) return [];
  const { sides, outcome } = ladder;
  const ids = sides.map(({ id }) => id);
  const found: Finding[] = [];
  if (ids[0] === ids[1]) {
    found.push({ path: ['ladder', 'sides', 1, 'id'], message: `the id "${ids[0]}" is there twice` });
  }
  if (outcome !== undefined && !ids.includes(outcome)) {
    const message = `there is no side "${outcome}"${suggest(outcome, ids)}`;
    found.push({ path: ['ladder', 'outcome'], message });
  }
  return found;
}

function checkPattern(pattern: PatternForm, path: Path): readonly Finding[] {
  const at = (...rest: readonly PropertyKey[]) => [...path, ...rest];
  const { without: _, ...wanted } = pattern;
  const isEmpty = Object.values(wanted).every((value) => value === undefined);
  return [
    ...(isEmpty ? [{ path, message: 'asks for nothing, so that every claim would fit' }] : []),
    ...checkCameo(pattern.cameo, at('cameo')),
    ...checkPlaces(pattern.place, at('place')),
    ...(['instrument', 'words', 'without', 'about'] as const).flatMap((name) =>
      checkPhrases(pattern[name], at(name)),
    ),
    ...checkPhrases(pattern.speaker?.name, at('speaker', 'name')),
    ...(['actor', 'recipient', 'party', 'exceptActor'] as const).flatMap((name) =>
      checkParty(pattern[name], at(name)),
    ),
    ...(pattern.targetKind ?? []).flatMap((kind, i) =>
      listTargetKinds().includes(kind)
        ? []
        : [
            {
              path: at('targetKind', i),
              message: `"${kind}" is no kind of target${suggest(kind, listTargetKinds())}`,
            },
          ],
    ),
  ];
}

function checkParty(party: PartyForm | undefined, path: Path): readonly Finding[] {
  if (party === undefined) return [];
  const isEmpty = Object.values(party).every((value) => value === undefined);
  return [
    ...(isEmpty ? [{ path, message: 'names nothing, so that every party would fit' }] : []),
    ...(party.country ?? []).flatMap((code, i) => checkCountry(code, [...path, 'country', i])),
    ...checkPhrases(party.name, [...path, 'name']),
  ];
}

function checkPlaces(places: readonly string[] | undefined, path: Path): readonly Finding[] {
  return (places ?? []).flatMap((place, i) =>
    /^[A-Z]{2}$/.test(place) ? checkCountry(place, [...path, i]) : checkPhrases([place], path),
  );
}

function checkCountry(code: string, path: Path): readonly Finding[] {
  return listCountries().has(code)
    ? []
    : [{ path, message: `"${code}" is no country: write its ISO 3166-1 code of two letters, as IQ` }];
}

function checkCameo(codes: readonly string[] | undefined, path: Path): readonly Finding[] {
  return (codes ?? []).flatMap((code, i) =>
    CAMEO_CODES.has(code) ? [] : [{ path: [...path, i], message: `"${code}" is no CAMEO code` }],
  );
}

/** A phrase of signs alone would be found nowhere, and a `*` of its own is left out where it is looked for. */
function checkPhrases(phrases: readonly string[] | undefined, path: Path): readonly Finding[] {
  return (phrases ?? []).flatMap((phrase, i) => {
    if (!/[\p{L}\p{N}]/u.test(phrase))
      return [{ path: [...path, i], message: `"${phrase}" holds no letter or digit` }];
    const isMeant = phrase.split(/\s+/).some((word) => /^\*|\*.+/.test(word));
    return isMeant
      ? [
          {
            path: [...path, i],
            message: `"${phrase}": a * can only end a word ("rocket*"), where it stands for any ending`,
          },
        ]
      : [];
  });
}

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}

/** `; did you mean "partOf"?`, or nothing. */
export function suggest(word: string, known: readonly string[]): string {
  const nearest = findNearest(word, known);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}
