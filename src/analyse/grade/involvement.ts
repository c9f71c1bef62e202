import type { EventType } from '../../model/event.ts';
import type { Mention } from '../../model/report.ts';
import { foldName } from '../origin/names.ts';
import type { Traced } from '../origin/traced.ts';
import { makeOffice } from './voices.ts';

/** Acts that somebody is accused of: their doer's denial is of the part in it. */
const ACCUSED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'THREATEN', 'MOBILIZE']);

/** Words for a part in something, as denials name it. */
const PART =
  /\b(?:involve[ds]?|involvement|involving|responsib(?:le|ility)|role in|part in|hand in|behind|(?:to|be|is|are|was|were) blame[d]?|blame for|links? (?:to|with)|tied to|ties (?:to|with)|connection|complicit|complicity|carried out|attribution)\b/i;

/** What is denied begins with who denies it: "that it had attacked the base". */
const OWN_DEED = /^(?:that )?(?:it|they|he|she|we|i|its|their|his|her|our)\b/i;

/**
 * Whether a denial is only of somebody's part in an act and not of the act: "denied that it was behind the attack". It tells
 * nothing against those who report that the act took place.
 */
export function isInvolvementDenial({ statement, access }: Traced, mentions: readonly Mention[]): boolean {
  if (PART.test(statement.words)) return true;
  if (access.kind === 'own' || access.kind === 'outlet') return false;
  if (!mentions.some(({ plover }) => ACCUSED.has(plover.type))) return false;
  if (OWN_DEED.test(statement.words.trimStart())) return true;
  const body = access.type === 'office' ? makeOffice(access.name) : undefined;
  // An armed group that "denied the attack" says that it was not the one; so may a body that nobody knows.
  if (body?.type === 'group') return true;
  if (access.type === 'office' && body?.country === undefined && isMerelyNamed(statement.words)) return true;
  const speaker = foldName(access.name);
  return mentions.some(
    ({ plover, actors }) =>
      ACCUSED.has(plover.type) && actors.some(({ name }) => isSamePart(foldName(name), speaker)),
  );
}

/** Words that name an act at most, without telling that anything was so: "any attack on the base". */
const NAMING = 6;

const isMerelyNamed = (words: string): boolean =>
  !/^that\b/i.test(words.trimStart()) && words.trim().split(/\s+/, NAMING + 1).length <= NAMING;

/** Whether one name holds the other's words at its end or beginning: `iran` of `iran foreign ministry`. */
function isSamePart(actor: string, speaker: string): boolean {
  if (actor === '' || speaker === '') return false;
  const [short, long] = actor.length < speaker.length ? [actor, speaker] : [speaker, actor];
  return long === short || long.startsWith(`${short} `) || long.endsWith(` ${short}`);
}
