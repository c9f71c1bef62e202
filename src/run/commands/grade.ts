import { nameGraded } from '../../analyse/grade/log.ts';
import { findOutlet, makeOutletKey } from '../../analyse/origin/names.ts';
import type { Decision } from '../../model/decision.ts';
import type { Desk } from '../../model/desk.ts';
import { PageError } from '../../model/errors.ts';
import type { GradeDetail, GradeRequest } from '../../model/grade.ts';
import type { Hash } from '../../model/page.ts';
import type { Store } from '../../store/store.ts';
import { parseAsOf } from '../as-of.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { findDecider, requireNote } from '../decider.ts';
import { decideByCommand } from '../decisions/by-command.ts';
import { makeDesk } from '../desk.ts';
import { parsePrefix, resolveId } from '../document-id.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatGradeDetail, formatGradeList, formatGradeLog } from '../print/grades.ts';
import { formatJudgement } from '../print/judgements.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface GradeOptions {
  readonly log?: boolean;
  readonly asOf?: string;
  readonly limit?: string;
  readonly note?: string;
  readonly by?: string;
  readonly format?: Format;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** What is meant by the arguments: a source or an incident, or a claim of a document. */
export interface GradeTarget {
  readonly what: string;
  readonly claim: string | undefined;
}

/** `tocsin grade list`: sources with their records, or who changed what. */
export async function runGradeList(options: GradeOptions, session: Session): Promise<ExitCode> {
  const limit = Number(options.limit ?? '50');
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new UsageError(
      `--limit ${clean(options.limit ?? '').slice(0, 80)} does not fit`,
      'Give a number from 1 to 500.',
    );
  const { out } = session.context;
  const list = await ask(session, (desk) => desk.listGrades({ limit, ...readAsOf(options) }));
  if (chooseFormat(options.format, session.context) === 'json') {
    const rows: readonly unknown[] = options.log === true ? list.log : list.rows;
    await out.write(rows.map((row) => formatJsonLine(row)).join(''));
  } else await out.write(options.log === true ? formatGradeLog(list.log, out) : formatGradeList(list, out));
  return EXIT.ok;
}

/** `tocsin grade show`: one grade with everything that it rests on. */
export async function runGradeShow(
  target: GradeTarget,
  options: GradeOptions,
  session: Session,
): Promise<ExitCode> {
  const detail = await ask(session, async (desk, store) =>
    find(desk, store, { ...target, ...readAsOf(options) }),
  );
  if (detail === undefined) throw makeUnknown(target);
  await write(detail, options, session);
  return EXIT.ok;
}

/** `tocsin grade set`: a person's grade holds, and what was worked out stays beside it. */
export async function runGradeSet(
  { value, ...target }: GradeTarget & { readonly value: string },
  options: GradeOptions,
  session: Session,
): Promise<ExitCode> {
  const note = requireNote(options.note);
  const by = findDecider(options.by);
  const make = async (desk: Desk, store: Store): Promise<Decision> => {
    const detail = await find(desk, store, target);
    const of = detail === undefined ? findSilentSource(target) : readThing(detail);
    return { by, note, of, verdict: 'grade', value: value.toUpperCase() };
  };
  return decide(options, session, { operation: 'tocsin grade set', make });
}

/** `tocsin grade withdraw`: takes back a grade that was set, or the taking back of one. */
export async function runGradeWithdraw(
  id: string,
  options: GradeOptions,
  session: Session,
): Promise<ExitCode> {
  const note = requireNote(options.note);
  const by = findDecider(options.by);
  const make = async (desk: Desk): Promise<Decision> => {
    const { log } = await desk.listGrades({ limit: 1 });
    if (!log.some(({ judgement }) => judgement === id))
      throw new PageError(
        clean(id).slice(0, 80),
        'no grade has that id',
        'tocsin grade list --log shows them.',
      );
    return { by, note, verdict: 'withdraw', value: id };
  };
  return decide(options, session, { operation: 'tocsin grade withdraw', make });
}

/** Keeps a decision and shows what holds now. */
async function decide(
  options: GradeOptions,
  { config, context }: Session,
  {
    operation,
    make,
  }: { readonly operation: string; readonly make: (desk: Desk, store: Store) => Promise<Decision> },
): Promise<ExitCode> {
  const { judgement, detail } = await withStore(config, context, {
    readOnly: false,
    run: async (store) => {
      const desk = await makeDesk({ store, config, now: context.now });
      const kept = await decideByCommand(operation, await make(desk, store), {
        ...{ desk, store, now: context.now },
      });
      const named = nameGraded(kept.of)!;
      return { judgement: kept, detail: await desk.getGrade({ ...named, asOf: kept.made }) };
    },
  });
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(
    isJson ? formatJsonLine(judgement) : `${formatJudgement(judgement, context.out)}\n`,
  );
  if (detail !== undefined) await write(detail, options, { config, context });
  return EXIT.ok;
}

function ask<Answer>(
  { config, context }: Session,
  run: (desk: Desk, store: Store) => Promise<Answer>,
): Promise<Answer> {
  return withStore(config, context, {
    readOnly: true,
    run: async (store) => run(await makeDesk({ store, config, now: context.now }), store),
  });
}

const readAsOf = ({ asOf }: GradeOptions): Pick<GradeRequest, 'asOf'> =>
  asOf === undefined ? {} : { asOf: parseAsOf(asOf) };

/** A claim where one is named; else the incident of that id, else the source of that name. */
async function find(
  desk: Desk,
  store: Store,
  { what, claim, ...rest }: GradeTarget & Pick<GradeRequest, 'asOf'>,
): Promise<GradeDetail | undefined> {
  if (claim !== undefined) {
    const document = await resolveId(store, parsePrefix(what));
    return desk.getGrade({ type: 'claim', of: `${document}#${claim}`, ...rest });
  }
  const incident = await desk.getGrade({ type: 'incident', of: what, ...rest });
  return incident ?? (await desk.getGrade({ type: 'source', of: what, ...rest }));
}

type Graded = Extract<Decision, { readonly verdict: 'grade' }>['of'];

function readThing({ type, of }: GradeDetail): Graded {
  if (type === 'source') return { type, source: of };
  if (type === 'incident') return { type, incident: of };
  const [document = '', claim = ''] = of.split('#');
  return { type, document: document as Hash, claim };
}

/** An outlet that is known by name and has not been heard here yet can be graded beforehand. */
function findSilentSource(target: GradeTarget): Graded {
  if (target.claim !== undefined || findOutlet(target.what) === undefined) throw makeUnknown(target);
  return { type: 'source', source: makeOutletKey(target.what) };
}

function makeUnknown({ what, claim }: GradeTarget): PageError {
  return claim === undefined
    ? new PageError(
        clean(what).slice(0, 80),
        'no source of that name and no incident of that id is known (then)',
        'tocsin grade list and tocsin incidents list those that are.',
      )
    : new PageError(
        clean(claim).slice(0, 80),
        'the document has no claim of that id (then)',
        `tocsin show ${clean(what).slice(0, 80)} --format json lists them.`,
      );
}

async function write(detail: GradeDetail, options: GradeOptions, { context }: Session): Promise<void> {
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(isJson ? formatJsonLine(detail) : formatGradeDetail(detail, context.out));
}
