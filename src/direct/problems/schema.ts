import { z } from 'zod';
import { CERTAINTIES, EVIDENCES, LINK_TYPES, POLARITIES, STANCES } from '../../model/claim.ts';
import { ENTITY_TYPES, SECTORS } from '../../model/entity.ts';
import { EVENT_TYPES, POSTURES, REALIS } from '../../model/event.ts';
import { MARKINGS } from '../../model/marking.ts';
import { FAKE_COSTS, LEVELS, REVERSIBILITIES, STRENGTHS, type Strength } from '../../model/problem.ts';
import { MODES } from './vocabulary.ts';

const STRENGTH_NAMES = Object.keys(STRENGTHS) as [Strength, ...Strength[]];

const text = (most: number) => z.string().trim().min(1).max(most);
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200);
const days = z.number().positive().max(36_500);

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .describe('Lower-case letters, digits and hyphens; unique in the file.');
const phrases = listOf(text(200)).describe(
  'Words or phrases. Case, accents, apostrophes, hyphens and dots make no difference; a word that ends in * matches any ending. Nothing else has a special meaning.',
);
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2 code.');
const cameo = z
  .string()
  .regex(/^[0-9]{2,4}$/)
  .describe('CAMEO code of two to four digits, in quotation marks; those below it count too.');
const places = listOf(text(200)).describe(
  'Countries (ISO 3166-1 alpha-2) or phrases that stand in the name of the place.',
);

const party = z
  .strictObject({
    name: phrases.exactOptional(),
    country: listOf(country).exactOptional(),
    sector: listOf(z.enum(SECTORS)).exactOptional(),
    type: listOf(z.enum(ENTITY_TYPES)).exactOptional(),
  })
  .describe('Fields that are given must all hold, each by one of its values.');

const pattern = z
  .strictObject({
    event: listOf(z.enum(EVENT_TYPES)).exactOptional().describe('PLOVER event types.'),
    mode: listOf(z.enum(MODES as [string, ...string[]]))
      .exactOptional()
      .describe('PLOVER modes.'),
    cameo: listOf(cameo).exactOptional(),
    realis: listOf(z.enum(REALIS)).exactOptional(),
    posture: listOf(z.enum(POSTURES))
      .exactOptional()
      .describe('Preparation or capability of one of these kinds.'),
    actor: party.exactOptional(),
    recipient: party.exactOptional(),
    party: party.exactOptional().describe('Actor or recipient.'),
    exceptActor: party.exactOptional().describe('None of the actors is this.'),
    instrument: phrases.exactOptional(),
    targetKind: listOf(text(100)).exactOptional(),
    place: places.exactOptional(),
    dated: z
      .boolean()
      .exactOptional()
      .describe('Only an event whose day is known, from this report or from another on the same incident.'),
    background: z.boolean().exactOptional().describe('Whether what the text tells as history counts too.'),
    stance: listOf(z.enum(STANCES)).exactOptional(),
    certainty: listOf(z.enum(CERTAINTIES)).exactOptional(),
    polarity: listOf(z.enum(POLARITIES)).exactOptional().describe('[affirmed] unless given.'),
    evidence: listOf(z.enum(EVIDENCES)).exactOptional(),
    speaker: z
      .strictObject({
        name: phrases.exactOptional(),
        link: listOf(z.enum(LINK_TYPES)).exactOptional(),
        anonymous: z.boolean().exactOptional(),
      })
      .exactOptional()
      .describe('Who speaks first-hand.'),
    words: phrases.exactOptional().describe("Phrases, one of which stands in the claim's own words."),
    without: phrases.exactOptional().describe("Phrases, none of which stands in the claim's own words."),
    about: phrases.exactOptional().describe('Phrases, one of which the report holds anywhere.'),
  })
  .describe('What a claim and one of its events must be; fields that are given must all hold.');

const level = z.enum(LEVELS);
const strength = z.enum(STRENGTH_NAMES);

const indicator = z.strictObject({
  id,
  title: text(200),
  why: text(2_000).describe('What was thought when it was chosen, and where the idea comes from.'),
  direction: z.enum(['for', 'against']),
  strength: z
    .enum(STRENGTH_NAMES)
    .describe('Likelihood ratio: slight 1.25, moderate 2, strong 4, very strong 8.'),
  halfLife: days.describe('Days after which a sighting counts half.'),
  match: z
    .array(pattern)
    .max(200)
    .default([])
    .describe('One of them must fit. Left out only where `level` is given.'),
  level: z
    .strictObject({ problem: id, least: level })
    .exactOptional()
    .describe('Instead: another problem stands at this level or above.'),
  costToFake: z
    .enum(FAKE_COSTS)
    .exactOptional()
    .describe('What it would cost to show it without meaning it.'),
  reversible: z.enum(REVERSIBILITIES).exactOptional().describe('How soon it can be undone.'),
  seenBy: z
    .strictObject({
      outlet: listOf(text(200)).exactOptional().describe('Names of outlets or hosts.'),
      country: listOf(country).exactOptional(),
      language: listOf(z.string().regex(/^[a-z]{2}$/))
        .exactOptional()
        .describe('ISO 639-1.'),
    })
    .exactOptional()
    .describe('Who would report it; every source that is read unless given.'),
  tells: z
    .record(id, strength)
    .exactOptional()
    .describe(
      'By hypothesis: how much more often than usual it is seen where that one holds, among those of the same answer.',
    ),
  partOf: z.string().exactOptional().describe('Id of the indicator of which it is a special case.'),
  endedByOutcome: z
    .boolean()
    .exactOptional()
    .describe('Whether what was seen before the latest outcome no longer counts.'),
});

const window = z.strictObject({
  id,
  title: text(200),
  why: text(2_000),
  day: z
    .string()
    .exactOptional()
    .describe('--01-03 for every year, or one day: 2021-01-03. Left out where `after` is given.'),
  after: z
    .strictObject({
      match: listOf(pattern).describe('Incidents from which the days are counted: one of them must fit.'),
      days: z
        .array(z.number().int().min(1).max(3_660))
        .min(1)
        .max(20)
        .exactOptional()
        .describe('So many days after.'),
      everyYear: z.boolean().exactOptional().describe('The same day of each year.'),
      total: z.number().int().min(1).max(20).default(2).describe('Origins that such an incident needs.'),
    })
    .exactOptional()
    .describe('Days that follow from incidents which are dated to a day.'),
  since: z.string().exactOptional().describe('Not before this day.'),
  lead: z.number().int().min(0).max(365).describe('It counts from so many days before.'),
  strength: z.enum(STRENGTH_NAMES),
  match: listOf(pattern).describe('It counts only where a report names it.'),
});

/** The form of a problem file; what it cannot say is checked in `checks.ts`. */
export const problemSchema = z.strictObject({
  id,
  title: text(200),
  question: text(500).describe('A question that can be settled with yes or no.'),
  horizons: z.array(z.number().int().min(1).max(365)).min(1).max(10).describe('Days, ascending.'),
  outcome: z.strictObject({
    match: listOf(pattern).describe('An incident that answers yes: one of them must fit.'),
    confirmed: z.number().int().min(1).max(20).default(1).describe('So many confirmed origins …'),
    total: z.number().int().min(1).max(20).default(2).describe('… or so many in all.'),
    grace: z.number().int().min(0).max(60).default(3).describe('Days for reports to come in.'),
    settledBy: phrases
      .exactOptional()
      .describe(
        'Outlets, bodies or offices one of whose own word settles it, whatever the number of origins.',
      ),
  }),
  hypotheses: z
    .array(
      z.strictObject({
        id,
        title: text(200),
        why: text(2_000),
        answer: z.enum(['yes', 'no']),
        share: z.number().positive().max(1_000).default(1).describe('Weight among those of the same answer.'),
      }),
    )
    .max(20)
    .default([])
    .describe('Explanations between which the evidence is to decide.'),
  ladder: z
    .strictObject({
      sides: z
        .array(
          z.strictObject({
            id,
            title: text(200),
            is: party,
            also: listOf(party).exactOptional().describe('Others that belong to it: one of them must hold.'),
          }),
        )
        .length(2),
      outcome: id
        .exactOptional()
        .describe('Side whose deed an outcome is taken for where no text names who did it.'),
      rungs: z
        .array(z.strictObject({ title: text(200), match: listOf(pattern) }))
        .min(2)
        .max(20)
        .describe('Lowest first.'),
      reply: days.describe(
        'Days within which a step is taken for the reply to the last one of the other side.',
      ),
    })
    .exactOptional()
    .describe('What two sides do to each other, step by step.'),
  baseRate: z.strictObject({
    halfLife: days.describe('Days after which a past incident counts half.'),
    prior: z
      .strictObject({ incidents: z.number().positive().max(1_000), days })
      .describe('What is assumed before anything is known: so many incidents in so many days.'),
    history: z
      .strictObject({
        cameo: listOf(cameo).exactOptional(),
        actor: phrases.exactOptional(),
        recipient: phrases.exactOptional(),
        place: places.exactOptional(),
      })
      .describe('Rows of imported history that count; fields that are given must all hold.'),
    pair: z
      .strictObject({
        source: listOf(text(120)).describe('Who acts: ISO 3166-1 codes of countries, names of others.'),
        target: listOf(text(120)).describe('Whom it is done to.'),
        roots: listOf(z.string().regex(/^(0[1-9]|1\d|20)$/u, 'is no CAMEO root, 01 to 20')).describe(
          'CAMEO roots of what is asked about, such as 18, 19 and 20 for violence.',
        ),
      })
      .describe(
        'The pair of actors that the question is about. Where events were imported (tocsin events import), the base rate is made from what passed between all pairs.',
      )
      .exactOptional(),
  }),
  indicators: z.array(indicator).min(1).max(100),
  windows: z.array(window).max(50).default([]),
  levels: z.strictObject({
    horizon: z.number().int().describe('Horizon whose probability sets the level.'),
    consequence: z.number().positive().max(1).describe('By which the probability is multiplied.'),
    guarded: z.number().positive().max(1),
    elevated: z.number().positive().max(1),
    high: z.number().positive().max(1),
    critical: z.number().positive().max(1),
    hysteresis: z
      .number()
      .min(0)
      .max(0.5)
      .default(0.05)
      .describe('How far below its threshold a level is left again.'),
  }),
  gaps: z.array(text(500)).max(50).default([]).describe('Ways in which it could be seen and is not yet.'),
  tell: z
    .array(z.strictObject({ at: level, who: text(200) }))
    .max(50)
    .default([])
    .describe('Who is told, and from which level on: a post or a desk, no address.'),
  tlp: z.enum(MARKINGS).default('CLEAR'),
});

/** What a problem file holds, before what needs the file itself is added. */
export type ProblemForm = z.output<typeof problemSchema>;

/** The JSON Schema of problem files, for editors: `data/problems/problem.schema.json`. */
export function makeProblemJsonSchema(): object {
  return {
    ...z.toJSONSchema(problemSchema, { io: 'input', reused: 'ref' }),
    $id: 'https://tocsin.invalid/problem.schema.json',
    title: 'Tocsin warning problem',
  };
}
