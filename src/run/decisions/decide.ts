import { findSource } from '../../analyse/correction/sources.ts';
import { chooseStanding } from '../../analyse/correction/standing.ts';
import { makeRegister } from '../../analyse/entity/register.ts';
import { isGradeOf } from '../../analyse/grade/log.ts';
import { findOutlet, makeOutletKey } from '../../analyse/origin/names.ts';
import { findNameFault } from '../../direct/register/fields.ts';
import { DECISION_LIMITS, type Decision } from '../../model/decision.ts';
import { DecisionError } from '../../model/errors.ts';
import type { JudgedThing, Judgement } from '../../model/judgement.ts';
import { hasWord, makeLine } from '../../text/plain.ts';
import { checkCorrection } from './correct-field.ts';
import { nameThing } from './names.ts';
import { checkMerge, checkSplit } from './regroup.ts';
import { checkThere, type DecideContext } from './there.ts';

type Put = Pick<Judgement, 'of' | 'verdict' | 'value' | 'correction'>;

/**
 * Puts on record what a person decided, once it is sure that what they decided about is there. The one way in, for commands and
 * for the API.
 *
 * @throws DecisionError where it cannot be decided so; nothing is put on record then.
 * @example
 * await decide({ verdict: 'withdraw', value: 'j3', by: 'Ann Example', note: 'it was right' }, { store, desk, now });
 */
export async function decide(decision: Decision, context: DecideContext): Promise<Judgement> {
  const by = takeWords('by', decision.by);
  const note = takeWords('note', decision.note);
  const put = await check(decision, context);
  return context.store.addJudgement({ made: context.now(), by, note, ...put });
}

const FIELDS = {
  by: { problem: 'nobody is named who decides', remedy: 'Say who decides.' },
  note: { problem: 'there is no reason', remedy: 'Say why, in a word or more.' },
  value: { problem: 'there is no value', remedy: 'Give one.' },
} as const;

function takeWords(field: keyof typeof FIELDS, given: string): string {
  const words = makeLine(given);
  if (!hasWord(words)) throw new DecisionError('unfit', { of: field, ...FIELDS[field] });
  if (words.length <= DECISION_LIMITS[field]) return words;
  const problem = `it has ${words.length} characters`;
  throw new DecisionError('unfit', { of: field, problem, remedy: `Use at most ${DECISION_LIMITS[field]}.` });
}

async function check(decision: Decision, context: DecideContext): Promise<Put> {
  switch (decision.verdict) {
    case 'reject':
      return checkRejection(decision, context);
    case 'grade':
      return checkGrade(decision, context);
    case 'alias':
    case 'distinct':
      return checkName(decision, context);
    case 'merge':
      return checkMerge(decision, context);
    case 'split':
      return checkSplit(decision, context);
    case 'correct':
      return checkCorrection(decision, context);
    case 'withdraw':
      return checkWithdrawal(decision.value, context);
  }
}

async function checkRejection(
  { of, words }: Extract<Decision, { verdict: 'reject' }>,
  context: DecideContext,
): Promise<Put> {
  const named = of.type === 'source' ? findStandingSource(of.source, context) : of;
  await checkNew(named, context);
  await checkThere(named, context, words);
  return { verdict: 'reject', of: named };
}

/** A source by the key of its record. Of what stands: one that is rejected already is not rejected again. */
function findStandingSource(name: string, { picture }: DecideContext): JudgedThing {
  const found = findSource(makeLine(name), picture.reports);
  if (found !== undefined) return { type: 'source', source: found.key };
  throw new DecisionError('unknown', {
    of: nameThing({ type: 'source', source: name }),
    problem: 'nothing that stands is by, or on the word of, a source of that name',
    remedy: 'Look for the names of outlets and speakers in a story.',
  });
}

async function checkName(
  { verdict, of, value: given }: Extract<Decision, { verdict: 'alias' | 'distinct' }>,
  { desk, picture }: DecideContext,
): Promise<Put> {
  const value = takeWords('value', given);
  const fault = findNameFault(value) ?? (value === of.actor ? 'is the actor itself' : undefined);
  if (fault !== undefined)
    throw new DecisionError('unfit', {
      of: 'value',
      problem: `the name ${fault}`,
      remedy: 'Give it as documents have it.',
    });
  const isKnown = makeRegister(picture.ownActors).actors.has(of.actor);
  if (!isKnown && (await desk.getActor(of.actor)) === undefined)
    throw new DecisionError('unknown', {
      of: nameThing(of),
      problem: 'no actor of that id is known',
      remedy: 'Look for it among the actors.',
    });
  return { verdict, of, value };
}

async function checkGrade(
  { of, value }: Extract<Decision, { verdict: 'grade' }>,
  context: DecideContext,
): Promise<Put> {
  const isSource = of.type === 'source';
  if (!isGradeOf(of.type, value))
    throw new DecisionError('unfit', {
      of: 'value',
      problem: `${makeLine(value).slice(0, 40)} is no grade of ${of.type === 'incident' ? 'an' : 'a'} ${of.type}`,
      remedy: isSource ? 'Give a letter from A to F.' : 'Give a digit from 1 to 6.',
    });
  await checkThere(of, context);
  const named = isSource ? await findGradedSource(of.source, context) : of;
  return { verdict: 'grade', of: named, value };
}

/** A source by the key of its record, whatever name was given. An outlet that is known by name and was not heard yet has one too. */
async function findGradedSource(name: string, { desk }: DecideContext): Promise<JudgedThing> {
  const known = (await desk.getGrade({ type: 'source', of: name }))?.of;
  const source = known ?? (findOutlet(name) === undefined ? undefined : makeOutletKey(name));
  if (source !== undefined) return { type: 'source', source };
  throw new DecisionError('unknown', {
    of: nameThing({ type: 'source', source: name }),
    problem: 'no source of that name is known',
    remedy: 'Look for it among the grades.',
  });
}

/** The same thing is not rejected twice: withdrawing one of the two would then change nothing. */
async function checkNew(of: JudgedThing, { store, now }: DecideContext): Promise<void> {
  const name = nameThing(of);
  const standing = chooseStanding(await store.listJudgements(), now());
  const earlier = standing.find((each) => each.verdict === 'reject' && nameThing(each.of) === name);
  if (earlier === undefined) return;
  throw new DecisionError('conflict', {
    of: name,
    problem: `${earlier.by} has rejected it already (${earlier.id})`,
    remedy: `Withdraw ${earlier.id} first, if the reason is another.`,
  });
}

async function checkWithdrawal(id: string, { store, now }: DecideContext): Promise<Put> {
  const all = await store.listJudgements();
  const found = all.find((judgement) => judgement.id === id);
  const shown = makeLine(id).slice(0, 80);
  if (found === undefined)
    throw new DecisionError('unknown', {
      of: shown,
      problem: 'no judgement has that id',
      remedy: 'Look for it in the list of decisions.',
    });
  const isWithdrawal = found.verdict === 'withdraw';
  const holds = isWithdrawal || chooseStanding(all, now()).some((judgement) => judgement.id === id);
  if (!holds)
    throw new DecisionError('conflict', {
      of: shown,
      problem: 'it is withdrawn already',
      remedy: 'Nothing is left to be done.',
    });
  return { verdict: 'withdraw', of: found.of, value: id };
}
