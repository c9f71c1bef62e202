import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { karvonia } from './case-karvonia.ts';

/* A desk of several people over the made-up case, with a problem that stands at elevated. */

export const DOCUMENT = karvonia.warning.reading.document.id;
export const CLAIM = `${DOCUMENT}#c1`;

const PROBLEM = `
id: karvonia
title: Allied mission in Karvonia
question: Will it be attacked?
horizons: [30]
outcome: { match: [{ event: [ASSAULT], words: ["never said"] }] }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: { place: [Port Sarrat] } }
indicators:
  - { id: officials, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, match: [{ stance: [fears, warns] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.1, elevated: 0.2, high: 0.88, critical: 0.89 }
`;

/** A data folder with that problem in it. */
export function makeProblemFolder(): { readonly data: string; readonly remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), 'tocsin-together-'));
  mkdirSync(join(data, 'problems'));
  writeFileSync(join(data, 'problems', 'karvonia.yaml'), PROBLEM);
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
}

/** Each time a second later. */
export function makeClock(): () => string {
  let second = 0;
  return () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + second++ * 1000).toISOString();
}
