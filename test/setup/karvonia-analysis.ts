import type { Desk } from '../../src/model/desk.ts';
import type { Matrix } from '../../src/model/forecast.ts';
import type { Ladder } from '../../src/model/ladder.ts';
import { karvonia } from './case-karvonia.ts';
import { KNOWN_SINCE, karvoniaDesk, RAID, READINESS, refer } from './karvonia-desk.ts';

/* Hypotheses and a ladder of the made-up case, written by hand as the analysis could give them. */

const warning = karvonia.warning.reading;

const matrix: Matrix = {
  hypotheses: [
    {
      id: 'revenge',
      title: 'Revenge for Lenk',
      why: 'The Front promised it.',
      answer: 'yes',
      prior: 0.04,
      posterior: 0.27,
    },
    { id: 'routine', title: 'One raid among many', why: 'They come in series.', answer: 'yes', prior: 0.08, posterior: 0.14 },
    { id: 'show', title: 'A show of force', why: 'To be seen is enough.', answer: 'no', prior: 0.88, posterior: 0.59 },
  ],
  rows: [
    { id: 'preparation', title: 'Preparation of an attack is reported', state: 'observed', cells: [1.6, 1.0, 0], diagnosticity: 1.6 },
    { id: 'harbour-raid', title: 'Anniversary of the harbour raid', state: 'observed', cells: [1.1, -0.3, 0], diagnosticity: 1.8 },
    { id: 'no-order-to-leave', title: 'Those threatened stay', state: 'observed', cells: [-0.2, -0.2, 0], diagnosticity: 0.2 },
    { id: 'claim', title: 'A group claims an attack beforehand', state: 'not observed', cells: [0, 0, 0], diagnosticity: 1.66 },
  ],
  next: [{ id: 'claim', title: 'A group claims an attack beforehand', gain: 0.104, ifSeen: 0.69 }],
}; // biome-ignore format: a table

const ladder: Ladder = {
  sides: [
    { id: 'force', title: 'Allied force' },
    { id: 'front', title: 'Free Coast Front and militias' },
  ],
  rungs: ['Threat', 'Forces readied', 'Attack'],
  steps: [
    { incident: 'i0000000000f1', title: '<img src=x onerror=alert(1)>', day: '2031-05-04', side: 'force', rung: 3, claims: [refer(warning, 'c11')] },
    {
      incident: RAID, title: 'Rockets hit the harbour district', day: '2031-05-09', side: 'front', assumed: true, rung: 3, claims: [refer(warning, 'c6')],
      answers: { incident: 'i0000000000f1', lag: 5, change: 0, said: true },
    },
    {
      incident: READINESS, title: 'Militias raise their readiness', day: '2031-05-15', side: 'front', rung: 2, claims: [refer(warning, 'c1')],
    },
  ],
  notes: ['1 incident fits a rung and has no known day.'],
  due: { incident: READINESS, side: 'force', days: 7 },
}; // biome-ignore format: a table

/** The desk of the case, with both. */
export const analysedDesk: Desk = {
  ...karvoniaDesk,
  getAssessment: async (id, asOf) => {
    const assessment = await karvoniaDesk.getAssessment(id, asOf);
    if (assessment === undefined || assessment.asOf < KNOWN_SINCE) return assessment;
    return { ...assessment, matrix, ladder };
  },
};
