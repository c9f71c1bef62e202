import { createHash } from 'node:crypto';
import { renderCap } from '../../disseminate/cap/cap.ts';
import { BYTE_ORDER_MARK, type Column, writeHead, writeRow } from '../../disseminate/exchange/csv.ts';
import { writeCollection } from '../../disseminate/exchange/geojson.ts';
import {
  ALERT_COLUMNS,
  CLAIM_COLUMNS,
  EVENT_COLUMNS,
  INCIDENT_COLUMNS,
} from '../../disseminate/exchange/rows.ts';
import { type Warning, warnOfAlert, warnOfBrief } from '../../disseminate/exchange/warning.ts';
import { checkMarking, formatMarking, MarkingError } from '../../disseminate/marking.ts';
import { loadSigningKey } from '../../disseminate/proof/desk-keys.ts';
import { sign } from '../../disseminate/proof/sign.ts';
import { makeStixBundle } from '../../disseminate/stix/bundle.ts';
import type { Alert, Signed } from '../../model/alert.ts';
import { RequestError } from '../../model/errors.ts';
import {
  type ExportedKind,
  type ExportFile,
  type ExportFormat,
  type Exporting,
  type ExportRequest,
  type ExportSeal,
  HOLDS,
  MEDIA_TYPES,
} from '../../model/exporting.ts';
import { findStrictest, isWider, type Marking, readMarking } from '../../model/marking.ts';
import type { Store } from '../../store/store.ts';
import type { Config } from '../config.ts';
import { gradeIncident } from '../grades.ts';
import type { ProblemFiles } from '../problems.ts';
import { readProgramName } from '../version.ts';
import type { ViewKeeper } from '../view-keeper.ts';
import type { View } from '../views.ts';
import type { WarningDesk } from '../warning-desk.ts';
import { findAreas } from './areas.ts';
import { listDocuments } from './documents.ts';
import { findCited, findGround, findIncidents, listClaims, listEvents, listIncidents } from './rows.ts';

interface ExportSources {
  readonly store: Pick<Store, 'listAlerts' | 'getReading'>;
  readonly config: Config;
  readonly views: ViewKeeper;
  readonly problems: ProblemFiles;
  readonly warnings: Pick<WarningDesk, 'getAssessment' | 'getBrief'>;
}

/** An alert as it is kept. */
interface KeptAlert {
  readonly alert: Signed<Alert>;
  readonly isReplayed: boolean;
}

/** Alerts that are looked through. */
const ALERTS_READ = 1_000;
const MOST_INCIDENTS = 50;
const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  cap: 'cap.xml',
  stix: 'stix.json',
  geojson: 'geojson',
  csv: 'csv',
  ndjson: 'ndjson',
};

/** What of the desk makes files for others: out of the picture, the alerts and the briefs as of an instant, never past their marking. */
export class DeskExports implements Exporting {
  readonly #from: ExportSources;

  constructor(from: ExportSources) {
    this.#from = from;
  }

  async makeExport(request: ExportRequest): Promise<ExportFile | undefined> {
    const { format, problem, audience = 'desk' } = request;
    const of = request.of ?? HOLDS[format][0]!;
    if (!HOLDS[format].includes(of))
      throw new RequestError(format, `it holds no ${of}`, `Ask for ${HOLDS[format].join(', ')}.`);
    const view = await this.#from.views.get(request.asOf);
    const all = of === 'alerts' ? await this.#listAlerts(view, problem) : [];
    // A message and a bundle hold one alert: the latest.
    const alerts = format === 'cap' || format === 'stix' ? all.slice(0, 1) : all;
    const own = await this.#findMarking(
      problem ?? (all === alerts ? undefined : alerts[0]?.alert.content.problem),
    );
    if (own === undefined && alerts.length === 0) return undefined;
    // An alert keeps the marking that it went out with, where that is the stricter one.
    const marked = alerts.map(({ alert }) => readMarking(alert.content.tlp));
    const tlp = chooseMarking(findStrictest([...(own === undefined ? [] : [own]), ...marked]), request.tlp);
    checkMarking(tlp, audience);
    const parts = await this.#write({ format, of, problem, view, alerts, tlp });
    if (parts === undefined) return undefined;
    const name = `${(problem ?? 'tocsin').replace(/[^a-z0-9-]+/gi, '-')}-${of}.${ENDINGS[format]}`;
    const given = problem === undefined ? {} : { problem };
    return { format, of, ...given, asOf: view.asOf, tlp, name, mediaType: MEDIA_TYPES[format], parts };
  }

  async sealExport(file: ExportFile): Promise<Signed<ExportSeal>> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of file.parts()) {
      hash.update(part, 'utf8');
      bytes += Buffer.byteLength(part, 'utf8');
    }
    const { format, of, problem, asOf, tlp } = file;
    const content: ExportSeal = {
      ...{ kind: 'export', version: 1, format, of, asOf, tlp },
      ...(problem === undefined ? {} : { problem }),
      ...{ sha256: hash.digest('hex'), bytes, engine: readProgramName() },
    };
    return sign(content, loadSigningKey(this.#from.config.data));
  }

  async getMarking(): Promise<Marking> {
    const { problems } = await this.#from.problems.read();
    return findStrictest(problems.map(({ tlp }) => tlp));
  }

  /** Of one problem its own; undefined where it is not watched. */
  async #findMarking(id: string | undefined): Promise<Marking | undefined> {
    if (id === undefined) return this.getMarking();
    const { problems } = await this.#from.problems.read();
    return problems.find((problem) => problem.id === id)?.tlp;
  }

  /** Of one problem or all of them, newest first; those whose latest update is not later. */
  async #listAlerts({ asOf }: View, problem: string | undefined): Promise<readonly KeptAlert[]> {
    const rows = await this.#from.store.listAlerts({
      limit: ALERTS_READ,
      ...(problem === undefined ? {} : { problem }),
    });
    return rows.flatMap(({ alert, isReplayed }) =>
      isAlert(alert) && alert.content.asOf <= asOf ? [{ alert, isReplayed }] : [],
    );
  }

  async #write(given: Given): Promise<ExportFile['parts'] | undefined> {
    const { format, of, problem, view, alerts, tlp } = given;
    if (format === 'cap' || format === 'stix') {
      const text = format === 'cap' ? writeCap(given) : await this.#writeStix(given);
      return text === undefined ? undefined : () => listOne(text);
    }
    if (of === 'alerts')
      return () =>
        format === 'csv'
          ? writeTable(
              ALERT_COLUMNS,
              alerts.map(({ alert }) => mark(alert, tlp).content),
            )
          : writeLines(alerts.map(({ alert }) => alert));
    const ground = problem === undefined ? undefined : await this.#findGround(problem, view);
    const options = { ground, tlp };
    if (of === 'documents') return () => writeLines(listDocuments(this.#from.store, { view, ...options }));
    if (of === 'claims')
      return () =>
        format === 'csv'
          ? writeTable(CLAIM_COLUMNS, listClaims(view, options))
          : writeLines(listClaims(view, options));
    if (of === 'events')
      return () =>
        format === 'csv'
          ? writeTable(EVENT_COLUMNS, listEvents(view, options))
          : writeLines(listEvents(view, options));
    if (format === 'csv') return () => writeTable(INCIDENT_COLUMNS, listIncidents(view, options));
    if (format === 'ndjson') return () => writeLines(listIncidents(view, options));
    const facts = { tlp: formatMarking(tlp), asOf: view.asOf, generator: readProgramName() };
    return () => writeCollection(each(listIncidents(view, options)), facts);
  }

  async #findGround(problem: string, view: View) {
    const assessment = await this.#from.warnings.getAssessment(problem, view.asOf);
    return assessment === undefined
      ? { claims: new Set<string>(), incidents: new Set<string>() }
      : findGround(assessment, view);
  }

  /** The latest alert of the problem, or of any; or the problem's brief. */
  async #writeStix({ of, problem, view, alerts, tlp }: Given): Promise<string | undefined> {
    const { config, views, warnings } = this.#from;
    const [kept] = alerts;
    // What an alert rests on is told as it was known then, so that the bundle is the same whenever it is asked for.
    const known = kept === undefined ? view : await views.get(kept.alert.content.asOf);
    let warning: Warning;
    if (of === 'brief') {
      if (problem === undefined)
        throw new RequestError('brief', 'it is of one warning problem', 'Say of which problem.');
      const brief = await warnings.getBrief(problem, view.asOf);
      if (brief === undefined) return undefined;
      warning = warnOfBrief(brief);
    } else {
      if (kept === undefined) return undefined;
      warning = warnOfAlert(kept.alert);
    }
    const reasons = new Set(warning.reasons.flatMap(({ claims }) => claims));
    const incidents = [...findIncidents(reasons, known)].slice(0, MOST_INCIDENTS).flatMap((id) => {
      const incident = known.getIncident(id);
      return incident === undefined ? [] : [gradeIncident(incident, known)];
    });
    const told = incidents.flatMap((incident) =>
      incident.told.map(({ claim }) => `${claim.document}#${claim.claim}`),
    );
    const bundle = makeStixBundle(
      { ...warning, tlp },
      {
        key: kept?.alert.signature.key ?? loadSigningKey(config.data).publicKey,
        incidents,
        claims: findCited(new Set([...reasons, ...told]), known),
        areas: findAreas(kept?.alert.content.places ?? []),
        isReplayed: kept?.isReplayed === true,
      },
    );
    return `${JSON.stringify(bundle, undefined, 2)}\n`;
  }
}

interface Given {
  readonly format: ExportFormat;
  readonly of: ExportedKind;
  readonly problem: string | undefined;
  readonly view: View;
  readonly alerts: readonly KeptAlert[];
  readonly tlp: Marking;
}

/** One message holds one alert: the latest. */
function writeCap({ alerts, tlp }: Given): string | undefined {
  const [kept] = alerts;
  if (kept === undefined) return undefined;
  const { alert, isReplayed } = kept;
  return renderCap(mark(alert, tlp), { areas: findAreas(alert.content.places ?? []), isReplayed });
}

/** Its signature is over the content as it was: what is marked anew is for formats that have none. */
function mark(alert: Signed<Alert>, tlp: Marking): Signed<Alert> {
  return { ...alert, content: { ...alert.content, tlp } };
}

/** @throws MarkingError where it would be widened. */
function chooseMarking(own: Marking, asked: Marking | undefined): Marking {
  if (asked === undefined) return own;
  if (isWider(asked, own))
    throw new MarkingError(
      `it is marked TLP:${own}, which TLP:${asked} would widen; only a stricter one can be given`,
    );
  return asked;
}

function isAlert(alert: { readonly content: { readonly kind: string } }): alert is Signed<Alert> {
  return alert.content.kind === 'alert';
}

async function* listOne(text: string): AsyncGenerator<string> {
  yield text;
}

async function* each<Row>(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}

/** Rows that are put together before they go out. */
const BATCH = 200;

async function* writeLines(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  yield* inBatches(rows, (row) => `${JSON.stringify(row)}\n`);
}

async function* writeTable<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${writeHead(columns)}`;
  yield* inBatches(rows, (row) => writeRow(columns, row));
}

async function* inBatches<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  write: (row: Row) => string,
): AsyncGenerator<string> {
  let batch: string[] = [];
  for await (const row of rows) {
    batch.push(write(row));
    if (batch.length < BATCH) continue;
    yield batch.join('');
    batch = [];
  }
  if (batch.length > 0) yield batch.join('');
}
