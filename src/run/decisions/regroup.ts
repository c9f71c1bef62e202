import { makeSplitId } from '../../analyse/correction/regroup-incidents.ts';
import type { Decision } from '../../model/decision.ts';
import { DecisionError } from '../../model/errors.ts';
import type { Incident } from '../../model/incident.ts';
import type { Judgement } from '../../model/judgement.ts';
import { makeLine } from '../../text/plain.ts';
import { nameThing } from './names.ts';
import { checkThere, type DecideContext } from './there.ts';

type Put = Pick<Judgement, 'of' | 'verdict' | 'value'>;

/** Two incidents that are one happening: the first becomes a part of the second. */
export async function checkMerge(
  { of, value: given }: Extract<Decision, { verdict: 'merge' }>,
  context: DecideContext,
): Promise<Put> {
  const value = makeLine(given);
  if (value === of.incident)
    throw new DecisionError('unfit', {
      of: 'value',
      problem: 'it is the incident itself',
      remedy: 'Choose the other one of the two.',
    });
  await checkThere({ type: 'incident', incident: of.incident }, context);
  await checkThere({ type: 'incident', incident: value }, context);
  return { verdict: 'merge', of: { type: 'incident', incident: of.incident }, value };
}

/** What some of its documents tell is another happening. Some must be left, or nothing would be split. */
export async function checkSplit(
  { of }: Extract<Decision, { verdict: 'split' }>,
  context: DecideContext,
): Promise<Put> {
  await checkThere({ type: 'incident', incident: of.incident }, context);
  const incident = (await context.desk.getIncident(of.incident)) as Incident;
  const telling = new Set(incident.told.map(({ claim }) => claim.document));
  const documents = [...new Set(of.documents)].sort();
  const fail = (problem: string, remedy: string) => {
    throw new DecisionError('unfit', { of: nameThing({ ...of, documents }), problem, remedy });
  };
  if (!documents.every((document) => telling.has(document)))
    fail('not all of these documents tell of it', 'Look at its reports again: one may have been moved.');
  if (telling.size === documents.length)
    fail('nothing would be left of it', 'Choose some of its reports, not all.');
  const other = makeSplitId(of.incident, documents);
  if ((await context.desk.getIncident(other)) !== undefined)
    fail('they were split off before', 'Merge them again, or take that decision back first.');
  return { verdict: 'split', of: { type: 'incident', incident: of.incident, documents } };
}
