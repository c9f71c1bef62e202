import type { Alert, Signed } from '../../model/alert.ts';
import type { Brief } from '../../model/brief.ts';
import type { Confidence } from '../../model/forecast.ts';
import { type Marking, readMarking } from '../../model/marking.ts';
import type { Probability } from '../../model/probability.ts';
import type { Level } from '../../model/problem.ts';
import type { ClaimRef } from '../../model/report.ts';
import { nameClaim } from '../brief/references.ts';

/** A claim with where its page is to be found. */
export interface CitedClaim extends ClaimRef {
  readonly url?: string;
  /** ISO 8601 instant at which the page was seen. */
  readonly seen: string;
}

/** What an alert and a brief have in common, for formats that tell of either. */
export interface Warning {
  /** The same for all versions of it. */
  readonly id: string;
  readonly problem: string;
  readonly title: string;
  readonly question: string;
  readonly level: Level;
  readonly horizon: number;
  readonly probability: Probability;
  readonly baseRate: Probability;
  readonly confidence?: Confidence;
  /** ISO 8601 instants: of its first version, and of this one. */
  readonly created: string;
  readonly modified: string;
  readonly asOf: string;
  /** True where it holds no longer. */
  readonly isOver: boolean;
  /** Ledger entry that it tells of. */
  readonly forecast?: string;
  readonly reasons: readonly {
    /** `for`, `against`, or the heading of a section. */
    readonly heading: string;
    readonly text: string;
    /** `sha256:…#c1`. */
    readonly claims: readonly string[];
  }[];
  readonly tlp: Marking;
  readonly engine: string;
}

export function warnOfAlert({ content: alert }: Pick<Signed<Alert>, 'content'>): Warning {
  const { id, problem, title, question, level, horizon, probability, baseRate, confidence } = alert;
  return {
    ...{ id, problem, title, question, level, horizon, probability, baseRate },
    ...(confidence === undefined ? {} : { confidence }),
    created: alert.earlier?.[0]?.issued ?? alert.issued,
    modified: alert.issued,
    asOf: alert.asOf,
    isOver: level === 'normal',
    forecast: alert.forecast,
    reasons: alert.reasons.map(({ direction, text, claims }) => ({ heading: direction, text, claims })),
    tlp: readMarking(alert.tlp),
    engine: alert.engine,
  };
}

export function warnOfBrief(brief: Brief): Warning {
  const { assessment, problem, title, question, asOf, engine } = brief;
  const { horizons, leading, level, confidence } = assessment;
  const { probability, baseRate } = horizons.find(({ days }) => days === leading) ?? horizons[0]!;
  return {
    ...{ id: `brief ${problem} ${asOf}`, problem, title, question, level, horizon: leading },
    ...{ probability, baseRate, confidence, created: asOf, modified: asOf, asOf, engine },
    isOver: false,
    reasons: brief.sections.flatMap(({ heading, sentences }) =>
      sentences.map(({ text, claims }) => ({ heading, text, claims: claims.map(nameClaim) })),
    ),
    tlp: readMarking(brief.tlp),
  };
}
