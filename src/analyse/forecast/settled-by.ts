import type { Origin } from '../../model/story.ts';
import {
  foldName,
  getWords,
  makeOfficeKey,
  makeOutletKey,
  splitName,
  stripSpokesperson,
} from '../origin/names.ts';
import type { IncidentTelling } from './incidents.ts';

/**
 * Whether one of those whose own word settles a question speaks first-hand: an outlet in its own voice, a body or office, or somebody
 * who is named as its spokesperson. A relay is none of them, nor is somebody unnamed, nor an outlet that only stands in a circle of credit.
 *
 * @param names As the problem's file has them: of outlets, bodies or offices.
 */
export function isSettledBy(
  names: readonly string[],
  {
    origins,
    tellings,
  }: { readonly origins: readonly Origin[]; readonly tellings: readonly IncidentTelling[] },
): boolean {
  if (names.length === 0) return false;
  const outlets = new Set(names.map(makeOutletKey));
  const offices = new Set(names.map(makeOfficeKey));
  const speaks = ({ type, name, anonymous, reason }: Origin): boolean => {
    if (anonymous === true || reason === 'circular credit') return false;
    return type === 'outlet' || type === 'agency'
      ? outlets.has(makeOutletKey(name))
      : offices.has(makeOfficeKey(name));
  };
  return origins.some(speaks) || tellings.some((telling) => isSpokenFor(telling, offices));
}

/** "Bill Urban, a spokesman for U.S. Central Command": a person by name whose role is to speak for the body. */
function isSpokenFor({ statement }: IncidentTelling, offices: ReadonlySet<string>): boolean {
  const speaker = statement.chain.at(-1);
  if (speaker?.type !== 'person' || speaker.anonymous === true || speaker.role === undefined) return false;
  const spokespeople = getWords('spokesperson');
  // A general of a body does not speak for it.
  if (!splitName(foldName(speaker.role)).some((word) => spokespeople.has(word))) return false;
  const body = stripSpokesperson(speaker.role);
  return body !== '' && offices.has(makeOfficeKey(body));
}
