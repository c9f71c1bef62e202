import { makeRegister } from '../../analyse/entity/register.ts';
import { foldName } from '../../analyse/origin/names.ts';
import { HEADER, parseRegister } from '../../direct/register/parse.ts';
import type { Actor } from '../../model/actor.ts';
import { DecisionError, PageError } from '../../model/errors.ts';
import type { ActorEntry } from '../../model/register.ts';
import { chooseFormat, type Format } from '../context.ts';
import { findDecider } from '../decider.ts';
import { noteCommand } from '../decisions/by-command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatRegister } from '../print/actors.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { findRegisterFile, readRegister, readRegisterText } from '../register.ts';
import { addToRegister } from '../registering.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface RegisterListOptions {
  readonly own?: boolean;
  readonly limit?: string;
  readonly format?: Format;
}

/** `tocsin register list`: the actors of the register by their names. */
export async function runRegisterList(
  words: string | undefined,
  { own = false, limit = '50', format }: RegisterListOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1 || most > 20_000)
    throw new UsageError(
      `--limit ${clean(limit).slice(0, 80)} does not fit`,
      'Give a number from 1 to 20000.',
    );
  const sought = foldName(words ?? '');
  const found = [...makeRegister(readRegister(findRegisterFile(config))).actors.values()].filter(
    (actor) =>
      (!own || actor.isOwn === true) &&
      [actor.name, ...actor.aliases].some((name) => foldName(name).includes(sought)),
  );
  const rows = found.slice(0, most);
  await context.out.write(
    chooseFormat(format, context) === 'json'
      ? rows.map((row) => formatJsonLine(row)).join('')
      : formatRegister({ rows, total: found.length }, context.out),
  );
  return EXIT.ok;
}

export interface RegisterAddOptions {
  readonly type?: string;
  readonly country?: string;
  readonly sector?: string;
  readonly wikidata?: string;
  readonly alias?: readonly string[];
  readonly role?: string;
  readonly by?: string;
  readonly format?: Format;
}

/** `tocsin register add`: a line more in the desk's register. What stands there stays as it is written. */
export async function runRegisterAdd(
  name: string,
  { alias = [], by, format, type = '', ...cells }: RegisterAddOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const entry = { ...cells, type, name, aliases: alias, by: findDecider(by) };
  const actor = add(findRegisterFile(config), entry, context.now());
  await withStore(config, context, {
    readOnly: false,
    run: (store) =>
      noteCommand({ operation: 'tocsin register add', on: actor.id }, { store, now: context.now }),
  });
  await context.out.write(
    chooseFormat(format, context) === 'json'
      ? formatJsonLine(actor)
      : formatRegister({ rows: [actor], total: 1 }, context.out),
  );
  return EXIT.ok;
}

function add(file: string, entry: ActorEntry, now: string): Actor {
  try {
    return addToRegister(file, entry, now);
  } catch (error) {
    if (error instanceof DecisionError)
      throw new UsageError(
        clean(error.message.replace(/\. Nothing was changed\.$/, '')),
        'Nothing was changed.',
      );
    throw error;
  }
}

/** `tocsin register check`: what is wrong in a register, and which of its names the program has for somebody else. */
export async function runRegisterCheck(
  given: string | undefined,
  { format }: { readonly format?: Format },
  { config, context }: Session,
): Promise<ExitCode> {
  const file = given ?? findRegisterFile(config);
  const text = readRegisterText(file);
  if (text === undefined) throw new PageError(file, 'there is no such file', `Begin one with "${HEADER}".`);
  const own = parseRegister(text, file);
  const shared = listShared(own);
  const isJson = format === 'json';
  await context.out.write(
    isJson
      ? formatJsonLine({ file, actors: own.length, shared })
      : [
          `${file}: ${own.length} ${own.length === 1 ? 'actor' : 'actors'}, nothing wrong.`,
          ...shared.map(
            ({ name, actor, others }) =>
              `  ${clean(name)}: is now ${clean(actor)}; the program has it for ${others.map(clean).join(', ')}.`,
          ),
          '',
        ].join('\n'),
  );
  return EXIT.ok;
}

/** Names that the desk gives to somebody and the program's register to somebody else. */
function listShared(
  own: readonly Actor[],
): readonly { readonly name: string; readonly actor: string; readonly others: readonly string[] }[] {
  const [shipped, all] = [makeRegister(), makeRegister(own)];
  return [...all.actors.values()]
    .filter(({ isOwn }) => isOwn === true)
    .flatMap((actor) =>
      [...new Set([actor.name, ...actor.aliases])].flatMap((name) => {
        const others = shipped
          .findByName(foldName(name))
          .filter(({ id }) => id !== actor.id)
          .map(({ id }) => id);
        return others.length === 0 ? [] : [{ name, actor: actor.id, others }];
      }),
    );
}
