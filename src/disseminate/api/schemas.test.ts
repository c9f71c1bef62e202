import type { z } from '@hono/zod-openapi';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ActorDetail, ActorSummary } from '../../model/actor.ts';
import type { Brief } from '../../model/brief.ts';
import type { Changes } from '../../model/changes.ts';
import type { DecisionList } from '../../model/decision.ts';
import type { Board, ForecastRecord, PictureList } from '../../model/desk.ts';
import type { Document } from '../../model/document.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { GradeDetail, GradeList } from '../../model/grade.ts';
import type { Incident, IncidentSummary } from '../../model/incident.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import type { Replay } from '../../model/replay.ts';
import type { ScoreReport } from '../../model/score.ts';
import type { SearchAnswer } from '../../model/search.ts';
import type { SourceHealth } from '../../model/source.ts';
import type { Story, StorySummary } from '../../model/story.ts';
import type { DocumentSummary, Facets, ListAnswer, Sighting, Store, StoreCounts } from '../../store/store.ts';
import type {
  ActorListSchema,
  AlertListSchema,
  DocumentListSchema,
  FacetsSchema,
  IncidentListSchema,
  SightingSchema,
  SourceListSchema,
  StoreCountsSchema,
  StoryListSchema,
} from './answers.ts';
import type { ActorDetailSchema } from './schemas/actor.ts';
import type { BoardSchema } from './schemas/board.ts';
import type { BriefSchema } from './schemas/brief.ts';
import type { ChangesSchema } from './schemas/correction.ts';
import type { GradeDetailSchema, GradeListSchema } from './schemas/grade.ts';
import type { DecisionListSchema, JudgementSchema } from './schemas/judgement.ts';
import type { IncidentSchema, StorySchema } from './schemas/picture.ts';
import { type DocumentSchema, ReadingSchema } from './schemas/reading.ts';
import type { ForecastRecordSchema } from './schemas/record.ts';
import type { ReplaySchema } from './schemas/replay.ts';
import type { ScoreReportSchema } from './schemas/score.ts';
import type { SearchAnswerSchema } from './schemas/search.ts';
import type { AssessmentSchema } from './schemas/warning.ts';

/** A type without what the wire cannot show: readonly, `| undefined` of optional fields, the hash's template. */
type Plain<T> = T extends Hash
  ? string
  : T extends readonly [infer A, infer B]
    ? [Plain<A>, Plain<B>]
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { -readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> }
        : T;

type Sent<Schema extends z.ZodType> = Plain<z.infer<Schema>>;

describe('the schemas of the API', () => {
  it('describe exactly the types of the model and the store', () => {
    expectTypeOf<Sent<typeof DocumentSchema>>().toEqualTypeOf<Plain<Document>>();
    expectTypeOf<Sent<typeof ReadingSchema>>().toEqualTypeOf<Plain<Reading>>();
    expectTypeOf<Sent<typeof DocumentListSchema>>().toEqualTypeOf<Plain<ListAnswer<DocumentSummary>>>();
    expectTypeOf<Sent<typeof SearchAnswerSchema>>().toEqualTypeOf<Plain<SearchAnswer>>();
    expectTypeOf<Sent<typeof FacetsSchema>>().toEqualTypeOf<Plain<Facets>>();
    expectTypeOf<Sent<typeof SightingSchema>>().toEqualTypeOf<Plain<Sighting>>();
    expectTypeOf<Sent<typeof StoreCountsSchema>>().toEqualTypeOf<Plain<StoreCounts>>();
    expectTypeOf<Sent<typeof JudgementSchema>>().toEqualTypeOf<Plain<Judgement>>();
    expectTypeOf<Sent<typeof DecisionListSchema>>().toEqualTypeOf<Plain<DecisionList>>();
  });

  it('describe exactly the types of the picture and the warnings', () => {
    type Alerts = { readonly rows: Awaited<ReturnType<Store['listAlerts']>> };
    type Sources = { readonly rows: readonly SourceHealth[] };
    expectTypeOf<Sent<typeof BoardSchema>>().toEqualTypeOf<Plain<Board>>();
    expectTypeOf<Sent<typeof AssessmentSchema>>().toEqualTypeOf<Plain<Assessment>>();
    expectTypeOf<Sent<typeof ForecastRecordSchema>>().toEqualTypeOf<Plain<ForecastRecord>>();
    expectTypeOf<Sent<typeof ScoreReportSchema>>().toEqualTypeOf<Plain<ScoreReport>>();
    expectTypeOf<Sent<typeof BriefSchema>>().toEqualTypeOf<Plain<Brief>>();
    expectTypeOf<Sent<typeof ReplaySchema>>().toEqualTypeOf<Plain<Replay>>();
    expectTypeOf<Sent<typeof StorySchema>>().toEqualTypeOf<Plain<Story>>();
    expectTypeOf<Sent<typeof ChangesSchema>>().toEqualTypeOf<Plain<Changes>>();
    expectTypeOf<Sent<typeof GradeListSchema>>().toEqualTypeOf<Plain<GradeList>>();
    expectTypeOf<Sent<typeof GradeDetailSchema>>().toEqualTypeOf<Plain<GradeDetail>>();
    expectTypeOf<Sent<typeof StoryListSchema>>().toEqualTypeOf<Plain<PictureList<StorySummary>>>();
    expectTypeOf<Sent<typeof IncidentSchema>>().toEqualTypeOf<Plain<Incident>>();
    expectTypeOf<Sent<typeof IncidentListSchema>>().toEqualTypeOf<Plain<PictureList<IncidentSummary>>>();
    expectTypeOf<Sent<typeof ActorDetailSchema>>().toEqualTypeOf<Plain<ActorDetail>>();
    expectTypeOf<Sent<typeof ActorListSchema>>().toEqualTypeOf<Plain<PictureList<ActorSummary>>>();
    expectTypeOf<Sent<typeof SourceListSchema>>().toEqualTypeOf<Plain<Sources>>();
    expectTypeOf<Sent<typeof AlertListSchema>>().toEqualTypeOf<Plain<Alerts>>();
  });

  it('refuse a reading whose document has no text', () => {
    const answer = ReadingSchema.safeParse({ kind: 'reading', version: 1, engine: 'x', document: {} });
    expect(answer.success).toBe(false);
    const fields = answer.error?.issues.map((issue) => issue.path.join('.'));
    expect(fields).toContain('document.text');
  });
});
