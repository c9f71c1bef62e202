import { ACTOR_TYPES } from '../../direct/register/fields.ts';
import type { ActorRequest } from '../../model/desk.ts';
import { ENTITY_TYPES } from '../../model/entity.ts';
import { PageError } from '../../model/errors.ts';
import { chooseFormat } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatActor, formatActors } from '../print/actors.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';
import { makeRequest, type PictureOptions } from './stories.ts';

export interface ActorOptions extends PictureOptions {
  readonly name?: string;
  readonly type?: string;
}

/** `tocsin actors`: who is named in the documents, or one actor under all its spellings. */
export async function runActors(
  id: string | undefined,
  options: ActorOptions,
  { config, context }: Session,
): Promise<ExitCode> {
  const request = makeActorRequest(options);
  const isJson = chooseFormat(options.format, context) === 'json';
  const text = await withStore(config, context, {
    readOnly: true,
    run: async (store) => {
      const desk = await makeDesk({ store, config, now: context.now });
      if (id === undefined) {
        const list = await desk.listActors(request);
        return isJson
          ? list.rows.map((row) => formatJsonLine(row)).join('')
          : formatActors(list, context.out);
      }
      const actor = await desk.getActor(id, request.asOf);
      if (actor === undefined) throw makeUnknown(id);
      return isJson ? formatJsonLine(actor) : formatActor(actor, context.out);
    },
  });
  await context.out.write(text);
  return EXIT.ok;
}

export function makeUnknown(id: string): PageError {
  return new PageError(
    clean(id).slice(0, 80),
    'no actor of that id is named in a document (then)',
    'tocsin actors lists those that are.',
  );
}

function makeActorRequest({ name, type, ...options }: ActorOptions): ActorRequest {
  const known = ENTITY_TYPES.find((each) => each === type);
  if (type !== undefined && known === undefined)
    throw new UsageError(
      `--type ${clean(type).slice(0, 80)} is no type of actor`,
      `Give one of ${[...ACTOR_TYPES, 'state'].join(', ')}.`,
    );
  return {
    ...makeRequest(options),
    ...(name === undefined ? {} : { name: name.slice(0, 200) }),
    ...(known === undefined ? {} : { type: known }),
  };
}
