/** Labels of the Traffic Light Protocol 2.0, widest first. */
export const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Marking = (typeof MARKINGS)[number];

/**
 * A marking however it is written; undefined where it is none.
 *
 * @example
 * parseMarking('tlp:amber+strict'); // 'AMBER+STRICT'
 */
export function parseMarking(text: string): Marking | undefined {
  const name = text.trim().toUpperCase().replace(/^TLP:/, '');
  return MARKINGS.find((each) => each === name);
}

/** A marking that was kept; what is none counts as the strictest, so that nothing leaves by mistake. */
export function readMarking(text: string): Marking {
  return parseMarking(text) ?? 'RED';
}

/** Whether the first lets it go further than the second. */
export function isWider(marking: Marking, other: Marking): boolean {
  return MARKINGS.indexOf(marking) < MARKINGS.indexOf(other);
}

/** The strictest of them; `CLEAR` where there is none. */
export function findStrictest(markings: readonly Marking[]): Marking {
  return markings.reduce((strictest, each) => (isWider(strictest, each) ? each : strictest), 'CLEAR');
}

/**
 * Whom something reaches. `public`: anybody, as by a public feed or channel. `recipients`: those outside the desk whom it has chosen.
 * `desk`: those who work here.
 */
export const AUDIENCES = ['public', 'recipients', 'desk'] as const;
export type Audience = (typeof AUDIENCES)[number];
