import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { tellsOffice } from '../analyse/entity/public.ts';
import { makeRegister } from '../analyse/entity/register.ts';
import { RegisterError } from '../direct/register/error.ts';
import { findNameFault } from '../direct/register/fields.ts';
import { HEADER, parseRegister } from '../direct/register/parse.ts';
import { addLine } from '../direct/register/write.ts';
import { type Actor, makeActorId } from '../model/actor.ts';
import { DECISION_LIMITS } from '../model/decision.ts';
import { DecisionError } from '../model/errors.ts';
import { type ActorEntry, LONGEST_ROLE, type RegisterFault } from '../model/register.ts';
import { hasWord, makeLine } from '../text/plain.ts';
import { readRegisterText, writeRegister } from './register.ts';
import { UsageError } from './usage.ts';

/**
 * Adds a line to the desk's register, below a comment that says who added it, when, and in what office. What stands there stays as
 * it is written. The one way in, for commands and for the API.
 *
 * @param now ISO 8601 instant in UTC.
 * @returns What the line says; the record that it adds to may have more names.
 * @throws DecisionError where the actor does not fit.
 * @throws RegisterError where something was wrong in the register before.
 * @throws UsageError where it cannot be read or written.
 */
export function addToRegister(file: string, entry: ActorEntry, now: string): Actor {
  const remark = makeRemark(entry, now);
  const before = readRegisterText(file) ?? `${HEADER}\n`;
  const known = new Set(parseRegister(before, file).map(({ id }) => id));
  for (const name of entry.aliases) {
    // Two names in one would be taken for two.
    const fault = findNameFault(name.trim());
    if (fault !== undefined) throw unfit(`alias ${JSON.stringify(makeLine(name).slice(0, 80))} ${fault}`);
  }
  const after = addLine(before, entry, remark);
  const actor = parseAdded(after, file).find(({ id }) => !known.has(id));
  if (actor === undefined) throw unfit('a line that begins with "#" is a comment; give another name');
  mkdirSync(dirname(file), { recursive: true });
  writeRegister(file, after);
  return actor;
}

/** Finds the records that entries of the desk lead to: their own, or those of the program's register to which they add. */
export function makeRecordFinder(own: readonly Actor[]): (entry: Actor) => Actor {
  const { actors } = makeRegister(own);
  let byName: Map<string, Actor> | undefined;
  return (entry) => {
    const known = actors.get(entry.id);
    if (known !== undefined) return known;
    byName ??= new Map(
      [...actors.values()].flatMap((actor) =>
        actor.isOwn === true ? actor.aliases.map((alias) => [makeActorId({ name: alias }), actor]) : [],
      ),
    );
    return byName.get(makeActorId({ name: entry.name })) ?? entry;
  };
}

/** Everything that is wrong in a register. */
export function findFaults(file: string): readonly RegisterFault[] {
  try {
    parseRegister(readRegisterText(file) ?? '', file);
    return [];
  } catch (error) {
    if (error instanceof RegisterError) return error.problems.map(({ line, problem }) => ({ line, problem }));
    if (error instanceof UsageError) return [{ line: 1, problem: error.message }];
    throw error;
  }
}

function makeRemark({ type, role: given = '', by: who }: ActorEntry, now: string): string {
  const [role, by] = [makeLine(given), makeLine(who)];
  if (!hasWord(by)) throw unfit('nobody is named who adds it');
  if (by.length > DECISION_LIMITS.by)
    throw unfit(`the name of who adds it has more than ${DECISION_LIMITS.by} characters`);
  if (role.length > LONGEST_ROLE) throw unfit(`the role has more than ${LONGEST_ROLE} characters`);
  if (type === 'person' && !tellsOffice(role))
    throw unfit(
      'a person needs the public office or role that makes them a public actor, such as "interior minister" or "commander of …"; private persons do not belong in a register',
    );
  return `added ${now} by ${by}${hasWord(role) ? `: ${role}` : ''}`;
}

function parseAdded(text: string, file: string): readonly Actor[] {
  try {
    return parseRegister(text, file);
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    throw unfit(error.problems.map(({ problem }) => problem).join('; '));
  }
}

function unfit(problem: string): DecisionError {
  return new DecisionError('unfit', {
    of: 'the actor cannot be added',
    problem,
    remedy: 'Nothing was changed.',
  });
}
