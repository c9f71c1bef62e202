import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** YAML reads a bare date as text or as a day, as it likes. */
const day = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString() : value).slice(0, 10))
  .refine((value) => /^\d{4}-\d{2}-\d{2}$/.test(value), 'is no day');
const instant = z
  .union([z.string(), z.date()])
  .transform((value) => new Date(value))
  .refine((value) => !Number.isNaN(value.getTime()), 'is no instant')
  .transform((value) => value.toISOString());

const caseSchema = z.strictObject({
  case: z.string(),
  problem: z.string(),
  title: z.string(),
  from: day,
  to: day,
  outcomes: z.array(day).default([]),
  reports: z
    .array(z.strictObject({ outlet: z.string(), at: instant, url: z.url().optional(), text: z.string() }))
    .min(1),
});

/** A course of reports with a known end: see `eval/sets/cases/README.md`. */
export type Case = z.infer<typeof caseSchema>;

/** The cases of a folder in the order of their names. Throws where one is not as it should be, and says where. */
export function loadCases(folder: string): readonly Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const parsed = caseSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
      const { data } = parsed;
      if (data.from > data.to) throw new Error(`${name}: "from" is after "to"`);
      return data;
    });
}
