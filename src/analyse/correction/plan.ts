import type { Cause, SetAside } from '../../model/correction.ts';
import type { Figure } from '../../model/event.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { inheritTrace } from '../origin/access.ts';
import { makeClaimRef } from '../report/claim-ref.ts';

/** What of one report is set aside, by the statement, mention or figure itself. */
interface Parts {
  readonly claims: Map<Statement, Cause>;
  readonly events: Map<Mention, Cause>;
  readonly figures: Map<Figure, Cause>;
}

/** A statement or one event of it. */
export interface Part {
  readonly report: Report;
  readonly statement: Statement;
  readonly mention?: Mention;
}

/**
 * Collects what is to be set aside, and why. The first cause of each thing stays; nothing is taken out of the reports
 * themselves, which never change.
 */
export class Plan {
  readonly #parts = new Map<Report, Parts>();
  /** Documents that are left out whole. */
  readonly #documents = new Set<Report>();

  /** Sets aside a claim, or one event of it. Answers whether that is new. */
  add({ report, statement, mention }: Part, cause: Cause): boolean {
    if (this.has({ report, statement, ...(mention === undefined ? {} : { mention }) })) return false;
    const parts = this.#get(report);
    if (mention === undefined) parts.claims.set(statement, cause);
    else parts.events.set(mention, cause);
    return true;
  }

  addFigure(report: Report, figure: Figure, cause: Cause): void {
    const { figures } = this.#get(report);
    if (!figures.has(figure)) figures.set(figure, cause);
  }

  addDocument(report: Report, cause: Cause): void {
    this.#documents.add(report);
    for (const statement of report.statements) this.add({ report, statement }, cause);
  }

  has({ report, statement, mention }: Part): boolean {
    const parts = this.#parts.get(report);
    if (parts === undefined) return false;
    return parts.claims.has(statement) || (mention !== undefined && parts.events.has(mention));
  }

  /** Whether anything of a report is set aside. */
  touches(report: Report): boolean {
    return this.#parts.has(report);
  }

  /** Why something is set aside that is. */
  findCause({ report, statement, mention }: Part): Cause {
    const parts = this.#parts.get(report);
    const cause = parts?.claims.get(statement) ?? (mention && parts?.events.get(mention));
    if (cause === undefined) throw new RangeError(`claim ${statement.claim} is not set aside`);
    return cause;
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0 && this.#documents.size === 0;
  }

  /** The reports without what is set aside; those of which nothing is, as they are. */
  apply(reports: readonly Report[]): readonly Report[] {
    if (this.isEmpty) return reports;
    return reports.flatMap((report) => {
      if (this.#documents.has(report)) return [];
      const parts = this.#parts.get(report);
      return parts === undefined ? [report] : [cut(report, parts)];
    });
  }

  /** Everything that is set aside, in the order of the reports and of their texts. */
  list(reports: readonly Report[]): readonly SetAside[] {
    if (this.isEmpty) return [];
    return reports.flatMap((report) => {
      const parts = this.#parts.get(report);
      return parts === undefined ? [] : report.statements.flatMap((each) => describe(report, each, parts));
    });
  }

  #get(report: Report): Parts {
    const known = this.#parts.get(report);
    if (known !== undefined) return known;
    const made: Parts = { claims: new Map(), events: new Map(), figures: new Map() };
    this.#parts.set(report, made);
    return made;
  }
}

/** A claim all of whose events are set aside is so too: it told of nothing else. */
function findWhole(statement: Statement, { claims, events }: Parts): Cause | undefined {
  const own = claims.get(statement);
  if (own !== undefined || statement.mentions.length === 0) return own;
  return statement.mentions.every((mention) => events.has(mention))
    ? events.get(statement.mentions[0]!)
    : undefined;
}

function describe(report: Report, statement: Statement, parts: Parts): readonly SetAside[] {
  const claim = makeClaimRef(report, statement);
  const make = (given: Omit<SetAside, 'claim' | 'story'>): SetAside => ({
    ...given,
    claim,
    story: report.story,
  });
  const whole = findWhole(statement, parts);
  if (whole !== undefined)
    return [make({ part: 'claim', incidents: listIncidents(statement.mentions), cause: whole })];
  return statement.mentions.flatMap((mention) => {
    const incidents = listIncidents([mention]);
    const cause = parts.events.get(mention);
    if (cause !== undefined) return [make({ part: 'event', incidents, cause })];
    return mention.figures.flatMap((figure) => {
      const why = parts.figures.get(figure);
      const { of, value } = figure;
      return why === undefined
        ? []
        : [make({ part: 'figure', incidents, figure: { of, value }, cause: why })];
    });
  });
}

function listIncidents(mentions: readonly Mention[]): readonly string[] {
  return [...new Set(mentions.flatMap(({ incident }) => incident ?? []))];
}

/** Reports cut before, by what was cut: views keep much with a report, and ask for the same again and again. */
const made = new WeakMap<Report, Map<string, Report>>();
/** Ways of cutting one report that are remembered: as of so many instants. */
const MOST = 16;

function cut(report: Report, parts: Parts): Report {
  const name = nameCut(report, parts);
  const known = made.get(report) ?? new Map<string, Report>();
  made.set(report, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const statements = report.statements.flatMap((statement) => {
    if (findWhole(statement, parts) !== undefined) return [];
    const mentions = statement.mentions.flatMap((mention) => {
      if (parts.events.has(mention)) return [];
      const figures = mention.figures.filter((figure) => !parts.figures.has(figure));
      return figures.length === mention.figures.length ? [mention] : [{ ...mention, figures }];
    });
    return [{ ...statement, mentions }];
  });
  const cutReport: Report = { ...report, statements };
  inheritTrace(cutReport, report);
  if (known.size >= MOST) known.clear();
  known.set(name, cutReport);
  return cutReport;
}

function nameCut(report: Report, { claims, events, figures }: Parts): string {
  const names: string[] = [];
  for (const [at, statement] of report.statements.entries()) {
    if (claims.has(statement)) names.push(`${at}`);
    for (const [of, mention] of statement.mentions.entries()) {
      if (events.has(mention)) names.push(`${at}.${of}`);
      for (const [figure, each] of mention.figures.entries())
        if (figures.has(each)) names.push(`${at}.${of}.${figure}`);
    }
  }
  return names.join(' ');
}
