import { chooseStanding } from '../../analyse/correction/standing.ts';
import type { Decision } from '../../model/decision.ts';
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
  const who = { by: findDecider(options.by), note: requireNote(options.note) };
  const { config, context } = session;
  const text = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const desk = await makeDesk({ store, config, now: context.now });
      const judgement = await desk.decide(await readDecision(store, { target, options, who }));
      const since = new Date(Date.parse(judgement.made) - 1).toISOString();
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

/** What the arguments mean. Whether that is there is for whoever puts it on record. */
async function readDecision(
  store: Store,
  given: {
    readonly target: CorrectTarget;
    readonly options: CorrectOptions;
    readonly who: Pick<Decision, 'by' | 'note'>;
  },
): Promise<Decision> {
  const { target, options, who } = given;
  if (options.withdraw !== undefined) return { ...who, verdict: 'withdraw', value: options.withdraw };
  const { incident, event } = options;
  if (incident !== undefined) return { ...who, verdict: 'reject', of: { type: 'incident', incident } };
  const document = await resolveId(store, parsePrefix(target.document ?? ''));
  const { claim } = target;
  if (claim === undefined) return { ...who, verdict: 'reject', of: { type: 'document', document } };
  const part = event === undefined ? {} : { event };
  return { ...who, verdict: 'reject', of: { type: 'claim', document, claim, ...part } };
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
