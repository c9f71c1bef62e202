import type { Contribution } from '../../model/forecast.ts';
import type { Problem, Watchers } from '../../model/problem.ts';

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
const REGIONS = new Intl.DisplayNames('en', { type: 'region' });

/**
 * What would close the gap of each indicator that cannot be seen: a source by the outlet, country and language that its problem names, or
 * the return of those that have fallen silent. One line for all indicators that want the same.
 *
 * @example
 * findGaps(problem, contributions)[0]; // 'Seen by no live source: Boats gather. A source in Arabic would close it; none is heard.'
 */
export function findGaps(
  { indicators }: Pick<Problem, 'indicators'>,
  contributions: readonly Contribution[],
): readonly string[] {
  const unseen = new Map(
    contributions.filter(({ state }) => state === 'cannot be seen').map((each) => [each.id, each]),
  );
  const lines = new Map<string, string[]>();
  for (const { id, title, level, seenBy } of indicators) {
    const contribution = unseen.get(id);
    if (contribution === undefined) continue;
    const remedy =
      level !== undefined && (contribution.coverage?.expected.length ?? 0) > 0
        ? `The problem ${level.problem}, whose level it reads, is not watched.`
        : tellRemedy(seenBy, contribution.coverage?.dead?.map(({ name }) => name) ?? []);
    lines.set(remedy, [...(lines.get(remedy) ?? []), title]);
  }
  return [...lines].map(([remedy, titles]) => `Seen by no live source: ${titles.join('; ')}. ${remedy}`);
}

/** Names that are listed. */
const MOST = 6;

function tellRemedy(watchers: Watchers | undefined, dead: readonly string[]): string {
  if (dead.length > 0) return `Silent for much longer than usual: ${list(dead, 'and')}.`;
  const { outlet, country, language } = watchers ?? {};
  const parts = [
    ...(outlet === undefined ? [] : [`such as ${list(outlet, 'or')}`]),
    ...(language === undefined ? [] : [`in ${list(language.map(nameLanguage), 'or')}`]),
    ...(country === undefined ? [] : [`from ${list(country.map(nameCountry), 'or')}`]),
  ];
  return `A source${parts.length === 0 ? '' : ` ${parts.join(' ')}`} would close it; none is heard.`;
}

function list(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length > MOST) return `${names.slice(0, MOST).join(', ')} ${word} ${names.length - MOST} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}

function nameLanguage(code: string): string {
  return LANGUAGES.of(code) ?? code;
}

function nameCountry(code: string): string {
  return REGIONS.of(code) ?? code;
}
