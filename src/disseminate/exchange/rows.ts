import type { Alert } from '../../model/alert.ts';
import type { ChainLink } from '../../model/claim.ts';
import type { IncidentSummary } from '../../model/incident.ts';
import type { Marking } from '../../model/marking.ts';
import type { Hash } from '../../model/page.ts';
import type { Mention, Statement } from '../../model/report.ts';
import { type Column, joinCell } from './csv.ts';
import { safeUrl } from './safe.ts';

/* Claims, events, incidents and alerts as rows of a file: what NDJSON has whole, and which of it stands in the columns of a table. */

/** The document that something stands in. */
export interface RowSource {
  readonly document: Hash;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  readonly published?: string;
  readonly seen: string;
  readonly language?: string;
}

export type ClaimRow = { readonly kind: 'claim' } & RowSource &
  Omit<Statement, 'mentions'> & {
    /** Ids of its events, and of the incidents that they tell of. */
    readonly events: readonly string[];
    readonly incidents: readonly string[];
    readonly tlp: Marking;
  };

export type EventRow = { readonly kind: 'event' } & RowSource &
  Mention & { readonly claim: string; readonly words: string; readonly tlp: Marking };

export type IncidentRow = IncidentSummary & { readonly tlp: Marking };

/** What of a report stands beside each of its rows. Only addresses of the web are passed on. */
export function pickSource(report: RowSource): RowSource {
  const { document, outlet, title, published, seen, language } = report;
  const url = safeUrl(report.url);
  return {
    document,
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { published }),
    seen,
    ...(language === undefined ? {} : { language }),
  };
}

const sourceColumns: readonly Column<RowSource>[] = [
  ['document', ({ document }) => document],
  ['outlet', ({ outlet }) => outlet],
  ['published', ({ published }) => published],
  ['title', ({ title }) => title],
  ['url', ({ url }) => url],
  ['seen', ({ seen }) => seen],
  ['language', ({ language }) => language],
];

const nameLink = ({ name, anonymous }: ChainLink): string => (anonymous === true ? `unnamed: ${name}` : name);

export const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  ['claim', ({ claim }) => claim],
  ['words', ({ words }) => words],
  ['speaker', ({ chain }) => (chain.length > 1 ? nameLink(chain.at(-1)!) : undefined)],
  ['chain', ({ chain }) => chain.map(nameLink).join(' > ')],
  ['stance', ({ stance }) => stance],
  ['certainty', ({ certainty }) => certainty],
  ['polarity', ({ polarity }) => polarity],
  ['evidence', ({ evidence }) => evidence],
  ['quote', ({ quote }) => quote],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['events', ({ events }) => joinCell(events)],
  ['incidents', ({ incidents }) => joinCell(incidents)],
  ...sourceColumns,
  ['tlp', ({ tlp }) => tlp],
];

/** `date` to `country` are what `tocsin import csv` reads: a table of events is history for others. */
export const EVENT_COLUMNS: readonly Column<EventRow>[] = [
  ['date', ({ when }) => (when?.precision === 'day' ? when.from?.slice(0, 10) : undefined)],
  ['actor', ({ actors }) => joinCell(actors.map(({ name }) => name))],
  ['recipient', ({ recipients }) => joinCell(recipients.map(({ name }) => name))],
  ['cameo', ({ cameo }) => cameo],
  ['place', ({ where }) => where?.name],
  ['country', ({ where }) => where?.country],
  ['event', ({ event }) => event],
  ['claim', ({ claim }) => claim],
  ['incident', ({ incident }) => incident],
  ['type', ({ plover }) => plover.type],
  ['mode', ({ plover }) => plover.mode],
  ['realis', ({ realis }) => realis],
  ['factuality', ({ factuality }) => factuality],
  ['background', ({ background }) => background],
  ['happensFrom', ({ when }) => when?.from],
  ['happensTo', ({ when }) => when?.to],
  ['datePrecision', ({ when }) => when?.precision],
  ['lat', ({ where }) => where?.lat],
  ['lon', ({ where }) => where?.lon],
  ['placePrecision', ({ where }) => where?.precision],
  ['figures', ({ figures }) => joinCell(figures.map(({ of, bound, value }) => `${of} ${bound} ${value}`))],
  ['words', ({ words }) => words],
  ...sourceColumns,
  ['tlp', ({ tlp }) => tlp],
];

export const INCIDENT_COLUMNS: readonly Column<IncidentRow>[] = [
  ['incident', ({ id }) => id],
  ['title', ({ title }) => title],
  ['type', ({ type }) => type],
  ['mode', ({ mode }) => mode],
  ['realis', ({ realis }) => realis],
  ['happensFrom', ({ when }) => when?.from],
  ['happensTo', ({ when }) => when?.to],
  ['datePrecision', ({ when }) => when?.precision],
  ['place', ({ where }) => where?.name],
  ['country', ({ where }) => where?.country],
  ['lat', ({ where }) => where?.lat],
  ['lon', ({ where }) => where?.lon],
  ['placePrecision', ({ where }) => where?.precision],
  ['actors', ({ actors }) => joinCell(actors.map(({ name }) => name))],
  ['recipients', ({ recipients }) => joinCell(recipients.map(({ name }) => name))],
  ['grade', ({ grade }) => grade],
  ['confirmedOrigins', ({ confirmed }) => confirmed],
  ['possibleOrigins', ({ possible }) => possible],
  ['mentions', ({ mentions }) => mentions],
  ['documents', ({ documents }) => documents],
  ['differingFigures', ({ differing }) => differing],
  ['first', ({ first }) => first],
  ['last', ({ last }) => last],
  ['tlp', ({ tlp }) => tlp],
];

export const ALERT_COLUMNS: readonly Column<Alert>[] = [
  ['alert', ({ id }) => id],
  ['update', ({ update }) => update],
  ['problem', ({ problem }) => problem],
  ['title', ({ title }) => title],
  ['question', ({ question }) => question],
  ['level', ({ level }) => level],
  ['previousLevel', ({ previousLevel }) => previousLevel],
  ['horizonDays', ({ horizon }) => horizon],
  ['probability', ({ probability }) => probability.p],
  ['probabilityLow', ({ probability }) => probability.low],
  ['probabilityHigh', ({ probability }) => probability.high],
  ['likelihood', ({ probability }) => probability.word],
  ['baseRate', ({ baseRate }) => baseRate.p],
  ['confidence', ({ confidence }) => confidence],
  ['window', ({ window }) => window && `${window.from}/${window.to} ${window.title}`],
  ['reasonsFor', ({ reasons }) => listReasons(reasons, 'for')],
  ['reasonsAgainst', ({ reasons }) => listReasons(reasons, 'against')],
  ['asOf', ({ asOf }) => asOf],
  ['issued', ({ issued }) => issued],
  ['ledgerEntry', ({ forecast }) => forecast],
  ['engine', ({ engine }) => engine],
  ['tlp', ({ tlp }) => tlp],
];

function listReasons(reasons: Alert['reasons'], direction: 'for' | 'against'): string | undefined {
  return joinCell(reasons.filter((each) => each.direction === direction).map(({ text }) => text));
}
