import { z } from '@hono/zod-openapi';
import { INDICATOR_STATES } from '../../../model/forecast.ts';
import { FAKE_COSTS, REVERSIBILITIES, STRENGTHS, type Strength } from '../../../model/problem.ts';
import { asOf, count, direction, share, strings } from './warning.ts';

/* How the indicators of a problem stood, day by day. */

const STRENGTH_WORDS = Object.keys(STRENGTHS) as [Strength, ...Strength[]];

const cellSchema = z
  .object({
    state: z.enum(INDICATOR_STATES),
    weight: share.openapi({ description: 'How much of its strength counted.' }),
    logOdds: z.number().openapi({ description: 'Added to the log-odds (natural).' }),
    confirmed: count,
    possible: count,
    origins: strings.optional().openapi({ description: 'Names of the first three, what counts most first.' }),
    coverage: z.object({ expected: count, delivered: count, dead: count }).optional().openapi({
      description: 'Sources that would report it; those that delivered in the last day; dead ones.',
    }),
  })
  .openapi('SignCell', { description: 'How one indicator or window stood at the end of one day.' });

const rowSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(['indicator', 'window']),
    direction,
    strength: z.enum(STRENGTH_WORDS),
    halfLife: z.number().positive().optional().openapi({ description: 'Days; absent of windows.' }),
    costToFake: z.enum(FAKE_COSTS).optional(),
    reversible: z.enum(REVERSIBILITIES).optional(),
    cells: z.array(cellSchema).readonly().openapi({ description: 'In the order of the days.' }),
  })
  .openapi('SignRow', { description: 'An indicator or window with its days.' });

export const SignHistorySchema = z
  .object({
    kind: z.literal('sign history'),
    problem: z.string(),
    problemVersion: z.string(),
    asOf,
    days: z
      .array(
        z.object({
          day: z.string(),
          asOf: z.string().openapi({ description: 'ISO 8601 instant as of which its cells hold.' }),
          reports: count.openapi({ description: 'Known by then; without any, nothing could be seen.' }),
        }),
      )
      .readonly()
      .openapi({ description: 'Oldest first.' }),
    first: z.string().optional().openapi({ description: 'Day since when anything is known here.' }),
    rows: z.array(rowSchema).readonly(),
  })
  .openapi('SignHistory', {
    description:
      'How the indicators and windows of a problem stood, each day as the assessment of its end has them.',
  });
