import type { z } from '@hono/zod-openapi';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Document } from '../../model/document.ts';
import type { Hash } from '../../model/page.ts';
import type { Reading } from '../../model/reading.ts';
import type {
  DocumentSummary,
  Facets,
  ListAnswer,
  SearchHit,
  Sighting,
  StoreCounts,
} from '../../store/store.ts';
import type {
  DocumentListSchema,
  FacetsSchema,
  SearchAnswerSchema,
  SightingSchema,
  StoreCountsSchema,
} from './answers.ts';
import { type DocumentSchema, ReadingSchema } from './schemas.ts';

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
    expectTypeOf<Sent<typeof SearchAnswerSchema>>().toEqualTypeOf<Plain<ListAnswer<SearchHit>>>();
    expectTypeOf<Sent<typeof FacetsSchema>>().toEqualTypeOf<Plain<Facets>>();
    expectTypeOf<Sent<typeof SightingSchema>>().toEqualTypeOf<Plain<Sighting>>();
    expectTypeOf<Sent<typeof StoreCountsSchema>>().toEqualTypeOf<Plain<StoreCounts>>();
  });

  it('refuse a reading whose document has no text', () => {
    const answer = ReadingSchema.safeParse({ kind: 'reading', version: 1, engine: 'x', document: {} });
    expect(answer.success).toBe(false);
    const fields = answer.error?.issues.map((issue) => issue.path.join('.'));
    expect(fields).toContain('document.text');
  });
});
