import type { Realis } from '../../model/event.ts';
import type { DistortedSide, Distortion, DistortionKind } from '../../model/incident.ts';
import type { Statement } from '../../model/report.ts';
import { foldName, splitName } from '../origin/names.ts';
import { getOrder } from '../origin/order.ts';
import { type Account, AccountIndex, type SourceAccounts, traceAccounts } from './accounts.ts';
import { formatCount, readBounds } from './counts.ts';
import { isProperName } from './doers.ts';
import { collectAttributions, type ToldAttribution } from './perpetrators.ts';
import { readFigures, type SaidFigure } from './said-figures.ts';
import type { Sayers, ToldStatement } from './sayers.ts';
import type { ToldMention } from './told.ts';
import { findCasualty } from './words.ts';

/** A distortion with the figure that it makes, where it is one. */
export interface FoundDistortion extends Distortion {
  readonly figure?: SaidFigure;
}

/** What an account is found to make of its sources. */
interface Difference {
  readonly kind: DistortionKind;
  readonly relay: string;
  readonly source: string;
  readonly at: ToldStatement;
  readonly figure?: SaidFigure;
}

/**
 * Relays that say more, or other, than the source that they rest on: each mention is measured against the accounts of its own
 * speaker that came through fewer hands, against the report that it credits, and against the one that it copies.
 */
export function findDistortions(told: readonly ToldMention[], sayers: Sayers): readonly FoundDistortion[] {
  // Nobody is measured against a page of his own.
  if (told.every(({ report }) => report.series === told[0]!.report.series)) return [];
  const all = traceAccounts(told);
  const index = new AccountIndex(all);
  const attributions = new AttributionIndex(collectAttributions(told));
  const found = new Map<string, FoundDistortion>();
  for (const one of all) {
    for (const sources of index.findSources(one)) {
      for (const difference of compare(one, sources, attributions)) {
        const { kind, at, figure } = difference;
        const key = `${kind} ${one.report.document} ${one.statement.claim} ${difference.relay}`;
        if (found.has(key)) continue;
        found.set(key, {
          kind,
          relay: makeSide(difference.relay, one, sayers),
          source: makeSide(difference.source, at, sayers),
          by: sources.by,
          ...(figure === undefined ? {} : { figure }),
        });
      }
    }
  }
  return [...found.values()];
}

function makeSide(value: string, told: ToldStatement, sayers: Sayers): DistortedSide {
  return { value, says: sayers.find(told) };
}

function compare(
  one: Account,
  sources: SourceAccounts,
  attributions: AttributionIndex,
): readonly Difference[] {
  const figures = readFigures(one);
  const theirs = sources.accounts.flatMap(readFigures);
  return [
    ...(isTimely(one, sources) ? figures.flatMap((figure) => findHarm(figure, theirs, sources) ?? []) : []),
    ...(sources.by === 'speaker'
      ? []
      : figures.flatMap((figure) => findHigher(figure, theirs, sources) ?? [])),
    ...(findFirmer(one, sources) ?? []),
    ...(findNamed(one, sources, attributions) ?? []),
  ];
}

/** Days after which the hurt may have died: then it is news and no distortion. */
const TIMELY_DAYS = 2;
const DAY = 86_400_000;

function isTimely(one: Account, { accounts }: SourceAccounts): boolean {
  return accounts.some(({ report }) => getOrder(one.report) - getOrder(report) <= TIMELY_DAYS * DAY);
}

/** Whose a figure is, without the country: a civilian for "an Iraqi civilian". */
const whose = ({ who }: Pick<SaidFigure, 'who'>): string => (who ?? '').split(' ').slice(-1)[0] ?? '';

const isSameWhose = (a: SaidFigure, b: SaidFigure): boolean =>
  a.who === undefined || b.who === undefined || whose(a) === whose(b);

/** Dead where the source speaks of hurt or of casualties, and of no dead at all. */
function findHarm(
  figure: SaidFigure,
  theirs: readonly SaidFigure[],
  sources: SourceAccounts,
): Difference | undefined {
  if (figure.of !== 'killed' || figure.value === 0) return undefined;
  const isDead = (told: ToldMention) => findCasualty(told.mention.trigger.text) === 'killed';
  if (sources.accounts.some(isDead)) return undefined;
  if (theirs.some(({ of, value }) => of === 'killed' && value > 0)) return undefined;
  const hurt = theirs.find(
    (other) => (other.of === 'injured' || other.of === 'casualties') && isSameWhose(figure, other),
  );
  if (hurt === undefined) return undefined;
  return { kind: 'harm', relay: nameFigure(figure), source: nameFigure(hurt), at: hurt.told, figure };
}

/** More than the report that it rests on leaves room for. */
function findHigher(
  figure: SaidFigure,
  theirs: readonly SaidFigure[],
  { by }: SourceAccounts,
): Difference | undefined {
  const same = theirs.filter(({ of, who }) => of === figure.of && who === figure.who);
  // A text that copies another may add news: only the sentence that it has rewritten is measured against the other.
  const [first] = by === 'wording' ? same.filter((other) => isRewritten(figure.told, other.told)) : same;
  if (first === undefined) return undefined;
  const [low] = readBounds(figure);
  if (same.some((other) => readBounds(other)[1] >= low)) return undefined;
  return { kind: 'number', relay: nameFigure(figure), source: nameFigure(first), at: first.told, figure };
}

/** Share of its words that a rewritten sentence has from the other. */
const REWRITTEN = 0.6;

function isRewritten(one: ToldMention, other: ToldMention): boolean {
  const words = splitName(foldName(one.statement.words)).filter((word) => !/^\d+$/.test(word));
  const theirs = new Set(splitName(foldName(other.statement.words)));
  return words.filter((word) => theirs.has(word)).length >= REWRITTEN * words.length;
}

const nameFigure = (figure: SaidFigure): string => {
  const who = figure.who === undefined ? '' : ` (${figure.who})`;
  return `${figure.of}${who}: ${formatCount(figure)}`;
};

/** How firmly a thing to come is put forward; what is done or denied is on no such scale. */
const FIRMNESS: Partial<Readonly<Record<Realis, number>>> = {
  conditional: 1,
  possible: 1,
  prepared: 2,
  threatened: 2,
  expected: 3,
  ordered: 3,
};

/** "Will" where the source says "may". */
function findFirmer(one: Account, { accounts }: SourceAccounts): readonly Difference[] | undefined {
  const { realis } = one.mention;
  const firm = FIRMNESS[realis];
  const others = accounts.filter(
    ({ mention }) =>
      FIRMNESS[mention.realis] !== undefined && mention.plover.type === one.mention.plover.type,
  );
  const [first] = others;
  if (firm === undefined || first === undefined) return undefined;
  if (others.some(({ mention }) => (FIRMNESS[mention.realis] ?? 0) >= firm)) return undefined;
  return [{ kind: 'certainty', relay: realis, source: first.mention.realis, at: first }];
}

const isProper = ({ name, party }: ToldAttribution): boolean =>
  isProperName(party ?? { name, type: 'group' });

/** A proper name for the doer where the source has only a description, or nobody. */
function findNamed(
  one: Account,
  { accounts, by }: SourceAccounts,
  attributions: AttributionIndex,
): readonly Difference[] | undefined {
  const own = attributions.ofClaim(one.statement).find((each) => each.position === 'named' && isProper(each));
  if (own === undefined) return undefined;
  // Of a report all that it says counts, of a speaker what he says.
  const theirs = accounts.flatMap(({ report, statement }) =>
    by === 'speaker' ? attributions.ofClaim(statement) : attributions.ofDocument(report.document),
  );
  if (theirs.some(isProper)) return undefined;
  const vague = theirs.find(({ position }) => position === 'named');
  const at = vague ?? accounts[0];
  // That a speaker's words on something else name nobody tells nothing.
  if (at === undefined || (vague === undefined && by === 'speaker')) return undefined;
  return [{ kind: 'perpetrator', relay: own.name, source: vague?.name ?? 'nobody named', at }];
}

/** Attributions by the claim and by the document that makes them. */
class AttributionIndex {
  readonly #claims = new Map<Statement, ToldAttribution[]>();
  readonly #documents = new Map<string, ToldAttribution[]>();

  constructor(attributions: readonly ToldAttribution[]) {
    for (const one of attributions) {
      this.#claims.set(one.statement, [...(this.#claims.get(one.statement) ?? []), one]);
      const ofDocument = this.#documents.get(one.report.document);
      if (ofDocument === undefined) this.#documents.set(one.report.document, [one]);
      else ofDocument.push(one);
    }
  }

  ofClaim(statement: Statement): readonly ToldAttribution[] {
    return this.#claims.get(statement) ?? [];
  }

  ofDocument(document: string): readonly ToldAttribution[] {
    return this.#documents.get(document) ?? [];
  }
}
