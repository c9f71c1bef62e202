import { createHash } from 'node:crypto';
import type { Hash } from '../src/model/page.ts';
import type { ClaimRef } from '../src/model/report.ts';
import type { Origin, Relay, ReportNode, ReportRole, Story } from '../src/model/story.ts';

/* A story of any size, made by rule and not from any text: what the workbench has to draw at its largest. */

/** Always the same numbers, so that two runs draw the same. */
function makeDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const hash = (name: string): Hash => `sha256:${createHash('sha256').update(name).digest('hex')}`;

const FIRST = Date.parse('2031-05-20T06:00:00Z');
/** Days over which it is told. */
const DAYS = 6;

/**
 * A story of so many reports: one in 50 has an origin of its own, the others repeat an earlier one, mostly a recent one, as news
 * spreads.
 */
export function makeBigStory(size: number): Story {
  const dice = makeDice(7);
  const origins: { origin: Origin; claims: ClaimRef[] }[] = [];
  const reports: ReportNode[] = [];
  for (let at = 0; at < size; at += 1) {
    // Many at first, fewer with each day.
    const published = new Date(FIRST + (at / size) ** 2 * DAYS * 86_400_000).toISOString();
    const document = hash(`report ${at}`);
    const outlet = `Outlet ${Math.floor(dice() * 400)}`;
    const title = `Report ${at} on rockets at the harbour of Port Sarrat`;
    const claim: ClaimRef = {
      ...{ document, claim: 'c1', start: 0, end: 60, stance: 'asserts', outlet, title, published },
      words: `At least eight rockets hit the harbour district, says report ${at}.`,
    };
    const isFirstHand = at === 0 || dice() < 1 / 50;
    const repeated = isFirstHand ? undefined : reports[Math.floor(at * dice() ** 0.5)]!;
    if (isFirstHand) origins.push(makeOrigin(origins.length, claim, dice() < 0.4));
    const own = isFirstHand ? [origins.at(-1)!.origin.id] : repeated!.origins;
    for (const { origin, claims } of origins) if (own.includes(origin.id)) claims.push(claim);
    reports.push({
      ...{ document, outlet, title, published, seen: published, claims: [claim], origins: own },
      role: isFirstHand ? 'origin' : chooseRole(dice()),
      relays: repeated === undefined ? [] : [makeRelay(repeated, claim, dice())],
      lag: 'PT2H',
    });
  }
  const all = origins.map(({ origin, claims }) => ({ ...origin, claims }));
  const confirmed = all.filter(({ status }) => status === 'confirmed').length;
  const counts = { confirmed, possible: all.length - confirmed, relays: size - all.length };
  return {
    ...{ kind: 'story', id: 's00000000bench', title: `A story of ${size} reports`, by: 'bench@1' },
    ...{ first: reports[0]!.seen, last: reports.at(-1)!.seen, countries: ['IQ'], ...counts },
    ...{ documents: size, outlets: 400, incidents: [], sources: [] },
    tree: { origins: all, reports, ...counts },
  };
}

function makeOrigin(number: number, claim: ClaimRef, isConfirmed: boolean) {
  const origin: Origin = {
    id: `o${String(number).padStart(4, '0')}`,
    status: isConfirmed ? 'confirmed' : 'possible',
    reason: isConfirmed ? 'office' : 'unnamed source',
    name: isConfirmed ? `Office ${number}` : 'officials',
    type: 'office',
    signs: ['first voice', 'on the matter'],
    first: claim.document,
    claims: [],
  };
  return { origin, claims: [] as ClaimRef[] };
}

function chooseRole(dice: number): ReportRole {
  if (dice < 0.8) return 'echo';
  if (dice < 0.92) return 'echoWithDetail';
  if (dice < 0.96) return 'ownConfirmation';
  return dice < 0.98 ? 'ownDenial' : 'notConfirmed';
}

function makeRelay({ document, outlet }: ReportNode, evidence: ClaimRef, share: number): Relay {
  return { by: share < 0.5 ? 'credit' : 'wording', name: outlet ?? '', document, share, evidence };
}
