import type { Entity, Sector } from '../../../../model/entity.ts';
import { viewOf } from '../../../sentence/view.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import type { EventDraft } from './draft.ts';
import type { EventInput } from './input.ts';
import type { EventLexicon } from './lexicon.ts';

/** Who makes a killing more than a private crime, wherever the document names them. */
const ARMED: ReadonlySet<Sector> = new Set(['MIL', 'REB', 'UAF', 'SPY']);
/** Who does so by any part in what the document tells. */
const POLITICAL: ReadonlySet<Sector> = new Set(['GOV', 'LEG', 'PTY', 'OPP', 'NGO', 'IGO', 'REF']);
/** And who by having done or suffered the harm. */
const GUARDING: ReadonlySet<Sector> = new Set(['COP', 'JUD', 'REL']);
/** What words such as "attack", "raid" and "torture" say of themselves, and "killed", "shot" and "stabbed" do not. */
const WARLIKE: ReadonlySet<string> = new Set([
  'military',
  'terrorism',
  'executive',
  'human_rights',
  'territory',
]);
/** Means that no private crime uses, or that are more than one where they are. */
const OF_WAR = new Set(
  'abduct explosives heavy-weapons aerial drone suicide-attack unconventional massacre cleansing execute assassinate'.split(
    ' ',
  ),
);

/** What the sentences of a document tell, before anything is left out. */
export interface Told {
  readonly drafts: readonly EventDraft[];
  readonly claims: readonly ClaimDraft[];
}

/**
 * Leaves out harm that is no event by the codes: the private crime itself (what police and courts do about it stays), and
 * those whom a disease, a disaster or an accident killed. Both are told by the document as a whole: where nobody armed or
 * public has a part in any of its violence, and it speaks of a court, of a crime or of nature.
 */
export function leaveOutOtherHarm(told: Told, input: EventInput, lexicon: EventLexicon): Told {
  const { drafts } = told;
  const violent = drafts.filter(isForce);
  if (violent.length === 0) return told;
  const isTried = drafts.some(({ trigger }) => trigger.sense.contexts.includes('legal'));
  if (!isTried && !tellsOfNature(input, lexicon)) return told;
  const suffering = partiesOf(violent);
  const parties = partiesOf(drafts);
  const isOfPolitics = (entity: Entity) =>
    (isArmed(entity, isTried) && (!isMerelyNamed(entity) || parties.has(entity.id))) ||
    (parties.has(entity.id) && isPolitical(entity)) ||
    (suffering.has(entity.id) && isPublic(entity) && !(isTried && isLoneGunman(entity)));
  // Where a court tries it as murder, "the attack" is no more than the murder.
  const isMurder = isTried && tellsOf(input, MURDER);
  const isWar = drafts.some(
    ({ trigger: { sense } }) =>
      sense.type === 'PROTEST' ||
      (sense.type === 'ASSAULT' &&
        (OF_WAR.has(sense.mode ?? '') || (!isMurder && sense.contexts.some((name) => WARLIKE.has(name))))),
  );
  if (isWar || input.entities.some(isOfPolitics)) return told;
  return keep(told, input.claims.length, (draft) => !isForce(draft));
}

/** A body or group under arms; one person's rank is read from too little, and a gunman on trial is no army. */
const isArmed = ({ type, sector }: Entity, isTried: boolean) =>
  type !== 'person' && sector !== undefined && ARMED.has(sector) && !(isTried && sector === 'UAF');

/** "officers": of an army or of the police, and no party to anything told. */
const isMerelyNamed = ({ type, sector }: Entity) => type === 'group' && sector === 'MIL';

const isLoneGunman = ({ type, sector, country }: Entity) =>
  type === 'person' && sector === 'UAF' && country === undefined;

const isOneOf = (sectors: ReadonlySet<Sector>, { sector }: Entity) =>
  sector !== undefined && sectors.has(sector);

const isPolitical = (entity: Entity) => entity.type === 'state' || isOneOf(POLITICAL, entity);

/** Somebody in public life or told by their country: "two British tourists". */
const isPublic = (entity: Entity) =>
  entity.country !== undefined || isOneOf(GUARDING, entity) || isOneOf(ARMED, entity);

const partiesOf = (drafts: readonly EventDraft[]): ReadonlySet<string> =>
  new Set(drafts.flatMap(({ actors, recipients }) => [...actors, ...recipients]));

const isForce = ({ trigger }: EventDraft) => trigger.sense.type === 'ASSAULT';

/** Whether floods, a virus or a crash are named beside the harm. */
const tellsOfNature = (input: EventInput, lexicon: EventLexicon): boolean =>
  tellsOf(input, lexicon.classes.get('nature') ?? new Set());

const tellsOf = ({ sentences }: EventInput, words: ReadonlySet<string>): boolean =>
  sentences.some((sentence) => viewOf(sentence).lemmas.some((word) => words.has(word)));

const MURDER: ReadonlySet<string> = new Set(['murder', 'manslaughter', 'homicide']);

/** The drafts that `isKept` keeps, and the claims without those in the outlet's own voice that carry nothing any more. */
export function keep(
  { drafts, claims }: Told,
  attributed: number,
  isKept: (draft: EventDraft) => boolean,
): Told {
  const left = drafts.map(
    (draft) => isKept(draft) && (draft.repeats === undefined || isKept(drafts[draft.repeats]!)),
  );
  const carrying = new Set(drafts.filter((_, i) => left[i]).map(({ claim }) => claim));
  const claimPlaces = places(claims.map((_, i) => i < attributed || carrying.has(i)));
  const draftPlaces = places(left);
  return {
    claims: claims.filter((_, i) => claimPlaces[i] !== undefined),
    drafts: drafts.flatMap((draft, i) =>
      left[i]
        ? [
            {
              ...draft,
              claim: claimPlaces[draft.claim] ?? draft.claim,
              ...(draft.repeats === undefined ? {} : { repeats: draftPlaces[draft.repeats]! }),
            },
          ]
        : [],
    ),
  };
}

/** The new position of each that is kept. */
function places(isKept: readonly boolean[]): readonly (number | undefined)[] {
  let next = 0;
  return isKept.map((kept) => (kept ? next++ : undefined));
}
