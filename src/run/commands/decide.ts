import { findSource } from '../../analyse/correction/sources.ts';
import { PageError } from '../../model/errors.ts';
import type { JudgedThing, Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import type { Store } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { makeDesk } from '../desk.ts';
import { parsePrefix, resolveId } from '../document-id.ts';
import { Picture } from '../picture.ts';
import { clean } from '../print/width.ts';
import type { CorrectOptions } from './correct.ts';

export interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** What is meant by the arguments: a document, a claim in it. */
export interface CorrectTarget {
  readonly document: string | undefined;
  readonly claim: string | undefined;
}

type Decided = Pick<Judgement, 'of' | 'verdict' | 'value'>;

/**
 * What is decided on which thing.
 *
 * @throws PageError where there is no such thing.
 */
export async function decide(
  store: Store,
  given: { readonly target: CorrectTarget; readonly options: CorrectOptions; readonly session: Session },
): Promise<Decided> {
  const { target, options, session } = given;
  if (options.withdraw !== undefined) return findWithdrawn(store, options.withdraw);
  if (options.incident !== undefined)
    return { verdict: 'reject', of: await findIncident(store, options.incident, session) };
  if (options.story !== undefined)
    return { verdict: 'reject', of: await findStory(store, options.story, given) };
  if (options.source !== undefined)
    return { verdict: 'reject', of: await findNamedSource(store, options.source, session) };
  const document = await resolveId(store, parsePrefix(target.document ?? ''));
  if (target.claim === undefined) return { verdict: 'reject', of: { type: 'document', document } };
  const reading = await store.getReading(document);
  if (reading?.claims.some(({ id }) => id === target.claim) !== true)
    throw new PageError(
      clean(target.claim).slice(0, 80),
      'the document has no claim of that id',
      `tocsin show ${document.slice('sha256:'.length, 'sha256:'.length + 12)} --format json lists them.`,
    );
  const { claim } = target;
  const { event } = options;
  if (event !== undefined && !reading.events.some(({ id }) => id === event))
    throw new PageError(
      clean(event).slice(0, 80),
      'the document has no event of that id',
      'tocsin show lists them.',
    );
  const of: JudgedThing = { type: 'claim', document, claim, ...(event === undefined ? {} : { event }) };
  return { verdict: 'reject', of };
}

async function findWithdrawn(store: Store, id: string): Promise<Decided> {
  const found = (await store.listJudgements()).find((judgement) => judgement.id === id);
  if (found !== undefined) return { verdict: 'withdraw', of: found.of, value: id };
  throw new PageError(
    clean(id).slice(0, 80),
    'no judgement has that id',
    'tocsin correct --list shows them.',
  );
}

async function findIncident(
  store: Store,
  incident: string,
  { config, context }: Session,
): Promise<JudgedThing> {
  const desk = await makeDesk({ store, config, now: context.now });
  if ((await desk.getIncident(incident)) !== undefined) return { type: 'incident', incident };
  throw new PageError(
    clean(incident).slice(0, 80),
    'no incident of that id is known',
    'tocsin incidents lists those that are.',
  );
}

async function findStory(
  store: Store,
  id: string,
  { target, session }: { readonly target: CorrectTarget; readonly session: Session },
): Promise<JudgedThing> {
  const told = (await listStanding(store, session)).filter(({ story }) => story === id);
  if (told.length === 0)
    throw new PageError(
      clean(id).slice(0, 80),
      'no story of that id is known',
      'tocsin stories lists those that are.',
    );
  if (target.document === undefined) return { type: 'story', story: id };
  const document = await resolveId(store, parsePrefix(target.document));
  if (!told.some((report) => report.document === document || report.series === document))
    throw new PageError(
      clean(target.document).slice(0, 80),
      'the document is not in that story',
      `tocsin stories ${clean(id).slice(0, 80)} lists those that are.`,
    );
  return { type: 'story', story: id, documents: [document] };
}

async function listStanding(store: Store, { context }: Session): Promise<readonly Report[]> {
  const picture = new Picture(store);
  await picture.refresh();
  return picture.known(context.now());
}

async function findNamedSource(store: Store, name: string, { context }: Session): Promise<JudgedThing> {
  const picture = new Picture(store);
  await picture.refresh();
  // Of what stands: one that is rejected already is not rejected again.
  const found = findSource(name.trim(), picture.known(context.now()));
  if (found !== undefined) return { type: 'source', source: found.key };
  throw new PageError(
    clean(name).slice(0, 80),
    'nothing that stands is by, or on the word of, a source of that name',
    'tocsin stories ID names outlets and speakers.',
  );
}
