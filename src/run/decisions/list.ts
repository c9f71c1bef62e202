import type { SetAside } from '../../model/correction.ts';
import type { DecisionList, DecisionRequest, DecisionRow } from '../../model/decision.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Store } from '../../store/store.ts';
import type { View } from '../views.ts';

export interface ListContext {
  readonly store: Pick<Store, 'listJudgements' | 'getReading' | 'getDocument'>;
  /** The picture as of the instant that is asked about. */
  readonly view: Pick<View, 'asOf' | 'getIncident' | 'stories' | 'setAside' | 'actors'>;
}

const MAX_ROWS = 200;

/** Who decided what, newest first, and what became of it. */
export async function listDecisions(
  { limit = 50, offset = 0, state }: DecisionRequest,
  { store, view }: ListContext,
): Promise<DecisionList> {
  const all = await store.listJudgements({ asOf: view.asOf });
  const withdrawals = findWithdrawals(all);
  const chosen = all
    .filter(({ id }) => state === undefined || withdrawals.has(id) === (state === 'withdrawn'))
    .toReversed();
  const rows: DecisionRow[] = [];
  for (const judgement of chosen.slice(offset, offset + Math.min(limit, MAX_ROWS))) {
    const withdrawnBy = withdrawals.get(judgement.id);
    const about = await describe(judgement, { store, view });
    rows.push({ ...judgement, ...(withdrawnBy === undefined ? {} : { withdrawnBy }), ...about });
  }
  return { rows, total: chosen.length };
}

/** By which judgement each that does not hold was withdrawn: those that `chooseStanding` leaves out. */
export function findWithdrawals(made: readonly Judgement[]): ReadonlyMap<string, string> {
  const place = new Map(made.map(({ id }, at) => [id, at]));
  const found = new Map<string, string>();
  // From the last one on: whether a withdrawal holds is known once all after it are. It takes back earlier ones only.
  for (const [at, { id, verdict, value }] of [...made.entries()].toReversed()) {
    if (verdict !== 'withdraw' || value === undefined || found.has(id) || found.has(value)) continue;
    if ((place.get(value) ?? at) < at) found.set(value, id);
  }
  return found;
}

type About = Pick<DecisionRow, 'about' | 'outlet' | 'isFound'>;

async function describe({ of }: Judgement, { store, view }: ListContext): Promise<About> {
  switch (of.type) {
    case 'claim':
    case 'document':
      return describeText(of, { store, view });
    case 'incident': {
      const title = view.getIncident(of.incident)?.title;
      const aside = view.setAside.find(({ incidents }) => incidents.includes(of.incident));
      return { ...keepAbout(title ?? aside?.claim.words), isFound: (title ?? aside) !== undefined };
    }
    case 'story': {
      const title = view.stories.find(({ id }) => id === of.story)?.title;
      const isFound = title !== undefined || view.setAside.some(({ story }) => story === of.story);
      return { ...keepAbout(title), isFound };
    }
    case 'actor': {
      const name = view.actors.find(({ id }) => id === of.actor)?.name;
      return name === undefined ? {} : { about: name, isFound: true };
    }
    default:
      return {};
  }
}

async function describeText(
  of: Extract<Judgement['of'], { readonly type: 'claim' | 'document' }>,
  { store, view }: ListContext,
): Promise<About> {
  if (of.type === 'claim') {
    const isIt = ({ claim }: SetAside) => claim.document === of.document && claim.claim === of.claim;
    const aside = view.setAside.find(isIt)?.claim;
    if (aside !== undefined) return { ...keepAbout(aside.words, aside.outlet), isFound: true };
    const reading = await store.getReading(of.document, view.asOf);
    const claim = reading?.claims.find(({ id }) => id === of.claim);
    return { ...keepAbout(claim?.content.text, reading?.document.outlet), isFound: claim !== undefined };
  }
  const document = await store.getDocument(of.document, view.asOf);
  return { ...keepAbout(document?.title, document?.outlet), isFound: document !== undefined };
}

function keepAbout(about: string | undefined, outlet?: string): About {
  return { ...(about === undefined ? {} : { about }), ...(outlet === undefined ? {} : { outlet }) };
}
