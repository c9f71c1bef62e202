import { z } from '@hono/zod-openapi';
import { CERTAINTIES, STANCES } from '../../../model/claim.ts';
import { REALIS } from '../../../model/event.ts';
import { NONE } from '../../../model/field-correction.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { RootCauseSchema } from './correction.ts';
import { EventTimeSchema } from './event.ts';
import { LocationSchema, PartySchema } from './parties.ts';
import { ChainLinkSchema } from './reading.ts';

/* Fields that people of the desk put right. */

const none = z.literal(NONE);

const speakerSchema = ChainLinkSchema.extend({
  record: z.string().optional(),
  usual: z.string().optional(),
}).openapi('Speaker', { description: 'A step of a chain with the record of who it is.' });

export const FieldCorrectionSchema = z
  .discriminatedUnion('field', [
    z.object({ field: z.literal('stance'), to: z.enum([...STANCES, NONE]) }),
    z.object({ field: z.literal('certainty'), to: z.enum(CERTAINTIES) }),
    z.object({ field: z.literal('chain'), to: z.array(speakerSchema).readonly() }),
    z.object({ field: z.literal('realis'), to: z.enum(REALIS) }),
    z.object({ field: z.literal('time'), to: z.union([EventTimeSchema, none]) }),
    z.object({ field: z.literal('place'), to: z.union([LocationSchema, none]) }),
    z.object({ field: z.enum(['actor', 'recipient']), to: z.array(PartySchema).readonly() }),
  ])
  .openapi('FieldCorrection', { description: 'A field, and what it should read.' });

export const CorrectedSchema = z
  .object({
    claim: ClaimRefSchema,
    event: z.string().optional().openapi({ description: 'Absent where it is a field of the claim.' }),
    incidents: z.array(z.string()).readonly(),
    correction: FieldCorrectionSchema,
    cause: RootCauseSchema,
  })
  .openapi('Corrected', { description: 'A field that a person put right; the reading keeps what was read.' });
