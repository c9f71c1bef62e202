import { z } from '@hono/zod-openapi';
import { RELIABILITIES } from '../../../model/grade.ts';
import { LEVELS } from '../../../model/problem.ts';
import { SOURCE_TYPES } from '../../../model/source.ts';
import { SOURCE_FORMS, SOURCE_STATES } from '../../../model/source-book.ts';
import { SourceHealthSchema } from './alert.ts';
import { HashSchema } from './spans.ts';

/* Who is heard, how well, what rests on them, and the list of those that are asked. */

const count = z.int().nonnegative();
const milliseconds = z.number().nonnegative();
const strings = z.array(z.string()).readonly();

const sourceFields = {
  name: z.string().max(200),
  feed: z.string().max(2000),
  links: z.string().max(500).optional().openapi({
    description: 'Of a page that lists articles: the addresses of these, a star standing for any characters.',
    example: '/news/2026/*',
  }),
  homepage: z.string().max(2000).optional(),
  language: z.string().optional().openapi({ description: 'ISO 639-1.' }),
  country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-2.' }),
  type: z.enum(SOURCE_TYPES).optional().openapi({
    description: 'What kind of source it is; `warning`: official warnings, such as travel advice.',
  }),
  family: z.string().max(200).optional().openapi({ description: 'Who owns or runs it.' }),
  paused: z.boolean().optional().openapi({ description: 'True where it is not asked for the time being.' }),
};

const sourceSchema = z
  .object({
    kind: z.literal('source'),
    id: z.string(),
    ...sourceFields,
    every: z.number().openapi({ description: 'Minutes between two looks.' }),
    allowPrivate: z.boolean(),
  })
  .openapi('Source', { description: 'A source of the list: who publishes, and where its feed is.' });

const lagSchema = z.object({ median: milliseconds, most: milliseconds, of: count }).openapi('LagSummary', {
  description: 'Milliseconds: half of `of` reports within `median`, nine in ten within `most`.',
});

const rowSchema = z
  .object({
    source: z.string().openapi({ description: 'Key under which it is compared.', example: 'harbour wire' }),
    name: z.string(),
    state: z.enum(SOURCE_STATES),
    listed: sourceSchema.optional().openapi({ description: 'Absent where it is not in the list.' }),
    health: SourceHealthSchema.optional().openapi({
      description: 'Of its feed, now; absent as of an earlier instant.',
    }),
    first: z.string().optional(),
    last: z.string().optional().openapi({ description: 'ISO 8601 instant of its latest word.' }),
    patience: count.optional().openapi({ description: 'Days of silence after which it counts as dead.' }),
    languages: strings,
    country: z.string().optional(),
    documents: count,
    claims: count,
    own: count.openapi({
      description: 'Incidents of which it was the first to have something, or saw it itself.',
    }),
    grade: z.object({ grade: z.enum(RELIABILITIES), isSet: z.boolean(), reason: z.string() }).optional(),
    lag: lagSchema.optional().openapi({ description: 'From publication to its being known here.' }),
    behind: lagSchema.optional().openapi({ description: 'Behind the first report of the same story.' }),
  })
  .openapi('SourceRow', {
    description: 'Somebody who publishes: listed with a feed, heard otherwise, or both.',
  });

const holeSchema = z
  .object({
    problem: z.string(),
    problemTitle: z.string(),
    indicator: z.string(),
    title: z.string(),
    seenBy: z.object({
      outlet: strings.optional(),
      country: strings.optional(),
      language: strings.optional(),
    }),
    alive: strings.openapi({ description: 'Sources that are alive and would report it: none, or one.' }),
    dead: z.array(z.object({ name: z.string(), lastHeard: z.string() })).readonly(),
  })
  .openapi('CoverageHole', { description: 'A sign for which too few sources are heard.' });

export const SourceTableSchema = z
  .object({
    kind: z.literal('source table'),
    asOf: z.string(),
    rows: z.array(rowSchema).readonly(),
    holes: z.array(holeSchema).readonly(),
  })
  .openapi('SourceTable', { description: 'Everybody who is heard or listed, and what nobody covers.' });

export const SourceDetailSchema = z
  .object({
    kind: z.literal('source detail'),
    asOf: z.string(),
    row: rowSchema,
    days: z
      .array(z.object({ day: z.string(), documents: count }))
      .readonly()
      .openapi({ description: 'UTC days on which it was heard, of the last ninety.' }),
    lags: z.array(z.object({ upTo: milliseconds.optional(), count })).readonly(),
    newest: z
      .array(
        z.object({
          document: HashSchema,
          title: z.string().optional(),
          published: z.string().optional(),
          seen: z.string(),
          claims: count,
        }),
      )
      .readonly(),
  })
  .openapi('SourceDetail', { description: 'A source with its days, its lags and its newest documents.' });

const probability = z.number().min(0).max(1);

export const DependantsSchema = z
  .object({
    kind: z.literal('dependants'),
    asOf: z.string(),
    source: z.string(),
    problems: z
      .array(
        z.object({
          problem: z.string(),
          title: z.string(),
          horizon: count,
          level: z.enum(LEVELS),
          p: probability,
          withoutLevel: z.enum(LEVELS),
          withoutP: probability,
          signs: z
            .array(
              z.object({
                id: z.string(),
                title: z.string(),
                origins: count,
                carried: count.openapi({ description: 'Origins that nobody else carries.' }),
                logOdds: z.number(),
                without: z.number(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
  })
  .openapi('Dependants', {
    description: 'Problems that rest on a source, and what would be thought had it not been heard.',
  });

const draftSchema = z
  .strictObject({
    id: z.string().max(64).optional(),
    ...sourceFields,
    every: z.number().optional(),
    allowPrivate: z.boolean().optional(),
  })
  .openapi('SourceDraft', {
    description: 'A source as it is to be added; an id is made where none is given.',
  });

/** Drafts of one request: as many as a list may hold. */
const drafts = z.array(draftSchema).min(1).max(1000).readonly();

export const SourcesGivenSchema = z
  .union([z.strictObject({ form: z.enum(SOURCE_FORMS), text: z.string() }), z.strictObject({ drafts })])
  .openapi('SourcesGiven', { description: 'The text of an OPML or YAML file, or entries.' });

const faultSchema = z.object({ line: z.int().positive().optional(), message: z.string() });

export const SourcesPreviewSchema = z
  .object({
    kind: z.literal('sources preview'),
    base: z.string(),
    rows: z
      .array(
        z.object({
          source: sourceSchema,
          line: z.int().positive().optional(),
          known: z
            .string()
            .optional()
            .openapi({ description: 'Id of the source that has this feed already.' }),
        }),
      )
      .readonly(),
    faults: z.array(faultSchema).readonly(),
  })
  .openapi('SourcesPreview', { description: 'What would be added; nothing was written or fetched.' });

const base = z.string().max(100).openapi({
  description: 'The version of the list that was read. Where it has another one by now, nothing is written.',
});

export const SourcesAdditionSchema = z
  .strictObject({ base, drafts })
  .openapi('SourcesAddition', { description: 'Sources to be added, all or none.' });

export const SourceChangeSchema = z
  .strictObject({ base, paused: z.boolean() })
  .openapi('SourceChange', { description: 'Whether a source is not to be asked for the time being.' });

export const SourceRemovalSchema = z
  .strictObject({ base })
  .openapi('SourceRemoval', { description: 'The list that a source is taken out of.' });

export const SourceBookListSchema = z
  .object({
    kind: z.literal('source list'),
    file: z.string(),
    version: z.string(),
    sources: z.array(sourceSchema).readonly(),
    faults: z.array(faultSchema).readonly(),
  })
  .openapi('ListOfSources', { description: "The desk's list of sources as its file has it." });

export const FeedAddressSchema = z
  .strictObject({
    address: z
      .string()
      .max(2000)
      .regex(/^https?:\/\//i, 'must begin with https:// or http://'),
  })
  .openapi('FeedAddress', { description: 'The address of a feed or of a page.' });

export const FoundFeedsSchema = z
  .object({
    kind: z.literal('found feeds'),
    address: z.string(),
    feeds: z
      .array(
        z.object({
          feed: z.string(),
          name: z.string().optional(),
          items: count.optional(),
          newest: z.string().optional(),
        }),
      )
      .readonly(),
  })
  .openapi('FoundFeeds', { description: 'The feed at an address, or the feeds that its page names.' });
