import type { Report, Statement } from '../../model/report.ts';
import { ON_THE_SPOT } from '../report/attributions.ts';
import { listStatements } from '../report/lede.ts';
import { findAttributed, isSeenByStaff, makeStaff, readChain } from './chain.ts';
import { findCopied, findMarkOf, isToldIn, type ReadMark, readMarks } from './credits.ts';
import { makeOutletKey } from './names.ts';
import { readOrganization } from './organizations.ts';
import { type Asked, Outlets } from './outlets.ts';
import { isTail } from './short-names.ts';
import { resolveStandIns } from './stand-ins.ts';
import { readSubject } from './subjects.ts';
import { type Access, type Context, getOutletName, type Traced } from './traced.ts';
import { isDenialWords, isLeftOpen, isWithheldWords } from './withheld.ts';

const CASUALTY = /^(?:kill|injur|wound|hurt|casualt|dead|die|death|fatalit|victim|maim)/i;

/** Whether a statement says that it is not so. That nobody was hurt denies no attack. */
function isDenial(statement: Statement, report: Report, access: Access): boolean {
  if (isLeftOpen(statement.words)) return false;
  if (statement.stance === 'denies') return true;
  if (
    access.kind !== 'own' &&
    access.kind !== 'outlet' &&
    isDenialWords(statement, report, nameSpeaker(access))
  )
    return true;
  const { mentions } = statement;
  return (
    mentions.length > 0 &&
    mentions.every(({ realis, trigger }) => realis === 'denied' && !CASUALTY.test(trigger.text))
  );
}

const nameSpeaker = (access: Access): string =>
  access.kind === 'named' ? `${access.short} ${access.organization ?? ''}` : '';

/** A report as its own outlet alone would have it read, with what was asked of that; and as others, read last, have it. */
interface Known {
  readonly alone: { readonly outlets: Outlets; readonly asked: Asked; readonly traced: readonly Traced[] };
  readonly last?: { readonly outlets: string; readonly traced: readonly Traced[] };
}

const known = new WeakMap<Report, Known>();

/**
 * All statements of a report in order of the text, with who is behind each. `outlets` are those that names may stand for. A
 * report never changes, so this is done once, and again only for outlets that a name in it can stand for.
 */
export function traceReport(report: Report, outlets?: Outlets): readonly Traced[] {
  const before = known.get(report) ?? traceAlone(report);
  if (outlets === undefined || outlets.answersAs(before.alone.outlets, before.alone.asked))
    return before.alone.traced;
  if (before.last?.outlets === outlets.signature) return before.last.traced;
  const traced = traceBy(report, outlets);
  known.set(report, { alone: before.alone, last: { outlets: outlets.signature, traced } });
  return traced;
}

function traceAlone(report: Report): Known {
  const outlets = new Outlets([report]);
  const asking = outlets.listen();
  const made: Known = { alone: { outlets, traced: traceBy(report, outlets), asked: asking() } };
  known.set(report, made);
  return made;
}

function traceBy(report: Report, outlets: Outlets): readonly Traced[] {
  const whole = wholes.get(report);
  if (whole !== undefined) return tracePart(report, traceBy(whole, outlets));
  const marks = readMarks(report, outlets, makeOutletKey(getOutletName(report, report.statements[0])));
  const inOrder = [...listStatements(report)].sort((a, b) => a.start - b.start || a.end - b.end);
  const traced = resolveStandIns(
    inOrder.map((statement) => traceStatement(report, statement, { outlets, marks })),
  );
  return spreadDenials(spreadWithheld(traced));
}

const wholes = new WeakMap<Report, Report>();

/** Lets a report of which something was set aside be read as the whole one: who "he" is does not hang on what still counts. */
export function inheritTrace(part: Report, whole: Report): void {
  wholes.set(part, whole);
}

/** What the whole report's trace says of the statements that are left. */
function tracePart(part: Report, whole: readonly Traced[]): readonly Traced[] {
  const left = new Map(listStatements(part).map((statement) => [statement.claim, statement]));
  return whole.flatMap((one) => {
    const statement = left.get(one.statement.claim);
    return statement === undefined ? [] : [{ ...one, report: part, statement }];
  });
}

/** Characters to the next sentence. */
const NEXT = 60;

/** "Would neither confirm nor deny that …": what it is about is neither, too. */
function spreadWithheld(traced: readonly Traced[]): readonly Traced[] {
  return traced.map((one) => {
    const isAsked = traced.some(
      (other) =>
        other.isWithheld &&
        other.access.kind === 'named' &&
        one.access.kind === 'named' &&
        other.access.key === one.access.key &&
        ((other.statement.start < one.statement.end && one.statement.start < other.statement.end) ||
          // "Nor has it denied it."
          (one.statement.stance === 'denies' &&
            one.statement.polarity === 'negated' &&
            Math.abs(one.statement.start - other.statement.end) < NEXT)),
    );
    return isAsked && !one.isWithheld ? { ...one, isWithheld: true } : one;
  });
}

/** Who denies it in one sentence of a report does not affirm it in the next. */
function spreadDenials(traced: readonly Traced[]): readonly Traced[] {
  const deny = new Set(
    traced.flatMap(({ access, isDenial }) => (isDenial && access.kind === 'named' ? [access.key] : [])),
  );
  if (deny.size === 0) return traced;
  return traced.map((one) =>
    one.access.kind === 'named' && deny.has(one.access.key) ? { ...one, isDenial: true } : one,
  );
}

/** Acts by which somebody takes no position. */
const WITHHOLDING: ReadonlySet<string> = new Set(['decline', 'refuse']);

/**
 * Whether a chain names less than its sentence does: a post or body where the person is named that holds or speaks for it, or
 * somebody else where what is said holds the name of who says it.
 */
function isMisread(report: Report, { words, start, end }: Statement, access: Access): boolean {
  if (access.kind !== 'unnamed' && access.kind !== 'named') return false;
  return (report.attributions ?? []).some(({ within, name, type, role = '' }) => {
    if (start >= within[1] || end <= within[0]) return false;
    // "The operator Harbour Rail", of which the chain has the first word.
    if (type === 'office')
      return access.kind === 'named' && (name.startsWith(`${access.name} `) || role.endsWith(access.name));
    if (type !== 'person') return false;
    if (access.kind === 'unnamed') return words.endsWith(name) || role.endsWith(access.name);
    if (access.key.startsWith('post ')) return true;
    const organization = access.reason === 'office' ? (readOrganization(role) ?? '') : '';
    return organization !== '' && (organization === access.short || isTail(organization, access.short));
  });
}

/** Characters within which an own voice goes on with what the outlet's own people saw. */
const OPENING = 400;

/** Whether a report says that its own outlet's people were on the spot. */
function isSeenOnSpot(report: Report, { outlets }: Context): boolean {
  const own = makeOutletKey(getOutletName(report, report.statements[0]));
  return (report.attributions ?? []).some(({ role, name }) => {
    if (role !== ON_THE_SPOT) return false;
    if (/^(?:our|an?|the|its|one of our)$/i.test(name)) return true;
    const found = outlets.find(name);
    return found !== undefined && found.key === own;
  });
}

/** A person with the post that the sentence gives beside the name: "the group's spokesman, Captain Ann Example". */
function addRole(access: Access, report: Report, { start, end }: Statement): Access {
  if (access.kind !== 'named' || access.type !== 'person' || access.organization !== undefined) return access;
  const beside = (report.attributions ?? []).find(
    ({ name, type, role, within }) =>
      type === 'person' &&
      role !== undefined &&
      role !== ON_THE_SPOT &&
      name.endsWith(access.name) &&
      start < within[1] &&
      end > within[0],
  );
  if (beside?.role === undefined) return access;
  const organization = readOrganization(beside.role);
  return { ...access, role: beside.role, ...(organization === undefined ? {} : { organization }) };
}

/** Reads one statement's chain from the outside in, then what its sentence and its page credit beside it. */
function traceStatement(report: Report, statement: Statement, context: Context): Traced {
  const own = makeOutletKey(getOutletName(report, statement));
  const read = readChain(report, statement, context);
  const { credits } = read;
  let { access, standIn, speaker } = read;
  if (access.kind === 'own' || access.kind === 'outlet' || isMisread(report, statement, access)) {
    const [said, link] = findAttributed(report, statement, context);
    if (said !== undefined) [access, speaker, standIn] = [said, link, undefined];
  }
  const add = (mark: ReadMark | undefined) => {
    if (mark === undefined || mark.key === own || credits.some(({ key }) => key === mark.key)) return;
    const behind = mark.isBehind === true ? { isBehind: true } : {};
    credits.push({ key: mark.key, name: mark.name, type: 'outlet', ...behind });
    if (access.kind === 'own') access = { kind: 'outlet' };
  };
  if (credits.length === 0 || access.kind === 'own') add(findMarkOf(statement, speaker, context.marks));
  if (credits.length === 0) add(findCopied(context.marks, 'copy'));
  if (credits.length === 0 && access.kind !== 'named') add(findCopied(context.marks, 'part'));
  if (access.kind === 'own' && isSeenByStaff(statement.words)) {
    access = makeStaff(getOutletName(report, statement));
    standIn = undefined;
  }
  if (
    access.kind === 'own' &&
    credits.length === 0 &&
    statement.start < OPENING &&
    isSeenOnSpot(report, context)
  )
    access = makeStaff(getOutletName(report, statement));
  access = addRole(readSubject(access, statement.words) ?? access, report, statement);
  const hasSpeaker = access.kind === 'named' || access.kind === 'unnamed' || standIn !== undefined;
  return {
    report,
    statement,
    credits,
    access,
    ...(standIn === undefined ? {} : { standIn }),
    isWithheld:
      statement.stance === undefined ||
      statement.evidence === 'withheld' ||
      WITHHOLDING.has(speaker?.cue?.act ?? '') ||
      // "It did not deny it either."
      /\bnot\b/.test(statement.stance === 'denies' ? (speaker?.cue?.text ?? '') : '') ||
      isWithheldWords(statement.words, hasSpeaker),
    isDenial: isDenial(statement, report, access),
    isTold: credits.length === 0 && isToldIn(statement, context.marks),
  };
}
