import type { Report } from '../../model/report.ts';
import { findCut } from '../report/cut.ts';
import { collectAnew, type ToldByIncident } from './collect-told.ts';
import { CutTold } from './cut-told.ts';

export type { ToldByIncident, ToldMention } from './collect-told.ts';

interface Kept {
  /** Number of reports that were gone through: a list that has grown since is gone through again. */
  readonly of: number;
  readonly told: ToldByIncident;
}

/** By the list of reports: much is asked of one picture. */
const kept = new WeakMap<readonly Report[], Kept>();

/**
 * All mentions of each incident, by time of publication and place in the text. They are put together once for each list of reports; of
 * incidents that are told of as in a fuller picture, the lists are that picture's.
 */
export function collectMentions(reports: readonly Report[]): ToldByIncident {
  const before = kept.get(reports);
  if (before?.of === reports.length) return before.told;
  const cut = findCut(reports);
  const told = cut === undefined ? collectAnew(reports) : new CutTold(cut, collectMentions(cut.whole));
  kept.set(reports, { of: reports.length, told });
  return told;
}
