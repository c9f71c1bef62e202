import { chooseStanding } from '../../analyse/correction/standing.ts';
import type { Decision, Rejected } from '../../model/decision.ts';
import type { CorrectedField } from '../../model/field-correction.ts';
import type { Store } from '../../store/store.ts';
import { parseAsOf } from '../as-of.ts';
import { chooseFormat, type Format } from '../context.ts';
import { findDecider, requireNote } from '../decider.ts';
import { decideByCommand } from '../decisions/by-command.ts';
import { makeDesk } from '../desk.ts';
import { parsePrefix, resolveId } from '../document-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatChanges } from '../print/changes.ts';
import { formatJudgement, formatJudgements } from '../print/judgements.ts';
import { formatJsonLine } from '../print/terminal.ts';
import type { Session } from '../program.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface CorrectOptions {
  readonly reject?: boolean;
  readonly event?: string;
  readonly incident?: string;
  readonly story?: string;
  readonly source?: string;
  readonly field?: CorrectedField;
  readonly to?: string;
  readonly instead?: string;
  readonly withdraw?: string;
  readonly list?: boolean;
  readonly note?: string;
  readonly by?: string;
  readonly asOf?: string;
  readonly format?: Format;
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
      const judgement = await decideByCommand(
        'tocsin correct',
        await readDecision(store, { target, options, who }),
        { desk, store, now: context.now },
      );
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
  const asked = [
    options.reject === true,
    options.field !== undefined,
    options.withdraw !== undefined,
    options.list === true,
  ];
  if (asked.filter(Boolean).length !== 1)
    throw new UsageError(
      'it is not said what to do, or too much',
      'Give one of --reject, --field NAME with --to VALUE, --withdraw ID and --list.',
    );
  const named = [options.incident, options.story, options.source].filter((each) => each !== undefined);
  // A document beside a story leaves it.
  const isLeaving = options.story !== undefined && claim === undefined;
  const things = named.length + (document === undefined || isLeaving ? 0 : 1);
  if (options.reject === true && things !== 1)
    throw new UsageError(
      'it is not said what is rejected, or too much',
      'Give a document (and a claim of it), --incident ID, --story ID (and a document that leaves it) or --source NAME.',
    );
  if (options.field !== undefined && (claim === undefined || options.to === undefined))
    throw new UsageError(
      'it is not said what is corrected to what',
      'Give document, claim, --field NAME and --to VALUE.',
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
  const { field, to, instead } = options;
  if (field !== undefined && to !== undefined) {
    const { document: prefix, claim = '' } = target;
    const document = await resolveId(store, parsePrefix(prefix ?? ''));
    const event = options.event === undefined ? {} : { event: options.event };
    return {
      ...who,
      verdict: 'correct',
      of: { type: 'claim', document, claim, ...event },
      field,
      value: to,
      ...(instead === undefined ? {} : { instead }),
    };
  }
  return { ...who, verdict: 'reject', of: await readThing(store, target, options) };
}

async function readThing(
  store: Store,
  { document: prefix, claim }: CorrectTarget,
  { incident, source, story, event }: CorrectOptions,
): Promise<Rejected> {
  if (incident !== undefined) return { type: 'incident', incident };
  if (source !== undefined) return { type: 'source', source };
  if (story !== undefined && prefix === undefined) return { type: 'story', story };
  const document = await resolveId(store, parsePrefix(prefix ?? ''));
  if (story !== undefined) return { type: 'story', story, documents: [document] };
  if (claim === undefined) return { type: 'document', document };
  return { type: 'claim', document, claim, ...(event === undefined ? {} : { event }) };
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
