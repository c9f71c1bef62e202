import type { Report } from '../../model/report.ts';
import { traceReport } from '../origin/access.ts';
import { mergeNames } from '../origin/identity.ts';
import { makeOutletKey } from '../origin/names.ts';
import { getOrder } from '../origin/order.ts';
import { followName } from '../origin/speaks-for.ts';
import { getOutletName, type Traced } from '../origin/traced.ts';
import { isWithdrawn } from './sayers.ts';
import type { ToldMention } from './told.ts';

/** One mention of an incident with who is behind it and through how many hands it came. */
export interface Account extends ToldMention {
  readonly traced: Traced;
  /** Outlet that reports it. */
  readonly outlet: string;
  /** Key of who is first-hand, where that is somebody named or unnamed people with one outlet. */
  readonly speaker?: string;
}

/** What a mention can be measured against. */
export interface SourceAccounts {
  readonly by: 'speaker' | 'credit' | 'wording';
  readonly accounts: readonly Account[];
}

/** Share of a document's words that makes its mentions another's. */
const COPIED = 0.25;

/** All mentions of an incident with who is behind each. */
export function traceAccounts(told: readonly ToldMention[]): readonly Account[] {
  const byReport = new Map<Report, ReadonlyMap<string, Traced>>();
  for (const { report } of told) {
    if (byReport.has(report)) continue;
    byReport.set(report, new Map(traceReport(report).map((one) => [one.statement.claim, one])));
  }
  const names = mergeNames([...byReport.values()].flatMap((claims) => [...claims.values()]));
  return told.flatMap((one): readonly Account[] => {
    const traced = byReport.get(one.report)?.get(one.statement.claim);
    if (traced === undefined || isWithdrawn(one.statement)) return [];
    const speaker = findSpeaker(traced, names);
    const outlet = makeOutletKey(getOutletName(one.report, one.statement));
    return [{ ...one, traced, outlet, ...(speaker === undefined ? {} : { speaker }) }];
  });
}

function findSpeaker({ access, credits }: Traced, names: ReadonlyMap<string, string>): string | undefined {
  if (access.kind === 'named') return followName(names, access.key);
  const to = credits.at(-1)?.key;
  // Unnamed people are the same ones only where they spoke to one outlet.
  if (access.kind !== 'unnamed' || to === undefined) return undefined;
  return `unnamed ${access.who.country ?? ''} to ${to}`;
}

/** Accounts of one speaker, outlet or document that another is measured against. */
const MOST_SOURCES = 60;

/** All accounts of an incident by what they are looked up by. */
export class AccountIndex {
  readonly #speakers: ReadonlyMap<string, readonly Account[]>;
  readonly #outlets: ReadonlyMap<string, readonly Account[]>;
  readonly #documents: ReadonlyMap<string, readonly Account[]>;

  constructor(accounts: readonly Account[]) {
    this.#speakers = groupBy(accounts, ({ speaker }) => speaker);
    this.#outlets = groupBy(accounts, ({ outlet }) => outlet);
    this.#documents = groupBy(accounts, ({ report }) => report.document);
  }

  /**
   * The accounts that one rests on: those of its own speaker that came through fewer hands (where there is none, those of at
   * least two other outlets); the report of the outlet that it credits; the earlier report whose words it repeats without credit.
   */
  findSources(one: Account): readonly SourceAccounts[] {
    const found: readonly SourceAccounts[] = [
      { by: 'speaker', accounts: this.#findOfSpeaker(one) },
      { by: 'credit', accounts: this.#findOfCredit(one) },
      { by: 'wording', accounts: this.#findOfWording(one) },
    ];
    return found.filter(({ accounts }) => accounts.length > 0);
  }

  #findOfSpeaker(one: Account): readonly Account[] {
    if (one.speaker === undefined) return [];
    const same = listOthers(this.#speakers.get(one.speaker), one);
    const hands = one.traced.credits.length;
    const closer = same.filter(({ traced }) => traced.credits.length < hands);
    if (closer.length > 0) return closer;
    return new Set(same.map(({ outlet }) => outlet)).size >= 2 ? same : [];
  }

  #findOfCredit(one: Account): readonly Account[] {
    const credit = one.traced.credits.at(-1)?.key;
    if (credit === undefined) return [];
    const order = getOrder(one.report);
    const own = listOthers(this.#outlets.get(credit), one).filter(({ report }) => getOrder(report) <= order);
    const latest = own.at(-1)?.report;
    return own.filter(({ report }) => report === latest);
  }

  #findOfWording(one: Account): readonly Account[] {
    if (one.traced.credits.length > 0 || one.traced.access.kind !== 'own') return [];
    const copied = one.report.reuses.find(({ share }) => share >= COPIED)?.document;
    return copied === undefined ? [] : listOthers(this.#documents.get(copied), one);
  }
}

function groupBy(
  accounts: readonly Account[],
  keyOf: (account: Account) => string | undefined,
): ReadonlyMap<string, readonly Account[]> {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) {
    const key = keyOf(account);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [account]);
    else group.push(account);
  }
  return groups;
}

/** Those of other pages, at most so many of the first. */
function listOthers(accounts: readonly Account[] = [], one: Account): readonly Account[] {
  const others: Account[] = [];
  for (const account of accounts) {
    if (account.report.series !== one.report.series) others.push(account);
    if (others.length === MOST_SOURCES) break;
  }
  return others;
}
