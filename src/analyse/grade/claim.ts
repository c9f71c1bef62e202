import type { FigureSlot, Incident, SaidValue, Sayer } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { findCommon } from '../incident/counts.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { nameSlot } from './figures.ts';
import {
  chooseLower,
  gradeBy,
  gradeIncident,
  readAffirmation,
  readDenial,
  type Side,
  type WorkedOut,
  weigh,
} from './information.ts';
import { isCertain, type Matter, type WeighedClaim, type WeighedOrigin } from './matter.ts';

type ClaimId = Pick<ClaimRef, 'document' | 'claim'>;

/**
 * How credible one claim on an incident is: as credible as the incident, and no more than its least credible number. Undefined
 * where it says nothing of the incident.
 */
export function gradeClaim(id: ClaimId, matter: Matter, incident: Incident): WorkedOut | undefined {
  const key = makeClaimKey(id);
  const claim = matter.claims.find(({ ref }) => makeClaimKey(ref) === key);
  if (claim === undefined) return undefined;
  const whole = claim.traced.isDenial
    ? gradeDenial(claim, matter, incident)
    : gradeIncident(matter, incident);
  const distorted = incident.distortions.find(({ relay }) => makeClaimKey(relay.says.claim) === key);
  const grades = [
    { ...whole, disputed: [] },
    ...(distorted === undefined
      ? []
      : [
          gradeBy('says more than its source', { pro: [], against: [makeSide(distorted.source.says.claim)] }),
        ]),
    ...incident.figures.flatMap((slot) => gradeFigure(key, slot, matter) ?? []),
  ];
  return grades.reduce(chooseLower);
}

const makeSide = (claim: ClaimRef): Side => ({ claim, isConfirmed: false, isUnknown: false });

/**
 * A denial of the thing itself stands against those who affirm it; a denial of somebody's part in it, against those who name
 * him as its doer.
 */
function gradeDenial(claim: WeighedClaim, matter: Matter, { disputes }: Incident): WorkedOut {
  const { access } = claim.traced;
  const of = access.kind === 'named' ? access.key : claim.ref.document;
  if (matter.denials.some((each) => each.claim === claim || each.key === of)) {
    const against = matter.origins.flatMap((weighed) => readAffirmation(weighed) ?? []);
    return { ...weigh({ pro: matter.denials.map(readDenial), against, isOpen: false }), disputed: [] };
  }
  const key = makeClaimKey(claim.ref);
  const doers = disputes
    .flatMap((slot) => (slot.of === 'perpetrator' ? slot.values : []))
    .filter(({ denied = [] }) => denied.some((sayer) => makeClaimKey(sayer.claim) === key));
  const against = listSides(
    doers.flatMap(({ says, claimed = [] }) => [...says, ...claimed]),
    matter.origins,
  );
  const pro = [{ ...makeSide(claim.ref), isConfirmed: access.kind === 'named' }];
  return { ...weigh({ pro, against, isOpen: false }), disputed: against.length === 0 ? [] : ['perpetrator'] };
}

function gradeFigure(key: string, slot: FigureSlot, { origins }: Matter): WorkedOut | undefined {
  const own = slot.values.find(({ says }) => says.some(({ claim }) => makeClaimKey(claim) === key));
  if (own === undefined) return undefined;
  if (own.state === 'distorted') return gradeBy('says more than its source', { pro: [], against: [] });
  const others = slot.values.filter(
    (value) => value.state === 'standing' && findCommon([value, own]) === undefined,
  );
  const against = listSides(listSayers(others), origins);
  if (own.state !== 'standing')
    return { ...gradeBy('outdated', { pro: [], against }), disputed: [nameSlot(slot)] };
  const same = slot.values.filter(
    (value) => value.state === 'standing' && findCommon([value, own]) !== undefined,
  );
  const pro = listSides(listSayers(same), origins, new Set(against.map(({ id }) => id)));
  if (pro.length + against.length === 0) return undefined;
  return {
    ...weigh({ pro, against, isOpen: false }),
    disputed: against.length === 0 ? [] : [nameSlot(slot)],
  };
}

interface OriginSide extends Side {
  readonly id: string;
}

const listSayers = (values: readonly SaidValue[]): readonly Sayer[] => values.flatMap(({ says }) => says);

/** The origins behind some words, each once and without those that are left out. */
function listSides(
  says: readonly Sayer[],
  origins: readonly WeighedOrigin[],
  without: ReadonlySet<string> = new Set(),
): readonly OriginSide[] {
  const known = new Map(origins.map((weighed) => [weighed.origin.id, weighed]));
  const sides = new Map<string, OriginSide>();
  for (const { origin = '', claim } of says) {
    const weighed = known.get(origin);
    // A number with no origin is the word of nobody that could be counted.
    if (weighed === undefined || sides.has(origin) || without.has(origin)) continue;
    const said = weighed.claims.find(({ ref }) => makeClaimKey(ref) === makeClaimKey(claim));
    sides.set(origin, {
      id: origin,
      claim,
      isConfirmed: weighed.origin.status === 'confirmed' && (said === undefined || isCertain(said)),
      isUnknown: weighed.origin.reason === 'no visible credit',
    });
  }
  return [...sides.values()];
}
