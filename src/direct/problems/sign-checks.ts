import { type Finding, findTwins, suggest } from './finding.ts';
import { checkCountry, checkPhrases } from './pattern-checks.ts';
import type { ProblemForm } from './schema.ts';
import type { Path } from './tree.ts';

type IndicatorForm = ProblemForm['indicators'][number];
type WindowForm = ProblemForm['windows'][number];

/** Explanations of both answers are needed, or what is left of one would have to be nothing. */
export function checkHypotheses({ hypotheses }: ProblemForm): readonly Finding[] {
  if (hypotheses.length === 0) return [];
  const missing = (['yes', 'no'] as const).find((each) => !hypotheses.some(({ answer }) => answer === each));
  return [
    ...findTwins(hypotheses.map(({ id }, i) => ({ id, path: ['hypotheses', i] }))),
    ...(missing === undefined
      ? []
      : [{ path: ['hypotheses'], message: `none of them answers "${missing}": name at least one of each` }]),
  ];
}

/** What an indicator says of itself: by what it is seen, by whom, and what it tells apart. */
export function checkIndicator(indicator: IndicatorForm, path: Path, form: ProblemForm): readonly Finding[] {
  const { match, level, tells = {} } = indicator;
  const found: Finding[] = [];
  const add = (field: string | undefined, message: string) =>
    found.push({ path: field === undefined ? path : [...path, field], message });
  if (match.length === 0 && level === undefined)
    add(undefined, 'has no "match": nothing could be seen of it');
  if (match.length > 0 && level !== undefined)
    add('match', 'it has a "level" as well: it is seen either by words and events or by another problem');
  if (level?.least === 'normal')
    add('level', 'every problem stands at "normal" or above: this is always seen');
  if (level?.problem === form.id) add('level', 'is that of the problem itself');
  const known = form.hypotheses.map(({ id }) => id);
  for (const id of Object.keys(tells)) {
    if (!known.includes(id))
      found.push({
        path: [...path, 'tells', id],
        message: `there is no hypothesis "${id}"${suggest(id, known)}`,
      });
  }
  return [...found, ...checkWatchers(indicator, [...path, 'seenBy'])];
}

function checkWatchers({ seenBy, level }: IndicatorForm, path: Path): readonly Finding[] {
  if (seenBy === undefined) return [];
  const { outlet, country = [], language = [] } = seenBy;
  return [
    ...(level === undefined ? [] : [{ path, message: 'nobody has to report the level of another problem' }]),
    ...(outlet === undefined && country.length === 0 && language.length === 0
      ? [{ path, message: 'names nobody; leave it out where every source would report it' }]
      : []),
    ...checkPhrases(outlet, [...path, 'outlet']),
    ...country.flatMap((code, i) => checkCountry(code, [...path, 'country', i])),
    ...language.flatMap((code, i) =>
      isLanguage(code)
        ? []
        : [
            {
              path: [...path, 'language', i],
              message: `"${code}" is no language: write its ISO 639-1 code, as ar`,
            },
          ],
    ),
  ];
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

function isLanguage(code: string): boolean {
  return NAMES.of(code) !== undefined;
}

/** A window stands on a day or follows from incidents; which days, and from which incidents, must be possible. */
export function checkWindow(window: WindowForm, path: Path): readonly Finding[] {
  return window.after === undefined
    ? checkDay(window, path)
    : [...checkDay(window, path), ...checkAfter(window.after, [...path, 'after'])];
}

function checkAfter(
  { days, everyYear, match }: NonNullable<WindowForm['after']>,
  path: Path,
): readonly Finding[] {
  const found: Finding[] = [];
  if (days === undefined && everyYear !== true) {
    found.push({ path, message: 'says neither how many "days" nor "everyYear: true"' });
  }
  for (const [i, { event, cameo, realis, polarity }] of match.entries()) {
    const at = [...path, 'match', i];
    if (event === undefined && cameo === undefined)
      found.push({
        path: at,
        message: 'names no "event" and no "cameo", so that no incident could be followed',
      });
    if (realis?.every((each) => each !== 'occurred' && each !== 'ongoing' && each !== 'exercise') === true)
      found.push({
        path: [...at, 'realis'],
        message: 'tells of nothing that happened: no day could follow from it',
      });
    if (polarity?.includes('affirmed') === false)
      found.push({ path: [...at, 'polarity'], message: 'no day could follow from what is negated' });
  }
  return found;
}

function checkDay({ day, since, after }: WindowForm, path: Path): readonly Finding[] {
  const found: Finding[] = [];
  if ((day === undefined) === (after === undefined)) {
    found.push({
      path: day === undefined ? path : [...path, 'after'],
      message: 'has either a "day" or the incidents "after" which it comes',
    });
  }
  if (day === undefined && since !== undefined && !isDay(since)) {
    found.push({ path: [...path, 'since'], message: `"${since}" is no day; write 2020-01-03` });
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

function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
