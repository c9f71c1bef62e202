import type { SetAside } from '../../model/correction.ts';
import type { ForecastRecord } from '../../model/desk.ts';
import type { Assessment } from '../../model/forecast.ts';
import type { InformationGrade, SourceGrade } from '../../model/grade.ts';
import type { Incident } from '../../model/incident.ts';
import type { Problem } from '../../model/problem.ts';
import type { ClaimRef, Report } from '../../model/report.ts';

/** What was thought at the instant with which a brief compares. */
export interface Earlier {
  readonly assessment: Assessment;
  /** The same incidents, as they were told then. */
  readonly incidents: readonly Incident[];
  /** What has been set aside since: corrected by its publisher or rejected by the desk. */
  readonly setAside: readonly SetAside[];
}

/** Everything that a brief may say, and all that the lint holds it against. */
export interface BriefFacts {
  readonly assessment: Assessment;
  readonly problem: Problem;
  /** What stands as of the instant: the cited texts. */
  readonly reports: readonly Report[];
  /** Incidents whose figures, places, days and doers are told where they differ. */
  readonly incidents: readonly Incident[];
  readonly earlier?: Earlier;
  readonly record?: ForecastRecord;
  /** Marks of an outlet by its name, and of a claim; absent where nobody grades. */
  readonly grades?: {
    findSource(outlet: string): SourceGrade | undefined;
    gradeClaim(claim: Pick<ClaimRef, 'document' | 'claim'>): InformationGrade | undefined;
  };
}
