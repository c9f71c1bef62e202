import { type Audience, type Marking, readMarking } from '../model/marking.ts';

/**
 * Whom each marking may reach (TLP 2.0). What is meant for particular persons (RED) or for one organisation (AMBER+STRICT) goes out by
 * no channel of its own: people of the desk hand it on.
 */
export const MAY_REACH: Readonly<Record<Marking, readonly Audience[]>> = {
  CLEAR: ['public', 'recipients', 'desk'],
  GREEN: ['recipients', 'desk'],
  AMBER: ['recipients', 'desk'],
  'AMBER+STRICT': ['desk'],
  RED: ['desk'],
};

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  public: 'the public',
  recipients: 'recipients outside the desk',
  desk: 'the desk',
};

/** Something is not to leave by this way: says what and where it may go. */
export class MarkingError extends Error {
  override readonly name = 'MarkingError';
}

/**
 * Why something with this marking may not reach these people; undefined where it may.
 *
 * @example
 * findMarkingFault('AMBER', 'public'); // 'TLP:AMBER may not reach the public; it may reach recipients outside the desk, the desk'
 */
export function findMarkingFault(tlp: string, audience: Audience): string | undefined {
  const marking = readMarking(tlp);
  const allowed = MAY_REACH[marking];
  if (allowed.includes(audience)) return undefined;
  const others = allowed.map((each) => AUDIENCE_WORDS[each]).join(', ');
  return `TLP:${marking} may not reach ${AUDIENCE_WORDS[audience]}; it may reach ${others}`;
}

/** @throws MarkingError where it may not. */
export function checkMarking(tlp: string, audience: Audience): void {
  const fault = findMarkingFault(tlp, audience);
  if (fault !== undefined) throw new MarkingError(fault);
}

/** How far whoever gets it may pass it on, in the words that stand beside the label. */
export const MARKING_MEANS: Readonly<Record<Marking, string>> = {
  CLEAR: 'may be passed on without limit',
  GREEN: 'may be passed on within the community, not in public',
  AMBER: 'may be passed on to those in the own organisation and its clients who need to know',
  'AMBER+STRICT': 'may be passed on to those in the own organisation who need to know',
  RED: 'for the eyes and ears of the individual recipients alone',
};

/** As it is written before and after what it marks. */
export function formatMarking(tlp: string): string {
  return `TLP:${readMarking(tlp)}`;
}
