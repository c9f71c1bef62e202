import type { PlaceMention } from '../../model/place.ts';
import { makeTextSpan } from '../../model/span.ts';
import { findNames } from '../lang/en/entity/names.ts';
import { findOutlet } from '../lang/en/entity/outlets.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { countryOfAddress } from './address.ts';
import { findContainers, findSiblings, nameOf, placeNear } from './context.ts';
import { findDegrees } from './degrees.ts';
import { findMentions } from './mentions.ts';
import { resolvePlaces, type StoryContext } from './resolve.ts';
import { findUse } from './use.ts';

/** Stage and version written on every place. */
export const PLACE_STAGE = 'place@2';

export interface PlaceInput {
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
}

export interface PlaceContext {
  /** Publisher of the document; its country settles names that nothing in the text settles. */
  readonly outlet?: string;
  /** Address of the page; the country of its host goes for the outlet's where the outlet is not known. */
  readonly url?: string;
}

/**
 * Every mention of a place, with coordinates where the gazetteer knows it. Linear in the text.
 *
 * @example
 * findPlaces({ text, sentences })[0]; // { id: 'p1', text: 'Mosul', lat: 36.34, lon: 43.12, country: 'IQ', … }
 */
export function findPlaces(input: PlaceInput, context: PlaceContext = {}): readonly PlaceMention[] {
  const { text, sentences } = input;
  const found = findMentions(findNames(text, sentences), sentences, text);
  const told = found.filter(({ isEvidence }) => isEvidence !== true);
  const evidence = found.filter(({ isEvidence }) => isEvidence === true);
  const mentions = [
    ...told.map((mention, at) => ({
      name: mention.name ?? nameOf(text, sentences[mention.sentence]!, mention),
      within: mention.isEmbedded ? [] : findContainers(text, sentences, told, at),
      isDemonym: mention.isDemonym,
      siblings: findSiblings(text, sentences, told, at),
    })),
    ...evidence.map((mention) => ({
      name: nameOf(text, sentences[mention.sentence]!, mention),
      within: [],
      isDemonym: mention.isDemonym,
    })),
  ];
  const resolved = resolvePlaces(mentions, storyOf(context));
  const named = told.map((mention, i): PlaceMention => {
    const sentence = sentences[mention.sentence]!;
    const { start } = sentence.tokens[mention.first]!;
    const { end } = sentence.tokens[mention.last]!;
    const place = resolved[i] ?? placeNear(told, resolved, i);
    return {
      kind: 'place',
      id: `p${i + 1}`,
      ...makeTextSpan(text, start, end),
      name: place?.name || text.slice(start, end),
      ...(place?.country === undefined ? {} : { country: place.country }),
      ...(place === undefined ? {} : { lat: place.lat, lon: place.lon }),
      precision: place?.precision ?? 'unknown',
      use: mention.isEmbedded ? 'demonym' : findUse(sentence, mention, place, mention.isDemonym),
      by: PLACE_STAGE,
    };
  });
  return addDegrees(text, named);
}

/** Coordinates that the text gives, between the names; they are given the names' numbers anew. */
function addDegrees(text: string, named: readonly PlaceMention[]): readonly PlaceMention[] {
  const points = findDegrees(text).flatMap(({ start, end, point, precision }): PlaceMention[] => {
    if (point === undefined) return [];
    const span = makeTextSpan(text, start, end);
    return [
      { kind: 'place', id: '', ...span, name: span.text, ...point, precision, use: 'place', by: PLACE_STAGE },
    ];
  });
  if (points.length === 0) return named;
  const free = named.filter(
    ({ start, end }) => !points.some((point) => start < point.end && point.start < end),
  );
  return [...free, ...points]
    .sort((a, b) => a.start - b.start)
    .map((place, i) => ({ ...place, id: `p${i + 1}` }));
}

function storyOf({ outlet, url }: PlaceContext): StoryContext {
  const country = (outlet === undefined ? undefined : findOutlet(outlet)?.country) ?? countryOfAddress(url);
  return country === undefined ? {} : { country };
}
