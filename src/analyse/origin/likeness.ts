import { isSameBody, readSort } from './bodies.ts';
import { findCountryWithin, foldName, getWords, splitName } from './names.ts';
import { listStatementWords, readPageWords } from './page-words.ts';
import type { Traced } from './traced.ts';
import type { Scene, Voice } from './voice.ts';

/** Notes a sign that is there, with its strength. */
export type Add = (sign: string, value: number | boolean) => void;

/** The words of what was told that say something. */
export const listWords = (told: readonly Traced[]): ReadonlySet<string> =>
  new Set(told.flatMap(({ statement }) => listStatementWords(statement)));

/** Share of words that something has. */
export const share = (own: ReadonlySet<string>, has: (word: string) => boolean): number => {
  if (own.size === 0) return 0;
  let count = 0;
  for (const word of own) if (has(word)) count += 1;
  return count / own.size;
};

/** Whether a voice may be one that was found before, under another name. */
export function readLikeness({ speaker, told }: Voice, { earlier, origins, passed }: Scene, add: Add): void {
  if (earlier.length === 0) return;
  const accesses = told.flatMap(({ access }) => (access.kind === 'named' ? [access] : []));
  const short = accesses[0]?.short ?? foldName(speaker.origin.name);
  const isNamed =
    short.length > 3 && earlier.some(({ report }) => readPageWords(report).folded.includes(` ${short} `));
  add('named before', isNamed);
  add(
    'spoke before',
    earlier.some(({ context }) =>
      context.some(({ access }) => access.kind === 'named' && accesses.some(({ key }) => key === access.key)),
    ),
  );
  add('passed over before', passed.has(speaker.key));
  const names = new Set(origins.flatMap(listNameWords));
  const own = listNameWords({ speaker, told });
  add(
    'name like an origin',
    own.some((word) => names.has(word)),
  );
  const organizations = accesses.flatMap(({ organization = '' }) =>
    organization === '' ? [] : [organization],
  );
  const shorts = [short, ...organizations];
  const others = origins.flatMap((origin) => listShorts(origin));
  add(
    'same body as an origin',
    shorts.some((one) => others.some((other) => isSameBody(one, other))),
  );
  const sorts = new Set(shorts.flatMap((one) => readSort(one) ?? []));
  add(
    'same sort as an origin',
    others.some((other) => sorts.has(readSort(other) ?? '')),
  );
  const countries = new Set(shorts.flatMap((one) => findCountryWithin(one) ?? []));
  add(
    'same country as an origin',
    others.some((other) => countries.has(findCountryWithin(other) ?? '')),
  );
  add(
    'same status as an origin',
    origins.some(({ speaker: { origin } }) => origin.reason === speaker.origin.reason),
  );
  const words = listWords(told);
  const likes = origins.map((origin) => {
    const theirs = listWords(origin.told);
    return share(words, (word) => theirs.has(word));
  });
  add('tells what an origin tells', Math.max(0, ...likes));
}

const listShorts = ({ speaker, told }: Voice): readonly string[] => [
  foldName(speaker.origin.name),
  ...told.flatMap(({ access }) => (access.kind === 'named' ? [access.short, access.organization ?? ''] : [])),
];

function listNameWords(voice: Voice): readonly string[] {
  const idle = getWords('idle');
  return listShorts(voice)
    .flatMap(splitName)
    .filter((word) => word.length > 3 && !idle.has(word));
}
