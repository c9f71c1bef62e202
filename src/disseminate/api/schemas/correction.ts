import { z } from '@hono/zod-openapi';
import { NOTE_TYPES, SET_ASIDE_PARTS } from '../../../model/correction.ts';
import { BOUNDS } from '../../../model/event.ts';
import { LEVELS } from '../../../model/problem.ts';
import { STORY_CHANGE_TYPES } from '../../../model/story.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { HashSchema, TextSpanSchema, textSpanFields } from './spans.ts';

/* What was corrected, rejected or taken back, and what that changed. */

const known = z.string().openapi({ description: 'ISO 8601 instant since when it is known here.' });
const outlet = z.string().optional();
const count = z.int().nonnegative();

const noteSchema = z
  .object({
    ...textSpanFields,
    type: z.enum(NOTE_TYPES),
    ofItself: z
      .boolean()
      .openapi({ description: 'About the text it stands in, or an earlier version of it.' }),
    gaveUp: z
      .array(TextSpanSchema)
      .readonly()
      .openapi({ description: 'The words for what no longer holds.' }),
  })
  .openapi('CorrectionNote', { description: 'What a publisher says of its own earlier words.' });

const rootCauses = [
  z.object({
    type: z.enum(['judgement', 'withdrawal']),
    judgement: z.string(),
    verdict: z.enum(['merge', 'split', 'correct']).optional().openapi({
      description: 'What was decided, where that is no rejection.',
    }),
    by: z.string(),
    note: z.string(),
    known,
  }),
  z.object({ type: z.literal('note'), document: HashSchema, outlet, note: noteSchema, known }),
  z.object({
    type: z.literal('version'),
    document: HashSchema,
    outlet,
    version: z.int().positive(),
    known,
  }),
  z.object({ type: z.literal('document'), document: HashSchema, outlet, known }),
  z.object({ type: z.literal('time'), known }),
] as const;

export const RootCauseSchema = z
  .union(rootCauses)
  .openapi('RootCause', { description: 'Why something counts no longer, or counts now.' });

const causeSchema = z
  .union([
    ...rootCauses,
    z.object({ type: z.literal('repeats'), claim: ClaimRefSchema, because: RootCauseSchema, known }),
  ])
  .openapi('Cause', { description: 'A root cause, or that it repeats a claim that counts no longer.' });

export const SetAsideSchema = z
  .object({
    part: z.enum(SET_ASIDE_PARTS),
    claim: ClaimRefSchema,
    story: z.string(),
    incidents: z.array(z.string()).readonly(),
    figure: z.object({ of: z.string(), value: z.number() }).optional(),
    cause: causeSchema,
  })
  .openapi('SetAside', { description: 'Said, kept and shown, and nothing rests on it any more.' });

export const RemovalSchema = z
  .object({
    claim: ClaimRefSchema.openapi({ description: 'In the version that said so last.' }),
    story: z.string(),
    incidents: z.array(z.string()).readonly(),
    document: HashSchema.openapi({ description: 'The version without it.' }),
    version: z.int().positive(),
    known,
  })
  .openapi('Removal', {
    description: 'Said by a page in an earlier version and no longer, without having been taken back.',
  });

export const TakenOutSchema = z
  .object({
    document: HashSchema,
    outlet,
    title: z.string().optional(),
    from: z.string().openapi({ description: 'Id of the story it was grouped into.' }),
    to: z.string().openapi({ description: 'Id of the story it stands in.' }),
    cause: RootCauseSchema,
  })
  .openapi('TakenOut', { description: 'A document that a person took out of its story.' });
export const StoryChangeSchema = z
  .object({
    type: z.enum(STORY_CHANGE_TYPES),
    from: z.string(),
    into: z.string(),
    reports: count.openapi({ description: 'Reports that it was about.' }),
    document: HashSchema.openapi({ description: 'The document that showed it.' }),
    outlet,
    known,
  })
  .openapi('StoryChange', { description: 'Two stories turned out to be one, or one to be two.' });

const countsSchema = z.object({ documents: count, confirmed: count, possible: count });

const changeFields = {
  id: z.string(),
  title: z.string(),
  before: countsSchema.optional().openapi({ description: 'Absent where it is new.' }),
  after: countsSchema.optional().openapi({ description: 'Absent where nothing of it stands any more.' }),
  causes: z.array(causeSchema).readonly(),
};

const figureChangeSchema = z.object({
  of: z.string(),
  who: z.string().optional(),
  value: z.number(),
  bound: z.enum(BOUNDS),
  change: z.enum(['gained', 'lost']),
});

const versionChangeSchema = z.object({
  document: HashSchema,
  outlet,
  title: z.string().optional(),
  url: z.string().optional(),
  from: z.int().positive(),
  to: z.int().positive(),
  known,
});

const stateSchema = z.object({ p: z.number().min(0).max(1), level: z.enum(LEVELS) });

const assessmentChangeSchema = z.object({
  problem: z.string(),
  title: z.string(),
  horizon: z.int().positive(),
  before: stateSchema,
  after: stateSchema,
  indicators: z
    .array(z.object({ id: z.string(), title: z.string(), before: z.number(), after: z.number() }))
    .readonly()
    .openapi({ description: 'What each adds to the log-odds, then and now.' }),
  causes: z.array(causeSchema).readonly(),
});

export const ChangesSchema = z
  .object({
    kind: z.literal('changes'),
    since: z.string(),
    asOf: z.string(),
    setAside: z.array(SetAsideSchema).readonly(),
    restored: z.array(SetAsideSchema).readonly(),
    removed: z.array(RemovalSchema).readonly(),
    takenOut: z.array(TakenOutSchema).readonly(),
    putBack: z.array(TakenOutSchema).readonly(),
    versions: z.array(versionChangeSchema).readonly(),
    incidents: z
      .array(z.object({ ...changeFields, figures: z.array(figureChangeSchema).readonly() }))
      .readonly(),
    stories: z
      .array(
        z.object({
          ...changeFields,
          regrouped: z.array(StoryChangeSchema).readonly().optional(),
          undone: z
            .array(StoryChangeSchema)
            .readonly()
            .optional()
            .openapi({ description: 'Held then; the document that showed it was rejected since.' }),
        }),
      )
      .readonly(),
    assessments: z.array(assessmentChangeSchema).readonly(),
    totals: z.object({
      incidents: count,
      stories: count,
      setAside: count,
      restored: count,
      removed: count,
    }),
  })
  .openapi('Changes', { description: 'How the picture differs between two instants, with the causes.' });
