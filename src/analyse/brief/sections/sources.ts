import type { Sentence } from '../../../model/brief.ts';
import type { ClaimRef } from '../../../model/report.ts';
import { list, tellOutlet } from '../parts.ts';
import { show, type Teller, tell } from '../teller.ts';
import { groupInformation } from '../values.ts';
import { tellTitle } from './reasons.ts';

const MOST_SOURCES = 12;
const MOST_TITLES = 12;

/** Letters of the outlets that are heard, then digits of what is said: two marks, each with its reason, never one. */
export function tellSources(teller: Teller): readonly (Sentence | undefined)[] {
  return [...tellLetters(teller), ...tellDigits(teller)];
}

function tellLetters(teller: Teller): readonly (Sentence | undefined)[] {
  const { grades } = teller.facts;
  const outlets = new Map<string, ClaimRef>();
  for (const claim of teller.reasons.flatMap(({ claims }) => claims))
    if (claim.outlet !== undefined && !outlets.has(claim.outlet)) outlets.set(claim.outlet, claim);
  const graded = [...outlets.values()].flatMap((claim) => {
    const source = grades?.findSource(claim.outlet!);
    return source === undefined ? [] : [{ claim, source }];
  });
  const judged = graded.filter(({ source }) => source.grade !== 'F' || source.isSet);
  const unjudged = graded.filter(({ source }) => source.grade === 'F' && !source.isSet);
  return [
    ...judged
      .toSorted((a, b) => a.source.grade.localeCompare(b.source.grade))
      .slice(0, MOST_SOURCES)
      .map(({ claim, source }) =>
        tell(teller, ['sources', 'source'], {
          sources: tellOutlet(claim),
          ...tellLetter(teller, source.grade),
          reason: show(teller, `source.${source.source}.reason`, true),
        }),
      ),
    unjudged.length === 0
      ? undefined
      : tell(teller, ['sources', 'unjudged'], {
          sources: list(unjudged.map(({ claim }) => tellOutlet(claim)), { most: MOST_SOURCES }),
          ...tellLetter(teller, 'F'),
        }),
  ];
}

function tellLetter(teller: Teller, grade: string) {
  return { grade: show(teller, `source.${grade}.grade`), word: show(teller, `source.${grade}.word`, true) };
}

/** What has the same digit for the same reason is told together. */
function tellDigits(teller: Teller): readonly (Sentence | undefined)[] {
  return groupInformation(teller.reasons, teller.facts.grades).map(({ key, reasons }) =>
    tell(teller, ['sources', 'information'], {
      indicators: list(
        reasons.map(({ contribution }) => tellTitle(teller, contribution)),
        { most: MOST_TITLES, mark: ';' },
      ),
      grade: show(teller, `${key}.grade`),
      word: show(teller, `${key}.word`, true),
      reason: show(teller, `${key}.reason`, true),
    }),
  );
}
