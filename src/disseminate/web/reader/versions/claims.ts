import type { Claim } from '../../../../model/claim.ts';
import type { Event } from '../../../../model/event.ts';
import type { Reading } from '../../../../model/reading.ts';
import { cutIntoWords, findShared } from '../../diff/texts.ts';

/** A claim with the events told in it. */
export interface Told {
  readonly claim: Claim;
  readonly events: readonly Event[];
}

/** A claim that both versions have, and what of it differs. */
export interface ChangedClaim {
  readonly before: Told;
  readonly after: Told;
  readonly differs: readonly Aspect[];
}

export const ASPECTS = ['words', 'figures', 'speaker', 'stance', 'certainty', 'polarity', 'realis'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface ClaimChanges {
  readonly lost: readonly Told[];
  readonly gained: readonly Told[];
  readonly changed: readonly ChangedClaim[];
  /** Claims that are the same in both. */
  readonly same: number;
}

/** From this share of words in common on, two claims are versions of one another. */
const ALIKE = 0.6;
/** Of the same speaker, and not of another, less is enough. */
const ALIKE_SPEAKER = 0.45;
/** Pairs of claims that are held against each other; what is beyond is told as gained and lost. */
const MOST_PAIRS = 250_000;
/** Words of a claim that are compared. */
const MOST_WORDS = 60;

function gather<Item>(items: readonly Item[], findKey: (item: Item) => string): Map<string, Item[]> {
  const gathered = new Map<string, Item[]>();
  for (const item of items) {
    const key = findKey(item);
    const list = gathered.get(key);
    if (list === undefined) gathered.set(key, [item]);
    else list.push(item);
  }
  return gathered;
}

const listTold = ({ claims, events }: Reading): readonly Told[] => {
  const byClaim = gather(events, ({ claim }) => claim);
  return claims
    .filter(({ topic }) => topic !== true)
    .map((claim) => ({ claim, events: byClaim.get(claim.id) ?? [] }));
};

const normalise = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
const nameSpeaker = ({ claim }: Told) => normalise(claim.chain.at(-1)?.name ?? '');
const listFigures = ({ events }: Told) =>
  [
    ...new Set(
      events.flatMap((event) => event.figures.map((each) => `${each.of} ${each.bound} ${each.value}`)),
    ),
  ]
    .sort()
    .join('; ');
const listRealis = ({ events }: Told) =>
  [...new Set(events.map(({ plover, realis }) => `${plover.type} ${plover.mode ?? ''} ${realis}`))]
    .sort()
    .join('; ');

const TAKE: Readonly<Record<Aspect, (told: Told) => string | undefined>> = {
  words: ({ claim }) => normalise(claim.content.text),
  figures: listFigures,
  speaker: nameSpeaker,
  stance: ({ claim }) => claim.stance,
  certainty: ({ claim }) => claim.certainty,
  polarity: ({ claim }) => claim.polarity,
  realis: listRealis,
};

function compare(before: Told, after: Told): ChangedClaim {
  return { before, after, differs: ASPECTS.filter((of) => TAKE[of](before) !== TAKE[of](after)) };
}

/**
 * Which claims a later version of a page lost and gained, and which it kept with something changed: another figure, another
 * speaker, another stance. Claims in the same words are the same claim; of the others those belong together that share most words.
 */
export function compareClaims(before: Reading, after: Reading): ClaimChanges {
  const pairs: (readonly [Told, Told])[] = [];
  const byWords = gather(listTold(before), ({ claim }) => normalise(claim.content.text));
  const open: Told[] = [];
  for (const told of listTold(after)) {
    const twins = byWords.get(normalise(told.claim.content.text)) ?? [];
    const at = twins.findIndex((twin) => nameSpeaker(twin) === nameSpeaker(told));
    const [twin] = twins.splice(Math.max(at, 0), 1);
    if (twin === undefined) open.push(told);
    else pairs.push([twin, told]);
  }
  const left = [...byWords.values()].flat();
  const alike = pairAlike(left, open);
  const paired = new Set([...alike.keys(), ...alike.values()]);
  const inOrder = [...pairs, ...alike]
    .map(([old, now]) => compare(old, now))
    .toSorted((a, b) => a.after.claim.content.start - b.after.claim.content.start);
  const changed = inOrder.filter(({ differs }) => differs.length > 0);
  return {
    lost: left.filter((told) => !paired.has(told)),
    gained: open.filter((told) => !paired.has(told)),
    changed,
    same: inOrder.length - changed.length,
  };
}

/** The later one for each earlier claim that became another, the most alike first. */
function pairAlike(left: readonly Told[], open: readonly Told[]): ReadonlyMap<Told, Told> {
  const found = new Map<Told, Told>();
  if (left.length * open.length > MOST_PAIRS) return found;
  const words = ({ claim }: Told) =>
    cutIntoWords(normalise(claim.content.text))
      .filter((each) => each.trim() !== '')
      .slice(0, MOST_WORDS);
  const olds = left.map((told) => ({ told, words: words(told) }));
  const nows = open.map((told) => ({ told, words: words(told) }));
  const pairs = olds.flatMap((old) =>
    nows.flatMap((now) => {
      // Claims of very different length cannot share enough.
      const [short, long] = [old.words.length, now.words.length].sort((a, b) => a - b) as [number, number];
      if ((2 * short) / (short + long) < ALIKE_SPEAKER) return [];
      const share = findShared(old.words, now.words);
      const isSameSpeaker = nameSpeaker(old.told) === nameSpeaker(now.told);
      return share >= (isSameSpeaker ? ALIKE_SPEAKER : ALIKE)
        ? [{ old: old.told, now: now.told, share }]
        : [];
    }),
  );
  const taken = new Set<Told>();
  for (const { old, now } of pairs.toSorted((a, b) => b.share - a.share)) {
    if (found.has(old) || taken.has(now)) continue;
    found.set(old, now);
    taken.add(now);
  }
  return found;
}
