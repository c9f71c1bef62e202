import type { SetAside } from '../../model/correction.ts';
import type {
  Credibility,
  GradeChange,
  GradeDetail,
  GradedType,
  GradeList,
  InformationGrade,
  SourceMark,
  SourceRecord,
} from '../../model/grade.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { ClaimRef, Report, Statement } from '../../model/report.ts';
import type { OriginTree } from '../../model/story.ts';
import { findReach } from '../../text/instants.ts';
import { chooseStanding } from '../correction/standing.ts';
import { collectMentions } from '../incident/told.ts';
import { foldName } from '../origin/names.ts';
import { traceOrigins } from '../origin/origins.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { indexReports } from '../report/report-index.ts';
import { gradeClaim } from './claim.ts';
import { findDigit, findOn, type Weighed, weighIncident } from './findings.ts';
import { chooseLower, gradeAlone, type WorkedOut } from './information.ts';
import { listGradeChanges, SetGrades, type StandingGrade } from './log.ts';
import type { Worked } from './records.ts';
import { trackAsOf } from './tracked.ts';
import { makeOffice, makeOutlet, readVoice } from './voices.ts';

export interface GradesGiven {
  /** What stood as of the instant, without what was set aside. */
  readonly reports: readonly Report[];
  readonly setAside: readonly SetAside[];
  /** All judgements made by the instant, withdrawn or not. */
  readonly judgements: readonly Judgement[];
  /** ISO 8601: nothing later is known. */
  readonly asOf: string;
}

/**
 * The grades of sources and of information as of an instant. Both are worked out from the reports anew and kept side by side
 * with what people have set; the source's letter never enters the information's digit.
 *
 * @example
 * const grades = new Grades({ reports, setAside, judgements, asOf: '2020-12-23T23:59:59Z' });
 * grades.findSource('Harbour Wire')?.grade; // 'F'
 * grades.gradeIncident('i0a1b2c3d4e5f')?.grade; // '2'
 */
export class Grades {
  readonly #given: GradesGiven;
  readonly #set: SetGrades;
  readonly #until: number;
  #told: ReturnType<typeof collectMentions> | undefined;
  #sources: ReadonlyMap<string, SourceRecord> | undefined;

  constructor(given: GradesGiven) {
    this.#given = given;
    this.#until = findReach(given.asOf)?.last ?? Number.NEGATIVE_INFINITY;
    this.#set = new SetGrades(chooseStanding(given.judgements, given.asOf));
  }

  /** Those with most settled claims first, then those with most reports. */
  get sources(): readonly SourceRecord[] {
    return [...this.#records().values()];
  }

  /** A source by its key or by a name of it. */
  findSource(name: string): SourceRecord | undefined {
    const records = this.#records();
    const keys = [name, makeOutlet(name).key, makeOffice(name)?.key ?? ''];
    const known = keys.map((key) => records.get(key)).find((record) => record !== undefined);
    return known ?? this.sources.find((record) => foldName(record.name) === foldName(name));
  }

  /** Undefined where no report tells of it. */
  gradeIncident(id: string): InformationGrade | undefined {
    const told = this.#collect().get(id);
    if (told === undefined) return undefined;
    return apply(findOn(id, told, this.#until).information, this.#set.findIncident(id));
  }

  /** Undefined where no such claim stands. Of a claim on several incidents the least credible counts. */
  gradeClaim(id: Pick<ClaimRef, 'document' | 'claim'>): InformationGrade | undefined {
    const report = this.#findReport(id.document);
    const statement = report?.statements.find(({ claim }) => claim === id.claim);
    if (report === undefined || statement === undefined) return undefined;
    const incidents = new Set(statement.mentions.flatMap(({ incident }) => incident ?? []));
    const grades = [...incidents].flatMap((incident) => {
      const weighed = this.#weigh(incident);
      return weighed === undefined ? [] : (gradeClaim(id, weighed.matter, weighed.incident) ?? []);
    });
    const workedOut = grades.length === 0 ? gradeAlone({ report, statement }) : grades.reduce(chooseLower);
    const set = this.#set.findClaim(makeClaimKey(id));
    // Claims are numbered anew when a page is read anew: a grade is of the reading that the person had.
    const isOfThis = set !== undefined && Date.parse(report.knownSince) <= Date.parse(set.set.made);
    return apply(workedOut, isOfThis ? set : undefined);
  }

  /** The digit that was worked out for an incident, without what goes with it; undefined where no report tells of it. */
  findDigit(id: string): Credibility | undefined {
    const told = this.#collect().get(id);
    return told === undefined ? undefined : findDigit(id, told);
  }

  /** The digit that a person has set for a claim, or for the incident that it tells of; undefined where nobody has. */
  findSet(
    report: Report,
    { claim }: Pick<Statement, 'claim'>,
    incident: string | undefined,
  ): Credibility | undefined {
    const set = this.#set.findClaim(makeClaimKey({ document: report.document, claim }));
    const isOfThis = set !== undefined && Date.parse(report.knownSince) <= Date.parse(set.set.made);
    if (isOfThis) return set.value;
    return incident === undefined ? undefined : this.#set.findIncident(incident)?.value;
  }

  /** Sources that are heard in a tree, outlets first, each with its grade. */
  markSources(tree: OriginTree): readonly SourceMark[] {
    const outlets = tree.reports.flatMap(({ outlet }) =>
      outlet === undefined ? [] : makeOutlet(outlet).key,
    );
    const offices = tree.origins.flatMap(({ type, status, name }) =>
      type === 'office' && status === 'confirmed' ? (makeOffice(name)?.key ?? []) : [],
    );
    return this.#mark([...outlets, ...offices]);
  }

  /** Everything on the grade of one thing; undefined where there is no such thing (then). */
  detail(type: GradedType, of: string): GradeDetail | undefined {
    const { asOf } = this.#given;
    const base = { kind: 'grade', asOf, type } as const;
    if (type === 'source') {
      const source = this.findSource(of);
      if (source === undefined) return undefined;
      return { ...base, of: source.source, source, sources: [], log: this.#listLog(type, source.source) };
    }
    const rest = { ...base, of, log: this.#listLog(type, of) };
    if (type === 'incident') {
      const information = this.gradeIncident(of);
      const tree = this.#weigh(of)?.incident.tree;
      return information && tree && { ...rest, information, sources: this.markSources(tree) };
    }
    const [document = '', claim = ''] = of.split('#');
    const information = this.gradeClaim({ document: document as ClaimRef['document'], claim });
    return information && { ...rest, information, sources: this.#markClaim(document, claim) };
  }

  /** Sources by their grades, without the single claims; and who has changed any grade. */
  list({ limit, offset }: { readonly limit: number; readonly offset: number }): GradeList {
    const rows = this.sources.slice(offset, offset + limit).map(({ claims: _, ...grade }) => grade);
    return {
      kind: 'grades',
      asOf: this.#given.asOf,
      rows,
      total: this.sources.length,
      log: listGradeChanges(this.#given.judgements, this.#given.asOf),
    };
  }

  #listLog(type: GradedType, of: string): readonly GradeChange[] {
    const log = listGradeChanges(this.#given.judgements, this.#given.asOf);
    return log.filter((change) => change.type === type && change.of === of);
  }

  #markClaim(document: string, claim: string): readonly SourceMark[] {
    const report = this.#findReport(document);
    const statement = report?.statements.find((each) => each.claim === claim);
    if (report === undefined || statement === undefined) return [];
    return this.markSources(traceOrigins([{ report, statement }]));
  }

  #mark(keys: readonly string[]): readonly SourceMark[] {
    const records = this.#records();
    return [...new Set(keys)].flatMap((key) => {
      const record = records.get(key);
      if (record === undefined) return [];
      const { source, name, type, grade, isSet } = record;
      return { source, name, type, grade, isSet };
    });
  }

  #collect(): ReturnType<typeof collectMentions> {
    this.#told ??= collectMentions(this.#given.reports);
    return this.#told;
  }

  #findReport(document: string): Report | undefined {
    return indexReports(this.#given.reports).find(document);
  }

  #weigh(id: string): Weighed | undefined {
    const told = this.#collect().get(id);
    return told === undefined ? undefined : weighIncident(id, told);
  }

  #records(): ReadonlyMap<string, SourceRecord> {
    if (this.#sources !== undefined) return this.#sources;
    const { reports, setAside } = this.#given;
    const others = this.#set.listSources().map(readVoice);
    const worked = trackAsOf({ reports, setAside, others }, this.#until);
    const all = worked
      .map((record) => this.#overrule(record))
      .sort((a, b) => b.settled - a.settled || b.reports - a.reports || (a.source < b.source ? -1 : 1));
    this.#sources = new Map(all.map((record) => [record.source, record]));
    return this.#sources;
  }

  #overrule(worked: Worked): SourceRecord {
    const standing = this.#set.findSource(worked.source);
    if (standing === undefined) return { ...worked, grade: worked.workedOut, isSet: false };
    return { ...worked, grade: standing.value, isSet: true, set: standing.set };
  }
}

function apply(workedOut: WorkedOut, standing: StandingGrade<Credibility> | undefined): InformationGrade {
  return standing === undefined ? workedOut : { ...workedOut, grade: standing.value, set: standing.set };
}
