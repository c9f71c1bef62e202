import { z } from '@hono/zod-openapi';
import { LINK_TYPES } from '../../../model/claim.ts';
import { ORIGIN_REASONS, ORIGIN_STATUSES, RELAY_GROUNDS, REPORT_ROLES } from '../../../model/story.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { HashSchema } from './spans.ts';

/* Who is first-hand, and who repeats whom. */

const count = z.int().nonnegative();

const originSchema = z
  .object({
    id: z.string(),
    status: z.enum(ORIGIN_STATUSES),
    reason: z.enum(ORIGIN_REASONS).openapi({ description: 'Why it is confirmed or only possible.' }),
    name: z.string(),
    type: z.enum(LINK_TYPES),
    anonymous: z.boolean().optional(),
    through: z.string().optional().openapi({ description: 'The outlet that had the access.' }),
    signs: z.array(z.string()).readonly().optional().openapi({
      description: 'What spoke most for its being first-hand, most first.',
    }),
    first: HashSchema.optional().openapi({ description: 'The report that led to it first.' }),
    claims: z.array(ClaimRefSchema).readonly(),
  })
  .openapi('Origin', { description: 'A first-hand access to a fact.' });

const relaySchema = z
  .object({
    by: z.enum(RELAY_GROUNDS).openapi({
      description: 'Family: an outlet of the same owner has the same without a source.',
    }),
    name: z.string().openapi({ description: 'Who is credited, or whose words are repeated.' }),
    document: HashSchema.optional(),
    share: z.number().min(0).max(1).optional(),
    family: z.string().optional().openapi({ description: 'The owner that both outlets have in common.' }),
    evidence: ClaimRefSchema.optional(),
  })
  .openapi('Relay', { description: 'Whose report a report repeats, and what shows it.' });

const reportNodeSchema = z
  .object({
    document: HashSchema,
    outlet: z.string().optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    published: z.string().optional(),
    publishedRefused: z.string().optional().openapi({
      description: 'A date that is given and cannot be: after the page was seen, say.',
    }),
    seen: z.string(),
    version: z.int().positive().optional().openapi({
      description: 'Absent for the first text at its address; 3 where it changed twice.',
    }),
    role: z.enum(REPORT_ROLES),
    relays: z.array(relaySchema).readonly(),
    lag: z.string().optional().openapi({
      description: 'ISO 8601 duration since the first report of what it repeats.',
      example: 'PT1H35M',
    }),
    origins: z.array(z.string()).readonly().openapi({ description: 'Ids of the origins it leads to.' }),
    claims: z.array(ClaimRefSchema).readonly(),
  })
  .openapi('ReportNode', { description: 'One document in the tree of who repeats whom.' });

/** How many origins there are, in every list. */
export const originCounts = {
  confirmed: count.openapi({ description: 'Confirmed origins.' }),
  possible: count.openapi({ description: 'Possible origins; never added to the confirmed ones.' }),
};

export const OriginTreeSchema = z
  .object({
    origins: z.array(originSchema).readonly(),
    reports: z.array(reportNodeSchema).readonly(),
    ...originCounts,
    relays: count.openapi({ description: 'Reports that only repeat.' }),
  })
  .openapi('OriginTree', { description: 'Who is first-hand on a matter and who only repeats whom.' });
