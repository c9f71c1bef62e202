import type { Confidence } from '../../model/forecast.ts';
import type { Credibility } from '../../model/grade.ts';
import type { Marking } from '../../model/marking.ts';
import type { ProbabilityWord } from '../../model/probability.ts';

/*
 * What STIX 2.1 says in its own values: the scales of its appendix A, and the marking definitions that OASIS published for TLP 2.0.
 * docs/reference/formats.md repeats them, and a test compares.
 */

/** How good the evidence is: None / Low / Med / High. */
export const CONFIDENCE: Readonly<Record<Confidence, number>> = { low: 15, moderate: 50, high: 85 };

/** How sure it is that something will be so: the scale of the US DNI (ICD 203). */
export const LIKELIHOOD: Readonly<Record<ProbabilityWord, number>> = {
  'almost no chance': 5,
  'very unlikely': 15,
  unlikely: 30,
  'roughly even chance': 50,
  likely: 70,
  'very likely': 85,
  'almost certain': 95,
};

/** How credible it is that something has come about: Admiralty Credibility. What cannot be judged has none. */
export const CREDIBILITY: Readonly<Record<Credibility, number | undefined>> = {
  '1': 90,
  '2': 70,
  '3': 50,
  '4': 30,
  '5': 10,
  '6': undefined,
};

/** The same as an opinion on what is said. */
export const OPINION: Readonly<Record<Credibility, string | undefined>> = {
  '1': 'strongly-agree',
  '2': 'agree',
  '3': 'neutral',
  '4': 'disagree',
  '5': 'strongly-disagree',
  '6': undefined,
};

const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';

export const TLP_IDS: Readonly<Record<Marking, `marking-definition--${string}`>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The published object, which travels with whatever refers to it: STIX 2.1 itself knows only TLP 1.0. */
export function makeMarkingDefinition(marking: Marking) {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: TLP_IDS[marking],
    created: '2022-10-01T00:00:00.000Z',
    name: `TLP:${marking}`,
    extensions: {
      [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: marking.toLowerCase() },
    },
  } as const;
}
