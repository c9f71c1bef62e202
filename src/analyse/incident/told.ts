import type { Report } from '../../model/report.ts';
import { collectAnew, type ToldByIncident } from './collect-told.ts';
import { deriveTold } from './derive-told.ts';

export type { ToldByIncident, ToldMention } from './collect-told.ts';

interface Kept {
  /** Number of reports that were gone through: a list that has grown since is gone through again. */
  readonly of: number;
  readonly told: ToldByIncident;
}

/** By the list of reports: much is asked of one picture. */
const kept = new WeakMap<readonly Report[], Kept>();
/** The fullest of the big pictures: those of other instants, and with a report more, have nearly all in common with it. */
let fullest: WeakRef<readonly Report[]> | undefined;
/** Reports from which on it pays to look for what is in common. */
const MANY = 500;

/**
 * All mentions of each incident, by time of publication and place in the text. They are put together once for each list of reports; of
 * incidents that are told of as in a picture before, the lists are that picture's.
 */
export function collectMentions(reports: readonly Report[]): ToldByIncident {
  const before = kept.get(reports);
  if (before?.of === reports.length) return before.told;
  const isBig = reports.length >= MANY;
  const other = isBig ? fullest?.deref() : undefined;
  const known = other && kept.get(other);
  const told =
    other === undefined || known?.of !== other.length
      ? collectAnew(reports)
      : deriveTold(reports, { reports: other, told: known.told });
  kept.set(reports, { of: reports.length, told });
  if (isBig && reports.length >= (other?.length ?? 0)) fullest = new WeakRef(reports);
  return told;
}
