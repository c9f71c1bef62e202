import type { Cause, RootCause, SetAside } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { indexReports, type ReportIndex } from '../report/report-index.ts';
import type { Standing } from './set-aside.ts';

/** The picture at two instants, with the judgements made by the later one, withdrawals too. */
export interface Compared {
  readonly before: Standing;
  readonly after: Standing;
  readonly judgements: readonly Judgement[];
  /** The later instant. */
  readonly asOf: string;
}

/** Claims by their keys (`makeClaimKey`) that a thing rested on and rests on. */
export interface Basis {
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Documents that put things together or apart, or did. */
  readonly documents?: readonly string[];
  /** The incident that it is, which people may have put together with others or apart. */
  readonly incident?: string;
}

/**
 * Tells why something rests on other claims than it did: what was set aside or counts again, which page has a new version,
 * which document came in.
 */
export class Causes {
  readonly #before: Lookup;
  readonly #after: Lookup;
  readonly #withdrawals: ReadonlyMap<string, Judgement>;

  constructor({ before, after, judgements }: Compared) {
    this.#before = lookUp(before);
    this.#after = lookUp(after);
    this.#withdrawals = new Map(
      judgements.flatMap((each) =>
        each.verdict === 'withdraw' && each.value !== undefined ? [[each.value, each] as const] : [],
      ),
    );
  }

  /** Each cause once, corrections before what merely came in. */
  find({ before, after, documents = [], incident }: Basis): readonly Cause[] {
    const causes = new Map<string, Cause>();
    const note = (cause: Cause | undefined) => {
      if (cause !== undefined) causes.set(nameCause(cause), cause);
    };
    for (const key of before) if (!after.has(key)) note(this.#findLoss(key));
    for (const key of after) {
      if (!before.has(key)) note(this.#findGain(key));
      // The claim stands, and a figure or event of it does not, or reads otherwise.
      else {
        for (const part of this.#after.partsOf(key)) if (!this.#before.hasPart(key, part)) note(part.cause);
        for (const cause of this.#findCorrections(key)) note(cause);
      }
    }
    for (const document of documents) note(this.#findDocument(document));
    if (incident !== undefined) for (const cause of this.#findMoves(incident)) note(cause);
    return [...causes.values()].sort((a, b) => rank(a) - rank(b) || (a.known < b.known ? -1 : 1));
  }

  /** Why a claim stands no longer. */
  #findLoss(key: string): Cause | undefined {
    const [part] = this.#after.partsOf(key);
    if (part !== undefined) return part.cause;
    const document = key.slice(0, key.indexOf('#'));
    const moved = this.#findMove(document);
    if (moved !== undefined) return moved;
    const series = this.#before.reports.find(document)?.series;
    const now = series === undefined ? undefined : this.#after.reports.findPage(series);
    if (now === undefined) return undefined;
    return now.document === document ? undefined : makeVersion(now);
  }

  /** Why a claim stands that did not. */
  #findGain(key: string): Cause | undefined {
    const [part] = this.#before.partsOf(key);
    if (part !== undefined) return this.#findWithdrawal(part.cause);
    const document = key.slice(0, key.indexOf('#'));
    const moved = this.#findMove(document);
    if (moved !== undefined) return moved;
    const now = this.#after.reports.find(document);
    if (now === undefined || this.#before.reports.find(now.document) !== undefined) return undefined;
    return this.#before.reports.findPage(now.series) !== undefined ? makeVersion(now) : makeArrival(now);
  }

  /** Which fields of a claim a person put right, or no longer. */
  #findCorrections(key: string): readonly (Cause | undefined)[] {
    return this.#compare(this.#before.listCorrections(key), this.#after.listCorrections(key));
  }

  /** What people decided on which mentions are of an incident. */
  #findMoves(incident: string): readonly (Cause | undefined)[] {
    return this.#compare(this.#before.listMoves(incident), this.#after.listMoves(incident));
  }

  /** Decisions that hold and did not, and who took back those that held. */
  #compare(then: readonly RootCause[], now: readonly RootCause[]): readonly (Cause | undefined)[] {
    const names = (causes: readonly RootCause[]) => new Set(causes.map(nameCause));
    const [were, are] = [names(then), names(now)];
    return [
      ...now.filter((cause) => !were.has(nameCause(cause))),
      ...then.filter((cause) => !are.has(nameCause(cause))).map((cause) => this.#findWithdrawal(cause)),
    ];
  }

  /** Why a document stands in another story. */
  #findMove(document: string): Cause | undefined {
    const [then, now] = [this.#before.moves.get(document), this.#after.moves.get(document)];
    if ((then && nameCause(then)) === (now && nameCause(now))) return undefined;
    return now ?? (then && this.#findWithdrawal(then));
  }

  /** Why a document counts that did not, or no longer does. */
  #findDocument(document: string): Cause | undefined {
    const now = this.#after.reports.find(document);
    if (now !== undefined && this.#before.reports.find(document) === undefined)
      return this.#after.findDocument(document) ?? makeArrival(now);
    return this.#after.findDocument(document);
  }

  #findWithdrawal(cause: Cause): Cause | undefined {
    const first = cause.type === 'repeats' ? cause.because : cause;
    const withdrawal = first.type === 'judgement' ? this.#withdrawals.get(first.judgement) : undefined;
    if (withdrawal === undefined) return undefined;
    const { id, by, note, made } = withdrawal;
    return { type: 'withdrawal', judgement: id, by, note, known: made };
  }
}

/** What stood as of one instant, to be looked up. */
export class Lookup {
  readonly reports: ReportIndex;
  /** Why documents stand in another story than they were grouped into. */
  readonly moves: ReadonlyMap<string, RootCause>;
  readonly #parts = new Map<string, SetAside[]>();
  readonly #incidentMoves: Standing['incidentMoves'];
  readonly #corrections = new Map<string, RootCause[]>();

  constructor({ reports, setAside, takenOut, corrected, incidentMoves }: Standing) {
    this.#incidentMoves = incidentMoves;
    for (const { claim, cause } of corrected) {
      const key = makeClaimKey(claim);
      this.#corrections.set(key, [...(this.#corrections.get(key) ?? []), cause]);
    }
    this.moves = new Map(takenOut.map(({ document, cause }) => [document, cause]));
    this.reports = indexReports(reports);
    for (const part of setAside) {
      const key = makeClaimKey(part.claim);
      const known = this.#parts.get(key);
      if (known === undefined) this.#parts.set(key, [part]);
      else known.push(part);
    }
  }

  /** Why something of a document is set aside. */
  findDocument(document: string): Cause | undefined {
    for (const [key, [part]] of this.#parts) if (key.startsWith(`${document}#`)) return part?.cause;
    return undefined;
  }

  listMoves(incident: string): readonly RootCause[] {
    return this.#incidentMoves
      .filter(({ from, to }) => from === incident || to === incident)
      .map(({ cause }) => cause);
  }

  listCorrections(key: string): readonly RootCause[] {
    return this.#corrections.get(key) ?? [];
  }

  partsOf(key: string): readonly SetAside[] {
    return this.#parts.get(key) ?? [];
  }

  hasPart(key: string, part: SetAside): boolean {
    return this.partsOf(key).some((each) => nameSetAside(each) === nameSetAside(part));
  }
}

const lookups = new WeakMap<Standing, Lookup>();

/** Made once for what stood as of an instant: pictures are compared again and again. */
export function lookUp(standing: Standing): Lookup {
  const known = lookups.get(standing) ?? new Lookup(standing);
  lookups.set(standing, known);
  return known;
}

/** One name for what of which claim is set aside. */
export function nameSetAside({ part, claim, incidents, figure }: SetAside): string {
  return `${part} ${makeClaimKey(claim)} ${incidents.join(' ')} ${figure?.of} ${figure?.value}`;
}

function makeVersion({ document, outlet, version, knownSince }: Report): Cause {
  const named = outlet === undefined ? {} : { outlet };
  return { type: 'version', document, version, ...named, known: knownSince };
}

function makeArrival({ document, outlet, knownSince }: Report): Cause {
  return {
    type: 'document',
    document,
    ...(outlet === undefined ? {} : { outlet }),
    known: knownSince,
  };
}

function nameCause(cause: Cause): string {
  if (cause.type === 'time') return cause.type;
  if ('judgement' in cause) return `${cause.type} ${cause.judgement}`;
  if (cause.type === 'repeats') return `repeats ${makeClaimKey(cause.claim)}`;
  return `${cause.type} ${cause.document} ${cause.type === 'note' ? cause.note.start : ''}`;
}

function rank({ type }: Cause): number {
  return type === 'time' ? 2 : type === 'document' ? 1 : 0;
}

/** Whether something was corrected, and not only added to. */
export function isCorrection({ type }: Cause): boolean {
  return type !== 'document' && type !== 'time';
}
