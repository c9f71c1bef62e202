import type { ClaimField } from '../../model/brief.ts';
import type { Hash } from '../../model/page.ts';
import type { ClaimRef, Mention, Report, Statement } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import { indexReports, type ReportIndex } from '../report/report-index.ts';
import type { BriefFacts } from './facts.ts';
import { tellBound } from './figure-words.ts';
import { listTokens } from './tokens.ts';
import { matchesQuote, STANCE_WORDS, straighten } from './wording.ts';

/** A claim with its document, as they are kept: what a stretch of a sentence is held against. */
export interface Cited {
  readonly report: Report;
  readonly statement: Statement;
}

/** Claims of an origin that are looked through for a name. */
const LOOKED_AT = 60;

/** The cited texts, and who is first-hand by them. */
export class CitedTexts {
  readonly #index: ReportIndex;
  /** Of claims that were looked up, and of those that no report has any longer. */
  readonly #claims = new Map<string, Cited | undefined>();
  /** By claim: names of its origins, and the outlets through which they were heard. */
  readonly #speakers = new Map<string, Set<string>>();
  readonly #through = new Map<string, Set<string>>();
  readonly #sayers = new Map<string, Set<string>>();
  /** By origin: every claim that leads to it, on whatever matter. */
  readonly #figures = new Map<string, Set<string>>();
  readonly #origins = new Map<string, ClaimRef[]>();
  readonly #tokens = new Map<Report, ReadonlySet<string>>();

  constructor({ reports, assessment, incidents, earlier }: BriefFacts) {
    this.#index = indexReports(reports);
    for (const { claim } of earlier?.setAside ?? []) this.#addSetAside(claim);
    for (const { tree } of [...assessment.contributions, ...incidents]) {
      for (const { id, name, through, claims } of tree.origins)
        for (const claim of claims) {
          const own = this.#origins.get(id);
          if (own === undefined) this.#origins.set(id, [claim]);
          else own.push(claim);
          add(this.#speakers, makeClaimKey(claim), name);
          if (through !== undefined) add(this.#through, makeClaimKey(claim), through);
        }
    }
    for (const { figures, disputes, distortions } of incidents) {
      for (const value of figures.flatMap(({ values }) => values))
        for (const { claim } of value.says) add(this.#figures, makeClaimKey(claim), tellBound(value));
      const says = [
        ...figures.flatMap(({ values }) => values.flatMap((value) => value.says)),
        ...disputes.flatMap(({ values }) =>
          values.flatMap((value) => [...value.says, ...(value.claimed ?? []), ...(value.denied ?? [])]),
        ),
        ...distortions.flatMap(({ relay, source }) => [relay.says, source.says]),
      ];
      for (const { name, claim } of says) add(this.#sayers, makeClaimKey(claim), name);
    }
  }

  /** What the earlier picture had and this one no longer has: its reference is all that is left of it. */
  #addSetAside(claim: ClaimRef): void {
    const key = makeClaimKey(claim);
    if (this.get(key) !== undefined) return;
    const { document, outlet, title, published, words, start, end } = claim;
    const statement: Statement = {
      claim: claim.claim,
      words,
      start,
      end,
      chain: [],
      quote: 'none',
      certainty: 'unknown',
      polarity: 'affirmed',
      evidence: 'unstated',
      mentions: [],
    };
    const report: Report = {
      kind: 'report',
      document,
      series: document,
      version: 1,
      seen: '',
      knownSince: '',
      story: '',
      reuses: [],
      by: '',
      statements: [statement],
      ...(outlet === undefined ? {} : { outlet }),
      ...(title === undefined ? {} : { title }),
      ...(published === undefined ? {} : { published }),
    };
    this.#claims.set(key, { report, statement });
  }

  /** The first claim of an origin, `claim` before others, whose document holds a name. */
  findHolder(origin: string, name: string, claim: ClaimRef): ClaimRef | undefined {
    return [claim, ...(this.#origins.get(origin) ?? []).slice(0, LOOKED_AT)].find((each) =>
      this.holdsName(makeClaimKey(each), name),
    );
  }

  get(key: string): Cited | undefined {
    if (this.#claims.has(key)) return this.#claims.get(key);
    const [document = '', claim = ''] = key.split('#');
    const found = this.#index.findClaim({ document: document as Hash, claim });
    this.#claims.set(key, found);
    return found;
  }

  /** Whether a claim, or its document, holds what a stretch of a sentence says of it. */
  holds(key: string, field: ClaimField, text: string): boolean {
    const cited = this.get(key);
    if (cited === undefined) return false;
    const { report, statement } = cited;
    switch (field) {
      case 'words':
        return matchesQuote(statement.words, text);
      case 'outlet':
        return report.outlet === undefined
          ? text === UNKNOWN_OUTLET
          : isSame(straighten(report.outlet), text);
      case 'day':
        return text === tellPublished(report.published);
      case 'stance':
        return statement.stance !== undefined && STANCE_WORDS[statement.stance] === text;
      case 'speaker':
        return hasName(this.#speakers.get(key), text) && this.holdsName(key, text);
      case 'via':
        return hasName(this.#through.get(key), text) && this.holdsName(key, text);
      case 'sayer':
        return hasName(this.#sayers.get(key), text) && this.holdsName(key, text);
      case 'figure':
        return hasName(this.#figures.get(key), text) && isFigure(statement, text);
    }
  }

  /** Whether the document of a claim holds every word of a name: in what is said, in who says it, or in whom or what it is about. */
  holdsName(key: string, text: string): boolean {
    const cited = this.get(key);
    if (cited === undefined) return false;
    const tokens = this.#listTokens(cited.report);
    return listTokens(text).every(
      (token) => MANNERS.has(token) || tokens.has(token) || tokens.has(flip(token)),
    );
  }

  #listTokens(report: Report): ReadonlySet<string> {
    const known = this.#tokens.get(report);
    if (known !== undefined) return known;
    const tokens = new Set(listNamed(report).flatMap((text) => listTokens(text)));
    this.#tokens.set(report, tokens);
    return tokens;
  }
}

/** What an outlet without a name is called. */
export const UNKNOWN_OUTLET = 'an unknown outlet';

/** The day of a date of publication. */
export function tellPublished(published: string | undefined): string {
  return published === undefined ? 'undated' : formatDate(published.slice(0, 10), 'short');
}

/** How somebody speaks, which is no part of their name. */
const MANNERS = new Set([
  'unnamed',
  'anonymous',
  'one',
  'another',
  'other',
  'a',
  'an',
  'the',
  'and',
  'of',
  'in',
  'for',
  'to',
  'by',
]);

/** A word in its other number: one official of "officials". */
function flip(token: string): string {
  return token.endsWith('s') ? token.slice(0, -1) : `${token}s`;
}

function listNamed(report: Report): readonly string[] {
  const { outlet, title, lede, credits, attributions, actors, statements } = report;
  return [
    outlet ?? '',
    title ?? '',
    lede?.text ?? '',
    ...(credits ?? []).map(({ name }) => name),
    ...(attributions ?? []).flatMap(({ name, role }) => [name, role ?? '']),
    ...(actors ?? []).flatMap(({ name, role, named }) => [
      name,
      role ?? '',
      ...named.map(({ text }) => text),
    ]),
    ...statements.flatMap(({ words, chain, mentions }) => [
      words,
      ...chain.flatMap(({ name, usual, role }) => [name, usual ?? '', role ?? '']),
      ...mentions.flatMap(listMentioned),
    ]),
  ];
}

function listMentioned({
  actors,
  recipients,
  instruments,
  where,
  figures,
  trigger,
}: Mention): readonly string[] {
  return [
    ...[...actors, ...recipients, ...instruments].map(({ name }) => name),
    where?.name ?? '',
    trigger.text,
    ...figures.map(({ of, who }) => `${of} ${who ?? ''}`),
  ];
}

/** The figures of a claim as its events have them, else the number itself in its words. */
function isFigure({ mentions, words }: Statement, text: string): boolean {
  const figures = mentions.flatMap((mention) => mention.figures);
  if (figures.some(({ value, bound }) => tellBound({ value, bound }) === text)) return true;
  const numbers = text.match(/\d+/g) ?? [];
  const held = new Set([...listTokens(words), ...figures.map(({ value }) => String(value))]);
  return numbers.length > 0 && numbers.every((number) => held.has(number));
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const names = map.get(key) ?? new Set();
  names.add(straighten(name));
  map.set(key, names);
}

function hasName(names: ReadonlySet<string> | undefined, text: string): boolean {
  return [...(names ?? [])].some((name) => isSame(name, text));
}

/** The same but for the capital letter that begins a sentence. */
export function isSame(a: string, b: string): boolean {
  return (
    a === b || (a.slice(1) === b.slice(1) && a.slice(0, 1).toLowerCase() === b.slice(0, 1).toLowerCase())
  );
}
