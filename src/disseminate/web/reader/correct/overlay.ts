import type { Claim } from '../../../../model/claim.ts';
import type { Corrected } from '../../../../model/correction.ts';
import type { Event } from '../../../../model/event.ts';
import { NONE } from '../../../../model/field-correction.ts';
import type { Reading } from '../../../../model/reading.ts';
import type { Location, Party } from '../../../../model/report.ts';

/** A reading with its fields as people of the desk put them right: what is shown is what counts. */
export function overlayCorrections(reading: Reading, corrected: readonly Corrected[]): Reading {
  if (corrected.length === 0) return reading;
  return {
    ...reading,
    claims: reading.claims.map((claim) =>
      corrected.filter(({ claim: of }) => of.claim === claim.id).reduce(overlayClaim, claim),
    ),
    events: reading.events.map((event) =>
      corrected
        .filter((each) => each.event === event.id && each.claim.claim === event.claim)
        .reduce((before, each) => overlayEvent(before, each, reading), event),
    ),
  };
}

function overlayClaim(claim: Claim, { correction }: Corrected): Claim {
  switch (correction.field) {
    case 'stance': {
      const { stance: _, ...rest } = claim;
      return correction.to === NONE ? rest : { ...claim, stance: correction.to };
    }
    case 'certainty':
      return { ...claim, certainty: correction.to };
    case 'chain':
      return { ...claim, chain: correction.to };
    default:
      return claim;
  }
}

function overlayEvent(event: Event, { correction }: Corrected, reading: Reading): Event {
  switch (correction.field) {
    case 'realis':
      return { ...event, realis: correction.to };
    case 'time': {
      const { when: _, ...rest } = event;
      return correction.to === NONE ? rest : { ...event, when: correction.to };
    }
    case 'place': {
      const { where: _, ...rest } = event;
      const where = correction.to === NONE ? undefined : findPlace(reading, correction.to);
      return where === undefined ? rest : { ...event, where };
    }
    case 'actor':
      return { ...event, actors: findEntities(reading, correction.to) };
    case 'recipient':
      return { ...event, recipients: findEntities(reading, correction.to) };
    default:
      return event;
  }
}

function findPlace({ places }: Reading, { name, precision, country }: Location): string | undefined {
  return places.find(
    (place) => place.name === name && place.precision === precision && place.country === country,
  )?.id;
}

function findEntities({ entities }: Reading, parties: readonly Party[]): readonly string[] {
  return parties.flatMap(
    ({ name, type }) => entities.find((entity) => entity.name === name && entity.type === type)?.id ?? [],
  );
}
