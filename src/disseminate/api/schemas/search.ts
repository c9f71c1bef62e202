import { z } from '@hono/zod-openapi';
import { RELIABILITIES } from '../../../model/grade.ts';
import { ENTRY_KINDS, SEARCHED } from '../../../model/search.ts';
import { summaryFields } from '../answers.ts';
import { HashSchema, SpanSchema } from './spans.ts';

/* What is found, how much of it there is, and searches that are kept. */

const count = z.int().nonnegative();
const snippet = z.object({ text: z.string(), marks: z.array(SpanSchema).readonly() });

const weight = z
  .object({
    grade: z.enum(RELIABILITIES).optional().openapi({ description: 'Of its outlet.' }),
    confirmed: count.optional().openapi({
      description:
        'Confirmed origins of the incident that it tells of or, where there is none, of its story.',
    }),
    possible: count.optional(),
    story: z.string().optional(),
    isSetAside: z.literal(true).optional().openapi({ description: 'Nothing rests on it any more.' }),
  })
  .optional()
  .openapi('FoundWeight', { description: 'What the picture says of it; only where `weigh` asks for it.' });

export const SearchHitSchema = z
  .object({
    ...summaryFields,
    matches: z.array(SpanSchema).readonly().openapi({
      description: "Where the words stand in the document's text; empty where they stand only in the title.",
    }),
    titleMatches: z.array(SpanSchema).readonly(),
    snippet,
    matchedClaims: z.array(z.string()).readonly(),
    weight,
  })
  .openapi('SearchHit');

const party = z.object({ name: z.string(), record: z.string().optional() }).openapi('EntryParty');
const told = {
  type: z.string().optional().openapi({ description: 'PLOVER type.' }),
  mode: z.string().optional(),
  realis: z.string().optional(),
  actors: z.array(party).readonly().optional(),
  recipients: z.array(party).readonly().optional(),
  place: z.string().optional(),
  country: z.string().optional(),
};

export const EntryHitSchema = z
  .object({
    kind: z.enum(ENTRY_KINDS),
    id: z.string().openapi({ description: 'Of the claim or event in its document.', example: 'c1' }),
    document: HashSchema,
    title: z.string().optional(),
    outlet: z.string().optional(),
    published: z.string().optional(),
    language: z.string().optional(),
    knownSince: z.string(),
    start: count,
    end: count,
    snippet,
    stance: z.string().optional(),
    certainty: z.string(),
    polarity: z.string(),
    speaker: party.optional(),
    incident: z.string().optional(),
    carries: z
      .array(z.object(told))
      .readonly()
      .optional()
      .openapi({ description: 'Of a claim: its events.' }),
    claim: z.string().optional().openapi({ description: 'Of an event: the claim that carries it.' }),
    background: z.literal(true).optional(),
    when: z.object({ from: z.string(), to: z.string().optional() }).optional(),
    ...told,
    weight,
  })
  .openapi('EntryHit', { description: 'A claim or an event that was found.' });

const cursor = z.string().optional().openapi({
  description:
    'Present where more may follow; hand it back as `cursor` to go on. Rows may be fewer than asked for.',
});

const of = z.enum(SEARCHED);

export const SearchAnswerSchema = z
  .object({ of, rows: z.array(z.union([EntryHitSchema, SearchHitSchema])).readonly(), cursor })
  .openapi('SearchAnswer', {
    description: 'Rows are `EntryHit` of claims and events, `SearchHit` of documents.',
  });

export const FoundCountSchema = z
  .object({
    count,
    isWhole: z
      .boolean()
      .openapi({ description: 'False where there are more: then the newest were counted.' }),
    facets: z.record(z.string(), z.array(z.object({ value: z.string(), count })).readonly()).openapi({
      description: 'Values by the names of filters, most frequent first.',
    }),
  })
  .openapi('FoundCount');

export const TermsSchema = z
  .record(z.string(), z.string().max(500))
  .openapi('SearchTerms', { description: 'Words (`q`) and filters by their names, as in the address.' });

const instant = z.string();
const savedFields = {
  kind: z.literal('saved search'),
  id: z.string().openapi({ example: 'q1a2b3c4d5e6f' }),
  name: z.string(),
  of,
  terms: TermsSchema,
  by: z.string().openapi({ description: 'Who saved it.' }),
  created: instant,
  seen: instant.openapi({ description: 'When somebody last looked at what it finds.' }),
  alert: z
    .object({
      since: instant,
      until: instant,
      told: z.object({ day: z.string(), count }).optional(),
      happenings: z.array(z.string()).readonly(),
    })
    .optional()
    .openapi({ description: 'Present where what it newly finds is told as alerts.' }),
};

export const SavedSearchSchema = z.object(savedFields).openapi('SavedSearch');

export const SavedSearchListSchema = z
  .object({
    rows: z
      .array(
        z
          .object({ ...savedFields, news: z.object({ count, isWhole: z.boolean() }) })
          .openapi('SavedSearchRow'),
      )
      .readonly(),
  })
  .openapi('SavedSearchList', { description: 'Each with how much is new since somebody last looked.' });

const name = z.string().trim().min(1).max(120);

export const SearchDraftSchema = z
  .object({ name, of, terms: TermsSchema, by: name.optional(), isAlert: z.boolean().optional() })
  .openapi('SearchDraft');

export const SearchChangeSchema = z
  .object({
    name: name.optional(),
    nameBefore: name.optional().openapi({
      description:
        'The name that was seen: if it is another by now, the answer is 409 and nothing is changed.',
    }),
    isAlert: z.boolean().optional(),
    isSeen: z.literal(true).optional().openapi({ description: 'What it finds now has been looked at.' }),
  })
  .openapi('SearchChange');

export type SearchAnswerWire = z.infer<typeof SearchAnswerSchema>;
export type SearchHitWire = z.infer<typeof SearchHitSchema>;
export type EntryHitWire = z.infer<typeof EntryHitSchema>;
export type FoundCountWire = z.infer<typeof FoundCountSchema>;
export type SavedSearchListWire = z.infer<typeof SavedSearchListSchema>;
