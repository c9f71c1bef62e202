import { ACTOR_TYPES } from '../../direct/register/fields.ts';
import type { ActorRequest } from '../../model/desk.ts';
import { ENTITY_TYPES } from '../../model/entity.ts';
import { PageError } from '../../model/errors.ts';
import type { ExitCode } from '../exit.ts';
import { formatActor, formatActors } from '../print/actors.ts';
import { clean } from '../print/width.ts';
import type { Session } from '../program.ts';
import { UsageError } from '../usage.ts';
import { makeRequest, type PictureOptions, showPicture } from './stories.ts';

export interface ActorOptions extends PictureOptions {
  readonly name?: string;
  readonly type?: string;
}

/** `tocsin actors`: who is named in the documents, or one actor under all its spellings. */
export async function runActors(
  id: string | undefined,
  options: ActorOptions,
  session: Session,
): Promise<ExitCode> {
  const request = makeActorRequest(options);
  return showPicture({ id, request, format: options.format }, session, {
    makeUnknown,
    list: (desk, asked: ActorRequest) => desk.listActors(asked),
    get: (desk, actor, asOf) => desk.getActor(actor, asOf),
    formatList: formatActors,
    formatOne: formatActor,
  });
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
