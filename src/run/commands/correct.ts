import { chooseStanding } from '../../analyse/correction/standing.ts';
import { PageError } from '../../model/errors.ts';
import type { JudgedThing, Judgement } from '../../model/judgement.ts';
import type { Store } from '../../store/store.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { findDecider, requireNote } from '../decider.ts';
import { makeDesk } from '../desk.ts';
import { parsePrefix, resolveId } from '../document-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatChanges } from '../print/changes.ts';
import { formatJudgement, formatJudgements } from '../print/judgements.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface CorrectOptions {
  readonly reject?: boolean;
  readonly event?: string;
  readonly incident?: string;
  readonly withdraw?: string;
  readonly list?: boolean;
  readonly note?: string;
  readonly by?: string;
  readonly asOf?: string;
  readonly format?: Format;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** What is meant by the arguments: a document, a claim in it. */
export interface CorrectTarget {
  readonly document: string | undefined;
  readonly claim: string | undefined;
}

/** `tocsin correct`: rejects something, takes a judgement back, or lists them. Shows what that changes. */
export async function runCorrect(
  target: CorrectTarget,
  options: CorrectOptions,
  session: Session,
): Promise<ExitCode> {
  checkOptions(target, options);
  if (options.list === true) return list(options, session);
  const note = requireNote(options.note);
  const { config, context } = session;
  const text = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const decided = await decide(store, { target, options, session });
      const judgement = await store.addJudgement({
        made: context.now(),
        by: findDecider(options.by),
        note,
        ...decided,
      });
      const since = new Date(Date.parse(judgement.made) - 1).toISOString();
      const desk = await makeDesk({ store, config, now: context.now });
      const changes = await desk.getChanges({ since, asOf: judgement.made, limit: 50 });
      return chooseFormat(options.format, context) === 'json'
        ? formatJsonLine(judgement) + formatJsonLine(changes)
        : `${formatJudgement(judgement, context.out)}\n${formatChanges(changes, context.out)}`;
    },
  });
  await context.out.write(text);
  return EXIT.ok;
}

function checkOptions({ document, claim }: CorrectTarget, options: CorrectOptions): void {
  const asked = [options.reject === true, options.withdraw !== undefined, options.list === true];
  if (asked.filter(Boolean).length !== 1)
    throw new UsageError(
      'it is not said what to do, or too much',
      'Give one of --reject, --withdraw ID and --list.',
    );
  if (options.reject === true && (document === undefined) === (options.incident === undefined))
    throw new UsageError(
      'it is not said what is rejected, or too much',
      'Give a document (and a claim of it), or --incident ID.',
    );
  if (options.event !== undefined && claim === undefined)
    throw new UsageError('--event is of a claim', 'Give document and claim too.');
}

type Decided = Pick<Judgement, 'of' | 'verdict' | 'value'>;

async function decide(
  store: Store,
  given: { readonly target: CorrectTarget; readonly options: CorrectOptions; readonly session: Session },
): Promise<Decided> {
  const { target, options, session } = given;
  if (options.withdraw !== undefined) return findWithdrawn(store, options.withdraw);
  if (options.incident !== undefined)
    return { verdict: 'reject', of: await findIncident(store, options.incident, session) };
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

async function list(options: CorrectOptions, { config, context }: Session): Promise<ExitCode> {
  const asOf = options.asOf === undefined ? context.now() : parseAsOf(options.asOf);
  const judgements = await withStore(config, context, {
    readOnly: true,
    run: (store) => store.listJudgements({ asOf }),
  });
  const standing = new Set(chooseStanding(judgements, asOf).map(({ id }) => id));
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(
    isJson
      ? judgements.map((each) => formatJsonLine({ ...each, holds: standing.has(each.id) })).join('')
      : formatJudgements(judgements, { ...context.out, standing }),
  );
  return EXIT.ok;
}
