import { CAMEO_CODES } from './cameo.ts';
import { type Finding, type PartyForm, type PatternForm, suggest } from './finding.ts';
import type { Path } from './tree.ts';
import { listCountries, listTargetKinds, MODES_OF } from './vocabulary.ts';

/** What keeps a pattern from fitting anything, or makes it fit everything. */
export function checkPattern(pattern: PatternForm, path: Path): readonly Finding[] {
  const at = (...rest: readonly PropertyKey[]) => [...path, ...rest];
  const { without: _, ...wanted } = pattern;
  const isEmpty = Object.values(wanted).every((value) => value === undefined);
  return [
    ...(isEmpty ? [{ path, message: 'asks for nothing, so that every claim would fit' }] : []),
    ...checkModes(pattern, at('mode')),
    ...checkWords(pattern, at('words')),
    ...checkActors(pattern, at('actor')),
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

/** PLOVER gives each type its own modes. */
function checkModes({ event, mode }: PatternForm, path: Path): readonly Finding[] {
  if (event === undefined) return [];
  const known = event.flatMap((type) => MODES_OF[type] ?? []);
  return (mode ?? []).flatMap((each, i) =>
    known.includes(each)
      ? []
      : [
          {
            path: [...path, i],
            message: `"${each}" is no mode of ${event.join(' or ')}: no event could fit`,
          },
        ],
  );
}

function checkWords({ words, without }: PatternForm, path: Path): readonly Finding[] {
  const isHopeless = words?.every((each) => without?.includes(each)) ?? false;
  return isHopeless ? [{ path, message: 'are all left out again by "without": no claim could fit' }] : [];
}

/** Who is wanted must not be just who is left out. */
function checkActors({ actor, exceptActor }: PatternForm, path: Path): readonly Finding[] {
  if (actor === undefined || exceptActor === undefined) return [];
  const fields = ['name', 'country', 'sector', 'type'] as const;
  const isCovered = fields.every((field) => {
    const left: readonly string[] | undefined = exceptActor[field];
    if (left === undefined) return true;
    const wanted: readonly string[] | undefined = actor[field];
    return wanted?.every((each) => left.includes(each)) ?? false;
  });
  return isCovered
    ? [{ path, message: 'is left out again by "exceptActor": no event could fit, whoever acts' }]
    : [];
}

export function checkParty(party: PartyForm | undefined, path: Path): readonly Finding[] {
  if (party === undefined) return [];
  const isEmpty = Object.values(party).every((value) => value === undefined);
  return [
    ...(isEmpty ? [{ path, message: 'names nothing, so that every party would fit' }] : []),
    ...(party.country ?? []).flatMap((code, i) => checkCountry(code, [...path, 'country', i])),
    ...checkPhrases(party.name, [...path, 'name']),
  ];
}

export function checkPlaces(places: readonly string[] | undefined, path: Path): readonly Finding[] {
  return (places ?? []).flatMap((place, i) =>
    /^[A-Z]{2}$/.test(place) ? checkCountry(place, [...path, i]) : checkPhrases([place], path),
  );
}

export function checkCountry(code: string, path: Path): readonly Finding[] {
  return listCountries().has(code)
    ? []
    : [{ path, message: `"${code}" is no country: write its ISO 3166-1 code of two letters, as IQ` }];
}

export function checkCameo(codes: readonly string[] | undefined, path: Path): readonly Finding[] {
  return (codes ?? []).flatMap((code, i) =>
    CAMEO_CODES.has(code) ? [] : [{ path: [...path, i], message: `"${code}" is no CAMEO code` }],
  );
}

/** A phrase of signs alone would be found nowhere, and a `*` of its own is left out where it is looked for. */
export function checkPhrases(phrases: readonly string[] | undefined, path: Path): readonly Finding[] {
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
