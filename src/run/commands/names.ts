import { makeRegister } from '../../analyse/entity/register.ts';
import { findNameFault } from '../../direct/register/fields.ts';
import { chooseFormat, type Format } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatActor } from '../print/actors.ts';
import { formatJudgement } from '../print/judgements.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { findRegisterFile, readRegister } from '../register.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';
import { makeUnknown } from './actors.ts';
import { findUser } from './correct.ts';

export interface NameOptions {
  readonly note?: string;
  readonly by?: string;
  readonly format?: Format;
}

/** A name, and whether it is of an actor. */
export interface NameDecided {
  readonly verdict: 'alias' | 'distinct';
  readonly actor: string;
  readonly name: string;
}

/** `tocsin register alias|distinct`: keeps what a person decided of a name, and shows the actor as it is then. */
export async function runNameDecision(
  { verdict, actor, name }: NameDecided,
  options: NameOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const value = name.trim();
  const fault = findNameFault(value);
  if (fault !== undefined) throw new UsageError(`the name ${fault}`, 'Give it as documents have it.');
  if (value === actor) throw new UsageError('both are one actor already', 'Give a name, or another id.');
  const note = options.note?.trim() ?? '';
  if (note === '') throw new UsageError('there is no reason', 'Say why with --note "…".');
  const own = readRegister(findRegisterFile(config));
  const text = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const before = await makeDesk({ store, config, now: context.now });
      if (!makeRegister(own).actors.has(actor) && (await before.getActor(actor)) === undefined)
        throw makeUnknown(actor);
      const judgement = await store.addJudgement({
        made: context.now(),
        by: options.by?.trim() || findUser(),
        note,
        of: { type: 'actor', actor },
        verdict,
        value,
      });
      const desk = await makeDesk({ store, config, now: context.now });
      const after = await desk.getActor(actor, judgement.made);
      if (chooseFormat(options.format, context) === 'json')
        return formatJsonLine(judgement) + (after === undefined ? '' : formatJsonLine(after));
      const shown =
        after === undefined ? `No document names ${clean(actor)} yet.\n` : formatActor(after, context.out);
      return `${formatJudgement(judgement, context.out)}\n${shown}`;
    },
  });
  await context.out.write(text);
  return EXIT.ok;
}
