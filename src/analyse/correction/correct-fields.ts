import type { Corrected } from '../../model/correction.ts';
import type { Realis } from '../../model/event.ts';
import { type FieldCorrection, NONE } from '../../model/field-correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';
import { inheritTrace } from '../origin/access.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { findJudged, groupByDocument, isSame, isSameEvent, type Known } from './judged.ts';
import { makeRejection } from './rejection.ts';

/** Reports with their fields as people of the desk put them right. */
export interface CorrectedReports {
  readonly reports: readonly Report[];
  readonly corrected: readonly Corrected[];
}

/** A correction with the judgement that it came by. */
interface Change {
  readonly judgement: Judgement;
  readonly correction: FieldCorrection;
  /** The event, as the person had it before them; absent where a field of the claim is corrected. */
  readonly event?: Mention;
}

/**
 * Reads fields as people of the desk said that they should be read: of what stands, by its words, so that a later version or a
 * newer reading that says the same is corrected with it. Of two corrections of one field the later holds. Incidents stay as they
 * were put together: whoever finds that another happening is meant splits or merges.
 *
 * @param judgements Those that hold (`chooseStanding`).
 */
export function correctFields(known: Known, judgements: readonly Judgement[]): CorrectedReports {
  const corrections = judgements.filter(({ correction }) => correction !== undefined);
  if (corrections.length === 0) return { reports: known.newest, corrected: [] };
  const changes = listChanges(known, corrections);
  const corrected: Corrected[] = [];
  const reports = known.newest.map((report) => {
    const own = changes.get(report);
    if (own === undefined) return report;
    const other = change(report, own);
    for (const [statement, list] of own) corrected.push(...describe(other, statement, list));
    return other;
  });
  return { reports, corrected };
}

type ReportChanges = ReadonlyMap<Statement, readonly Change[]>;

function listChanges(
  known: Known,
  corrections: readonly Judgement[],
): ReadonlyMap<Report, Map<Statement, Change[]>> {
  const bySeries = new Map(known.newest.map((report) => [report.series, report]));
  const byDocument = groupByDocument(known.all, corrections);
  const changes = new Map<Report, Map<Statement, Change[]>>();
  for (const judgement of corrections) {
    const { of, made, correction } = judgement;
    if (of.type !== 'claim' || correction === undefined) continue;
    const judged = findJudged(byDocument.get(of.document) ?? [], made);
    const report = judged && bySeries.get(judged.series);
    const meant = judged?.statements.find(({ claim }) => claim === of.claim);
    if (judged === undefined || report === undefined || meant === undefined) continue;
    const event = meant.mentions.find((mention) => mention.event === of.event);
    if (of.event !== undefined && event === undefined) continue;
    const own = changes.get(report) ?? new Map<Statement, Change[]>();
    for (const statement of report.statements) {
      if (!isSame(statement, meant, { report, judged })) continue;
      const list = own.get(statement) ?? [];
      list.push({ judgement, correction, ...(event === undefined ? {} : { event }) });
      own.set(statement, list);
    }
    if (own.size > 0) changes.set(report, own);
  }
  return changes;
}

/** Reports corrected before, by their corrections: views keep much with a report, and ask for the same again and again. */
const made = new WeakMap<Report, Map<string, Report>>();
/** Ways of correcting one report that are remembered: as of so many instants. */
const MOST = 16;

function change(report: Report, changes: ReportChanges): Report {
  const name = [...changes]
    .map(([{ claim }, list]) => `${claim} ${list.map(({ judgement }) => judgement.id).join(' ')}`)
    .join('; ');
  const known = made.get(report) ?? new Map<string, Report>();
  made.set(report, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const other: Report = {
    ...report,
    statements: report.statements.map((statement) =>
      (changes.get(statement) ?? []).reduce(correctStatement, statement),
    ),
  };
  inheritTrace(other, report);
  if (known.size >= MOST) known.clear();
  known.set(name, other);
  return other;
}

function correctStatement(statement: Statement, { correction, event }: Change): Statement {
  switch (correction.field) {
    case 'stance': {
      const { stance: _, ...rest } = statement;
      return correction.to === NONE ? rest : { ...statement, stance: correction.to };
    }
    case 'certainty':
      return { ...statement, certainty: correction.to };
    case 'chain':
      return { ...statement, chain: correction.to };
    default:
      return {
        ...statement,
        mentions: statement.mentions.map((mention) =>
          event !== undefined && isSameEvent(mention, event) ? correctMention(mention, correction) : mention,
        ),
      };
  }
}

/** How sure the text is of an event, where a person says which realis it has. */
const FACTUALITY: Readonly<Record<Realis, number>> = {
  occurred: 2,
  ongoing: 2,
  recurrent: 2,
  ordered: 1,
  prepared: 1,
  threatened: 1,
  expected: 1,
  possible: 0,
  conditional: 0,
  denied: -2,
  exercise: 2,
};

function correctMention(mention: Mention, correction: FieldCorrection): Mention {
  switch (correction.field) {
    case 'realis':
      return { ...mention, realis: correction.to, factuality: FACTUALITY[correction.to] };
    case 'time': {
      const { when: _, ...rest } = mention;
      return correction.to === NONE ? rest : { ...mention, when: correction.to };
    }
    case 'place': {
      const { where: _, ...rest } = mention;
      return correction.to === NONE ? rest : { ...mention, where: correction.to };
    }
    case 'actor':
      return { ...mention, actors: correction.to };
    case 'recipient':
      return { ...mention, recipients: correction.to };
    default:
      return mention;
  }
}

/** What was put right of a statement: of each field the correction that holds. */
function describe(report: Report, statement: Statement, changes: readonly Change[]): readonly Corrected[] {
  const last = new Map<string, Corrected>();
  for (const { judgement, correction, event } of changes) {
    const meant = event && statement.mentions.find((mention) => isSameEvent(mention, event));
    // What the page no longer tells of is corrected no more.
    if (event !== undefined && meant === undefined) continue;
    const mentions = meant === undefined ? statement.mentions : [meant];
    last.set(`${meant?.event} ${correction.field}`, {
      claim: makeClaimRef(report, statement),
      ...(meant === undefined ? {} : { event: meant.event }),
      incidents: [...new Set(mentions.flatMap(({ incident }) => incident ?? []))],
      correction,
      cause: makeRejection(judgement),
    });
  }
  return [...last.values()];
}
