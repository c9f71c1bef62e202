import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CERTAINTIES, EVIDENCES, LINK_TYPES, POLARITIES, QUOTES, STANCES } from '../src/model/claim.ts';
import { ENTITY_TYPES, SECTORS } from '../src/model/entity.ts';
import { EVENT_TYPES, POSTURES, REALIS } from '../src/model/event.ts';
import { CONFIDENCES, INDICATOR_STATES } from '../src/model/forecast.ts';
import { CLAIM_OUTCOMES, CREDIBILITIES, RELIABILITIES } from '../src/model/grade.ts';
import {
  BEST_REASONS,
  DISTORTION_KINDS,
  FIGURE_RELATIONS,
  MOVEMENTS,
  VALUE_STATES,
} from '../src/model/incident.ts';
import { PLACE_PRECISIONS, PLACE_USES } from '../src/model/place.ts';
import { PROBABILITY_WORDS } from '../src/model/probability.ts';
import { LEVELS, STRENGTHS } from '../src/model/problem.ts';
import { ORIGIN_STATUSES, REPORT_ROLES } from '../src/model/story.ts';
import { TIME_PRECISIONS, TIME_TYPES } from '../src/model/time.ts';
import { parseTable } from '../src/text/table.ts';

const SETS: Readonly<Record<string, readonly string[]>> = {
  stance: STANCES,
  certainty: CERTAINTIES,
  polarity: POLARITIES,
  evidence: EVIDENCES,
  quote: QUOTES,
  link: LINK_TYPES,
  realis: REALIS,
  posture: POSTURES,
  time: TIME_TYPES,
  timePrecision: TIME_PRECISIONS,
  placePrecision: PLACE_PRECISIONS,
  placeUse: PLACE_USES,
  entity: ENTITY_TYPES,
  sector: SECTORS,
  event: EVENT_TYPES,
  origin: ORIGIN_STATUSES,
  role: REPORT_ROLES,
  figures: FIGURE_RELATIONS,
  valueState: VALUE_STATES,
  movement: MOVEMENTS,
  best: BEST_REASONS,
  distortion: DISTORTION_KINDS,
  reliability: RELIABILITIES,
  credibility: CREDIBILITIES,
  outcome: CLAIM_OUTCOMES,
  indicator: INDICATOR_STATES,
  probability: PROBABILITY_WORDS,
  confidence: CONFIDENCES,
  level: LEVELS,
  strength: Object.keys(STRENGTHS),
};

const rows = parseTable(readFileSync('data/terms.tsv', 'utf8'), 'data/terms.tsv', [
  'set',
  'value',
  'means',
  'example',
  'not',
]);

it.each(Object.entries(SETS))(
  'defines every value of %s once, with what is and what is not',
  (set, values) => {
    const defined = rows.filter((row) => row.cells.set === set).map((row) => row.cells.value!);
    expect(defined.toSorted()).toEqual([...values].toSorted());
  },
);

it('defines nothing that the model does not know', () => {
  expect(rows.filter((row) => SETS[row.cells.set!] === undefined)).toEqual([]);
});
