import type { Match } from '../../../time/meaning.ts';
import type { Tense } from '../../../time/scene.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { isSentenceEnd } from './sentenceEnd.ts';
import { wordSet } from './wordSet.ts';

/** How far a verb is looked for on either side of the expression. */
const REACH = 16;

const FUTURE = wordSet(`
  will ll shall would upcoming due scheduled slated deadline expires forthcoming might should could
  begins starts opens ends takes convenes planned wo gonna arrives leaves departs travels visits returns
  resumes meets hosts votes expires reopens
`);

const PAST = wordSet(`
  was were had did been said told began met fell rose shot took went came made gave held won lost
  left sent hit broke brought built caught chose cut drew drove fled flew forced fought found got
  grew heard kept knew laid led paid ran sank saw sold set spoke stood struck swore threw wrote
  withdrew blew became overthrew put quit read sought spent stole taught thought woke wore blew
  burst bought felt froze hung ate died tore shut since has have dug bled
`);

/** Words in -ed that are no past tense. */
const NOT_PAST = wordSet(`
  need united armed red hundred speed indeed succeed proceed exceed feed seed bed alleged
  unidentified unnamed sacred hatred breed bleed deed weed greed shed wed so-called masked occupied
  displaced unprecedented limited related unmanned naked wicked ted fred mohammed mohamed ahmed
  hamed zayed rashed saeed waleed sayed muhammed med
`);

/** Stems of what looks ahead with "to" and a verb: "agreed to meet", "is expected to vote". */
const INTENT: readonly string[] = [
  ...wordSet(`
    plan agree expect schedul set due hop vow pledg promis threaten want intend prepar going order
    ask urg decid invit aim propos about ready likely slated suppos is are be called call deadline
    until time poised bound required need
  `),
];

/** What tells the tense; `isSure` where it is the expression's own verb and not one that merely stands near. */
export interface TenseSign {
  readonly tense: Tense;
  readonly isSure: boolean;
}

/** How far a verb without a tense of its own ("to win", "must win") tells it. */
const BASE_REACH = 8;

/** How near a verb before the expression must stand to be its own: "was killed in the city on Jan. 3". */
const CLOSE = 6;

/**
 * Whether the expression goes with a past or a coming happening, told by the nearest sign before it in its
 * sentence, else the nearest behind it: "reported Thursday" is past, "will meet Thursday" and "due to begin on Thursday"
 * are ahead. Without a sign it is left open. `tagAt` gives the Penn tag of the word at an offset where one is known.
 */
export function tenseAt(
  words: readonly Word[],
  match: Match,
  tagAt: (offset: number) => string | undefined = () => undefined,
): TenseSign | undefined {
  const { lower } = wordAt(words, match.start - 1);
  if (lower === 'until' || lower === 'till' || lower === 'til')
    return { tense: lastedUntil(words, match.start - 1) ? 'past' : 'future', isSure: false };
  if (lower === 'of' && wordAt(words, match.start - 2).lower === 'ahead')
    return { tense: 'future', isSure: false };
  for (let at = match.start - 1; at >= 0 && at >= match.start - REACH; at--) {
    if (isSentenceEnd(words, at)) break;
    const isFar = match.start - at > BASE_REACH && tagAt(wordAt(words, at).start) === 'VB';
    const tense = isFar ? undefined : tenseOf(words, at, tagAt);
    if (tense !== undefined) {
      const isSure = match.start - at <= CLOSE && isPlainStretch(words, at, match.start);
      // "engineered the leak to sway the Nov. 8 election": set long before, its date has a tense of its own.
      return !isSure && tense === 'past' && isScheduled(words, match) ? undefined : { tense, isSure };
    }
    if (wordAt(words, at).line) break;
  }
  for (let at = match.end; at < words.length && at < match.end + REACH; at++) {
    if (wordAt(words, at).line || isSentenceEnd(words, at)) break;
    if (isDeadline(wordAt(words, at).lower)) return { tense: 'future', isSure: false };
    const tense = tenseOf(words, at, tagAt);
    if (tense !== undefined) return { tense, isSure: opensSentence(words, match.start) };
  }
  return undefined;
}

const LASTING = wordSet('had lasted remained stayed served ruled worked lived waited continued went ran');

/** "had been paid until May", "ruled until June" are over; "closed until Monday", "put off until May" are not. */
function lastedUntil(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 10; before--) {
    if (isSentenceEnd(words, before)) return false;
    if (LASTING.has(wordAt(words, before).lower)) return true;
  }
  return false;
}

const SCHEDULED = wordSet(`
  election elections vote votes primary primaries caucus caucuses runoff runoffs referendum convention
  debate inauguration summit deadline trial hearing ballot poll polls plebiscite
`);

/** Words between a date and what it is the date of: "the Nov. 8 U.S. presidential election". */
const NOUN_REACH = 6;

function isScheduled(words: readonly Word[], match: Match): boolean {
  for (let at = match.end; at < match.end + NOUN_REACH; at++) {
    const { kind, lower, line } = wordAt(words, at);
    if (line || kind === 'end' || (kind === 'mark' && lower !== '.' && lower !== '-')) return false;
    if (SCHEDULED.has(lower)) return true;
  }
  return false;
}

/** Nothing between a verb and the date that could be a clause of its own. */
function isPlainStretch(words: readonly Word[], from: number, to: number): boolean {
  if (from !== to - 1 && !DATE_LEADS.has(wordAt(words, to - 1).lower)) return false;
  for (let at = from + 1; at < to; at++) {
    const { kind, lower } = wordAt(words, at);
    if ((kind === 'mark' && lower !== "'" && lower !== '.' && lower !== '-') || CLAUSES.has(lower))
      return false;
  }
  return true;
}

const DATE_LEADS = wordSet('on in during over at early late mid');
const CLAUSES = wordSet('that which who when where to for and but or of as if');

/** "On Jan. 8 the base was hit": the date belongs to the verb of its sentence. */
function opensSentence(words: readonly Word[], at: number): boolean {
  const lead = wordAt(words, at - 1).lower;
  const first = lead === 'on' || lead === 'in' || lead === 'at' ? at - 1 : at;
  return first === 0 || wordAt(words, first).line || isSentenceEnd(words, first - 1);
}

function isDeadline(word: string): boolean {
  return word === 'deadline' || word === 'runoff' || word === 'runoffs';
}

function tenseOf(
  words: readonly Word[],
  at: number,
  tagAt: (offset: number) => string | undefined,
): Tense | undefined {
  const word = wordAt(words, at);
  if (word.kind !== 'word') return undefined;
  const { lower } = word;
  if (lower === 'won' && wordAt(words, at + 1).lower === "'") return 'future';
  if (FUTURE.has(lower)) return isNotReached(words, at) ? 'past' : 'future';
  if ((lower === 'has' || lower === 'have') && isOwning(wordAt(words, at + 1).lower)) return undefined;
  if (lower === 'to' && isIntent(wordAt(words, at - 1).lower) && isVerbBehind(words, at + 1)) return 'future';
  const tag = tagAt(word.start);
  if (tag === 'VB') return ofBaseForm(words, at, tagAt);
  if (tag !== undefined)
    return tag === 'VBD' || tag === 'VBN' || lower === 'since' ? pastUnlessAhead(words, at) : undefined;
  if (PAST.has(lower)) return pastUnlessAhead(words, at);
  const isEd = lower.length > 3 && lower.endsWith('ed') && !NOT_PAST.has(lower);
  const isCompound = word.glued && wordAt(words, at - 1).lower === '-';
  // A capital makes a name of it, but not in a text that is all in capitals.
  const isName = word.capital && !(wordAt(words, at - 1).capital && wordAt(words, at + 1).capital);
  return isEd && !isCompound && !isName ? pastUnlessAhead(words, at) : undefined;
}

/** "could not be reached on Monday" tells what was. */
function isNotReached(words: readonly Word[], at: number): boolean {
  const { lower } = wordAt(words, at);
  const next = wordAt(words, at + 1).lower;
  return (lower === 'could' || lower === 'would') && (next === 'not' || next === 'n');
}

/**
 * The form that stands behind "to" and "can": "must win in November", "hoping to win in November" look ahead, "managed to
 * win in November" does not.
 */
function ofBaseForm(
  words: readonly Word[],
  at: number,
  tagAt: (offset: number) => string | undefined,
): Tense | undefined {
  const before = wordAt(words, at - 1);
  if (before.lower === 'can' || before.lower === 'must') return 'future';
  if (before.lower !== 'to') return undefined;
  const head = wordAt(words, at - 2);
  if (isIntent(head.lower)) return 'future';
  const tag = tagAt(head.start);
  return tag === 'VBG' || tag === 'VBP' || tag === 'VBZ' ? 'future' : undefined;
}

/** "has a June 1 deadline" tells nothing of the past. */
function isOwning(next: string): boolean {
  return next === 'a' || next === 'an' || next === 'the' || next === 'to';
}

/** "will be held", "to be released": the participle belongs to what is ahead. */
function pastUnlessAhead(words: readonly Word[], at: number): Tense | undefined {
  // "is reported", "are held": the present tells nothing.
  const before = wordAt(words, wordAt(words, at - 1).lower.endsWith('ly') ? at - 2 : at - 1).lower;
  if (isPresentBe(before) && !PAST.has(wordAt(words, at).lower)) return undefined;
  for (let before = at - 1; before >= at - 3; before--) {
    const { lower } = wordAt(words, before);
    if (lower === 'will' || lower === 'would' || lower === 'shall') return 'future';
    if (lower === 'be' && wordAt(words, before - 1).lower === 'to') return 'future';
  }
  return 'past';
}

function isPresentBe(word: string): boolean {
  return word === 'is' || word === 'are' || word === 'being';
}

function isIntent(word: string): boolean {
  // "the votes needed to win" are no plan.
  if (word === 'needed' || word === 'required') return false;
  return INTENT.some((stem) =>
    stem.length < 4 ? word === stem || word === `${stem}s` : word.startsWith(stem),
  );
}

function isVerbBehind(words: readonly Word[], at: number): boolean {
  const next = wordAt(words, at);
  return next.kind === 'word' && !next.capital && next.lower !== 'the' && next.lower !== 'a';
}
