import type { Sentence } from '../../../model/brief.ts';
import { gradeSources, groupInformation, isUnjudged } from '../grade-values.ts';
import { list, tellOutlet } from '../parts.ts';
import { show, type Teller, tell } from '../teller.ts';

import { tellTitle } from './reasons.ts';

const MOST_TITLES = 12;

/** Letters of the outlets that are heard, then digits of what is said: two marks, each with its reason, never one. */
export function tellSources(teller: Teller): readonly (Sentence | undefined)[] {
  return [...tellLetters(teller), ...tellDigits(teller)];
}

function tellLetters(teller: Teller): readonly (Sentence | undefined)[] {
  const graded = gradeSources(teller.reasons, teller.facts.grades);
  const unjudged = graded.filter(({ source }) => isUnjudged(source));
  return [
    ...graded
      .filter(({ source }) => !isUnjudged(source))
      .map(({ claim, source }) =>
        tell(teller, ['sources', 'source'], {
          sources: tellOutlet(claim),
          grade: show(teller, `source.${source.source}.grade`),
          word: show(teller, `source.${source.source}.word`, true),
          reason: show(teller, `source.${source.source}.reason`, true),
        }),
      ),
    unjudged.length === 0
      ? undefined
      : tell(teller, ['sources', 'unjudged'], {
          sources: list(
            unjudged.map(({ claim }) => tellOutlet(claim)),
            { most: unjudged.length },
          ),
          grade: show(teller, 'unjudged.grade'),
          word: show(teller, 'unjudged.word', true),
        }),
  ];
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
