import { z } from '@hono/zod-openapi';
import { EVENT_TYPES, REALIS } from '../../../model/event.ts';
import { AREA_LIMITS } from '../../../model/watch-area.ts';
import { EventTimeSchema } from './event.ts';
import { LocationSchema } from './parties.ts';

/* What a map and a timeline are drawn from, and the areas that a desk watches. */

const count = z.int().nonnegative();

const partySchema = z.object({
  name: z.string(),
  record: z.string().optional().openapi({ description: 'See `/actors/{id}`.' }),
});

const rowSchema = z
  .object({
    id: z.string().openapi({ description: 'See `/incidents/{id}`.' }),
    type: z.enum(EVENT_TYPES),
    mode: z.string().optional(),
    title: z.string(),
    realis: z.enum(REALIS),
    when: EventTimeSchema.optional(),
    where: LocationSchema.optional(),
    actors: z.array(partySchema).readonly(),
    recipients: z.array(partySchema).readonly(),
    confirmed: count.openapi({ description: 'Confirmed origins.' }),
    possible: count.openapi({ description: 'Possible origins; never added to the confirmed ones.' }),
  })
  .openapi('MapRow', {
    description:
      'An incident, or something prepared, threatened or feared. Whether its place is a point or a whole country is told by ' +
      'the precision of `where`.',
  });

export const MapSchema = z
  .object({
    kind: z.literal('map'),
    asOf: z.string(),
    rows: z.array(rowSchema).readonly(),
    total: count.openapi({ description: 'All that fit, these and those left out.' }),
  })
  .openapi('Map', { description: 'Incidents and threats with their place and time.' });

const degrees = {
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
};

const shapeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('point'), ...degrees }),
    z.strictObject({
      kind: z.literal('outline'),
      points: z
        .array(z.strictObject(degrees))
        .min(3)
        .max(AREA_LIMITS.corners)
        .readonly()
        .openapi({ description: 'Its corners; each side goes the shorter way round the globe.' }),
    }),
  ])
  .openapi('AreaShape', { description: 'A point or an outline; degrees in WGS 84.' });

const hazardSchema = z
  .strictObject({
    type: z.enum([...EVENT_TYPES, 'any']),
    mode: z
      .string()
      .regex(/^[a-z][a-z-]{0,39}$/, 'must be a mode such as heavy-weapons')
      .optional()
      .openapi({ description: 'Only this mode of the type.' }),
    km: z.number().min(AREA_LIMITS.leastKm).max(AREA_LIMITS.mostKm).openapi({
      description: 'Kilometres around its point, or out from its outline.',
    }),
  })
  .openapi('AreaHazard', { description: 'What is watched for, and how far out.' });

const words = (most: number) => z.string().trim().min(1).max(most);

const draftFields = {
  name: words(AREA_LIMITS.name),
  shape: shapeSchema,
  hazards: z.array(hazardSchema).min(1).max(AREA_LIMITS.hazards).readonly(),
  note: words(AREA_LIMITS.note).optional(),
  by: words(AREA_LIMITS.by).openapi({ description: 'Who draws it.' }),
};

const by = draftFields.by.optional().openapi({
  description: 'Who draws it; passed over where somebody is logged in, else required.',
});

export const WatchAreaDraftSchema = z
  .strictObject({ ...draftFields, by })
  .openapi('WatchAreaDraft', { description: 'A watch area as it is to be.' });

const base = z.int().positive().openapi({
  description: 'The version that was changed. Where the area has another one by now, nothing is written.',
});

export const WatchAreaChangeSchema = z
  .strictObject({ ...draftFields, by, base })
  .openapi('WatchAreaChange', { description: 'A watch area as it is to be from now on.' });

export const WatchAreaRemovalSchema = z
  .strictObject({ by, base })
  .openapi('WatchAreaRemoval', { description: 'Who watches an area no longer.' });

export const WatchAreaSchema = z
  .object({
    kind: z.literal('watch area'),
    id: z.string().openapi({ example: 'w1' }),
    version: z.int().positive(),
    ...draftFields,
    made: z.string().openapi({ description: 'ISO 8601 instant of its first version.' }),
    changed: z.string().openapi({ description: 'ISO 8601 instant of this version.' }),
  })
  .openapi('WatchArea', { description: 'A part of the world that the desk watches; its own matter.' });

export const WatchAreaListSchema = z
  .object({ rows: z.array(WatchAreaSchema).readonly() })
  .openapi('WatchAreaList', { description: 'In the order in which they were first drawn.' });
