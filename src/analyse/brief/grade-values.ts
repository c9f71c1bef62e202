import {
  CREDIBILITY_WORDS,
  type Credibility,
  RELIABILITY_WORDS,
  type SourceGrade,
} from '../../model/grade.ts';
import type { ClaimRef } from '../../model/report.ts';
import type { BriefFacts } from './facts.ts';
import type { Reason } from './reasons.ts';
import type { Values } from './values.ts';
import { cut, MOST_QUOTED, straighten } from './wording.ts';

/** Outlets whose letters are told. */
const MOST_SOURCES = 16;

/** Letters of the outlets and digits of what is said: two marks, never one. */
export function addGrades(values: Values, { grades }: BriefFacts, reasons: readonly Reason[]): void {
  if (grades === undefined) return;
  const graded = gradeSources(reasons, grades);
  for (const { claim, source, why } of graded) {
    const key = `source.${source.source}`;
    values.set(`${key}.grade`, { text: source.grade, rests: [claim] });
    values.set(`${key}.word`, { text: RELIABILITY_WORDS[source.grade], rests: [claim] });
    values.set(`${key}.reason`, { text: why, rests: [claim] });
  }
  const rests = graded.filter(({ source }) => isUnjudged(source)).map(({ claim }) => claim);
  values.set('unjudged.grade', { text: 'F', rests });
  values.set('unjudged.word', { text: RELIABILITY_WORDS.F, rests });
  for (const { key, grade, why, leads } of groupInformation(reasons, grades)) {
    values.set(`${key}.grade`, { text: grade, rests: leads });
    values.set(`${key}.word`, { text: CREDIBILITY_WORDS[grade], rests: leads });
    values.set(`${key}.reason`, { text: why, rests: leads });
  }
}

/** An outlet that is heard, with its mark and a claim of it. */
export interface GradedSource {
  readonly claim: ClaimRef;
  readonly source: SourceGrade;
  readonly why: string;
}

/** The outlets that are heard on what was seen, by their letters. */
export function gradeSources(
  reasons: readonly Reason[],
  grades: BriefFacts['grades'],
): readonly GradedSource[] {
  const found = new Map<string, GradedSource>();
  for (const claim of reasons.flatMap(({ claims }) => claims)) {
    const source = claim.outlet === undefined ? undefined : grades?.findSource(claim.outlet);
    if (source === undefined || found.has(source.source)) continue;
    const { set, reason } = source;
    const why = trim(set === undefined ? reason : `set by ${set.by}: ${set.note}`);
    found.set(source.source, { claim, source, why });
  }
  return [...found.values()]
    .toSorted((a, b) => a.source.grade.localeCompare(b.source.grade))
    .slice(0, MOST_SOURCES);
}

/** Whether too little has come out for a letter, and nobody has set one. */
export function isUnjudged({ grade, isSet }: SourceGrade): boolean {
  return grade === 'F' && !isSet;
}

/** What has the same digit for the same reason. */
export interface InformationGroup {
  readonly key: string;
  readonly grade: Credibility;
  readonly why: string;
  readonly reasons: readonly Reason[];
  /** Of each reason the claim that was graded. */
  readonly leads: readonly ClaimRef[];
}

/** What is said, by its digit and the reason for that; the most credible first. */
export function groupInformation(
  reasons: readonly Reason[],
  grades: BriefFacts['grades'],
): readonly InformationGroup[] {
  const groups = new Map<string, { grade: Credibility; why: string; reasons: Reason[]; leads: ClaimRef[] }>();
  for (const reason of reasons) {
    const lead = reason.tree.origins[0]?.claims[0] ?? reason.tree.reports[0]?.claims[0];
    const found = lead === undefined ? undefined : grades?.gradeClaim(lead);
    if (lead === undefined || found === undefined) continue;
    const { grade, set } = found;
    const why = trim(set === undefined ? found.reason : `set by ${set.by}: ${set.note}`);
    const group = groups.get(`${grade} ${why}`) ?? { grade, why, reasons: [], leads: [] };
    group.reasons.push(reason);
    group.leads.push(lead);
    groups.set(`${grade} ${why}`, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => a.grade.localeCompare(b.grade) || a.why.localeCompare(b.why))
    .map((group, index) => ({ key: `information.${index}`, ...group }));
}

/** Without the point at its end, and beginning in lower case: it stands in brackets. */
function trim(why: string): string {
  const text = cut(straighten(why).replace(/\.+$/, ''), MOST_QUOTED);
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
