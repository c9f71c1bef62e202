import { z } from '@hono/zod-openapi';
import { ENTITY_TYPES, SECTORS } from '../../../model/entity.ts';
import { PLACE_PRECISIONS } from '../../../model/place.ts';

/* Who takes part in an event and where it is said to have happened, by what can be compared across documents. */

export const country = z.string().openapi({ description: 'ISO 3166-1 alpha-2.', example: 'IQ' });

export const PartySchema = z
  .object({
    name: z.string(),
    type: z.enum(ENTITY_TYPES),
    country: country.optional(),
    sector: z.enum(SECTORS).optional(),
    wikidata: z.string().optional(),
    record: z.string().optional().openapi({
      description: 'The actor that it is across documents; see `/actors/{id}`.',
      example: 'register:qassem-soleimani',
    }),
  })
  .openapi('Party', { description: 'Somebody or something that takes part in an event.' });

export const LocationSchema = z
  .object({
    name: z.string(),
    country: country.optional(),
    lat: z.number().optional(),
    lon: z.number().optional(),
    precision: z.enum(PLACE_PRECISIONS),
  })
  .openapi('Location', { description: 'Where an event is said to have happened; degrees in WGS 84.' });
