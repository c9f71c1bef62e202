import type { Document } from '../model/document.ts';
import { makeAddress } from './address.ts';

/** What a reading says about where it comes from: enough to choose between two of the same page. */
export interface ReadingOrigin {
  /** Program and version: `tocsin 0.1.0`. */
  readonly engine: string;
  readonly document: Pick<Document, 'outlet' | 'outletEvidence' | 'published' | 'publishedEvidence' | 'url'>;
}

/** Evidence of what the person who handed the page in vouches for. */
const GIVEN = 'given';

/**
 * Whether a reading should take the place of the one kept: made by a newer engine, or with an outlet, a date
 * or an address that somebody vouches for and the kept one lacks. An equal engine reading the same page says the same
 * again.
 */
export function takesPrecedence(
  offered: ReadingOrigin & { readonly isUrlGiven?: boolean },
  kept: ReadingOrigin,
): boolean {
  const order = compareEngines(offered.engine, kept.engine);
  if (order !== 0) return order > 0;
  const { document: now } = offered;
  const { document: before } = kept;
  return (
    (now.publishedEvidence === GIVEN && now.published !== before.published) ||
    (now.outletEvidence === GIVEN && now.outlet !== before.outlet) ||
    (offered.isUrlGiven === true && !isSameAddress(now.url, before.url))
  );
}

function isSameAddress(now: string | undefined, before: string | undefined): boolean {
  if (now === undefined || before === undefined) return now === before;
  return makeAddress({ url: now }) === makeAddress({ url: before });
}

/**
 * Positive where the first engine is the newer. Versions of one program compare by their numbers, a
 * pre-release before its release; of two programs the one offered now (the first) counts as newer.
 *
 * @example
 * compareEngines('tocsin 0.10.0', 'tocsin 0.9.2'); // 1
 */
export function compareEngines(offered: string, kept: string): number {
  if (offered === kept) return 0;
  const now = parseEngine(offered);
  const before = parseEngine(kept);
  if (!now || !before || now.name !== before.name) return 1;
  for (let part = 0; part < 3; part++) {
    const difference = (now.numbers[part] ?? 0) - (before.numbers[part] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  if (now.rest === before.rest) return 0;
  if (now.rest === '' || before.rest === '') return now.rest === '' ? 1 : -1;
  return now.rest > before.rest ? 1 : -1;
}

const ENGINE = /^(\S{1,100}) v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(\S{0,100})$/u;

function parseEngine(engine: string) {
  const match = ENGINE.exec(engine);
  if (!match) return undefined;
  const [, name, major, minor, patch, rest = ''] = match;
  return { name, numbers: [Number(major), Number(minor), Number(patch)], rest: rest.split('+', 1)[0] ?? '' };
}
