import { chooseStanding } from '../../analyse/correction/standing.ts';
import type { Actor } from '../../model/actor.ts';
import type { Desk } from '../../model/desk.ts';
import { DecisionError } from '../../model/errors.ts';
import type { JudgedThing } from '../../model/judgement.ts';
import type { Hash } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import type { Store } from '../../store/store.ts';
import { makeLine } from '../../text/plain.ts';
import { nameThing } from './names.ts';

/** What is needed to tell whether something can be decided. */
export interface DecideContext {
  readonly store: Pick<Store, 'addJudgement' | 'listJudgements' | 'getReading' | 'getDocument'>;
  readonly desk: Pick<Desk, 'getIncident' | 'getGrade' | 'getActor'>;
  /** What stands, and the desk's part of the register of actors. */
  readonly picture: { readonly reports: readonly Report[]; readonly ownActors: readonly Actor[] };
  /** The clock: ISO 8601 instant in UTC. */
  readonly now: () => string;
}

/** Ends it where what is judged is not there, or is not what the person saw. */
export async function checkThere(
  of: JudgedThing,
  { store, desk, picture, now }: DecideContext,
  words?: string,
): Promise<void> {
  const fail = (problem: string, remedy: string): never => {
    throw new DecisionError('unknown', { of: nameThing(of), problem, remedy });
  };
  if (of.type === 'document' && (await store.getDocument(of.document)) === undefined)
    fail('no such document is kept', 'Search for it.');
  if (of.type === 'incident') {
    const found = await desk.getIncident(of.incident);
    if (found === undefined || found.formerly !== undefined) {
      await checkUndecided(of.incident, { store, now });
      fail('no incident of that id is known', 'Look for it among the incidents.');
    }
  }
  if (of.type === 'story') {
    const told = picture.reports.filter(({ story }) => story === of.story);
    if (told.length === 0) fail('no story of that id is known', 'Look for it among the stories.');
    const isIn = (id: Hash) => told.some(({ document, series }) => document === id || series === id);
    if (of.documents?.every(isIn) === false)
      fail('the document is not in that story', 'Look at the documents of the story.');
  }
  if (of.type !== 'claim') return;
  const reading = await store.getReading(of.document);
  const claim = reading?.claims.find(({ id }) => id === of.claim);
  if (reading === undefined || claim === undefined)
    return fail(
      'the document has no claim of that id',
      'Look at the document again: it may have been read anew.',
    );
  if (
    of.event !== undefined &&
    !reading.events.some(({ id, claim: its }) => id === of.event && its === of.claim)
  )
    fail('the claim has no event of that id', 'Look at the document again: it may have been read anew.');
  if (words !== undefined && makeLine(words) !== makeLine(claim.content.text))
    throw new DecisionError('conflict', {
      of: nameThing(of),
      problem: 'the claim has other words than those that you saw',
      remedy: 'Look at the document again: it was read anew since.',
    });
}

/** Where an incident is no longer there, says by whose decision: two may decide on the same thing at once. */
async function checkUndecided(
  incident: string,
  { store, now }: Pick<DecideContext, 'store' | 'now'>,
): Promise<void> {
  const standing = chooseStanding(await store.listJudgements(), now());
  const last = standing.findLast(
    ({ verdict, of }) =>
      (verdict === 'merge' || verdict === 'reject') && of.type === 'incident' && of.incident === incident,
  );
  if (last === undefined) return;
  const done = last.verdict === 'merge' ? `made it a part of ${last.value}` : 'set it aside';
  throw new DecisionError('conflict', {
    of: nameThing({ type: 'incident', incident }),
    problem: `${last.by} has ${done} meanwhile (${last.id}): ${last.note}`,
    remedy: `Take ${last.id} back first, or look at what is left of it.`,
  });
}
