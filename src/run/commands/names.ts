import { chooseFormat, type Format } from '../context.ts';
import { findDecider, requireNote } from '../decider.ts';
import { decideByCommand } from '../decisions/by-command.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatActor } from '../print/actors.ts';
import { formatJudgement } from '../print/judgements.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';

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
  const who = { by: findDecider(options.by), note: requireNote(options.note) };
  const text = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const desk = await makeDesk({ store, config, now: context.now });
      const of = { type: 'actor', actor } as const;
      const judgement = await decideByCommand(
        `tocsin register ${verdict}`,
        { ...who, of, verdict, value: name },
        { desk, store, now: context.now },
      );
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
