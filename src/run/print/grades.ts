import {
  CLAIM_OUTCOMES,
  CREDIBILITY_WORDS,
  type Credibility,
  type GradeChange,
  type GradeDetail,
  type GradeList,
  type InformationGrade,
  RELIABILITY_WORDS,
  type SetGrade,
  type SourceGrade,
  type SourceMark,
  type SourceRecord,
  type TrackedClaim,
} from '../../model/grade.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** Claims of one list that are shown; `--format json` has them all. */
const MOST = 6;

/** `information 2, probably true`: never beside the source's letter as if the two were one. */
export function nameCredibility(grade: Credibility): string {
  return `information\u00a0${grade}, ${CREDIBILITY_WORDS[grade]}`;
}

/** The sources, each with its letter and its record. */
export function formatGradeList({ rows, total }: GradeList, form: Form): string {
  if (rows.length === 0) return 'No source is known.\n';
  const more =
    total > rows.length ? form.style.dim(`\n${rows.length} of ${total}; --limit shows more.\n`) : '';
  return `${rows.map((row) => formatSource(row, form).join('\n')).join('\n\n')}\n${more}`;
}

function formatSource(source: SourceGrade, { width, style }: Form): readonly string[] {
  const { name, type, grade, workedOut, counts, reports, relays, set, reason } = source;
  const facts = [
    type,
    `${reports}\u00a0${reports === 1 ? 'report' : 'reports'}`,
    ...(relays === 0 ? [] : [`${relays}\u00a0only\u00a0${relays === 1 ? 'repeats' : 'repeat'}`]),
    ...CLAIM_OUTCOMES.flatMap((outcome) =>
      counts[outcome] === 0 ? [] : [`${counts[outcome]}\u00a0${outcome}`],
    ),
  ];
  return [
    `${style.bold(grade)} ${style.bold(shorten(clean(name), width - 2))}`,
    ...wrapFacts(facts, width - 2).map((line) => `  ${style.dim(line)}`),
    ...wrap(`${set === undefined ? '' : `Worked out: ${workedOut}. `}${reason}`, width - 2).map(
      (line) => `  ${style.dim(line)}`,
    ),
    ...(set === undefined ? [] : formatSet(set, { width: width - 2, style }).map((line) => `  ${line}`)),
  ];
}

function formatSet({ judgement, by, made, note }: SetGrade, { width, style }: Form): readonly string[] {
  return wrap(`Set by ${clean(by)}, ${formatDate(made)} (${judgement}): ${clean(note)}`, width).map(
    style.warn,
  );
}

/** How credible it is, by which line of the rule, and who is for and against. */
export function formatInformation(information: InformationGrade, { width, style }: Form): readonly string[] {
  const { grade, workedOut, set, reason, claimsAgainst, disputed } = information;
  return [
    style.bold(`Information: ${grade}, ${CREDIBILITY_WORDS[grade]}`),
    ...(set === undefined ? [] : formatSet(set, { width: width - 2, style }).map((line) => `  ${line}`)),
    ...wrap(
      `${set === undefined ? '' : `Worked out: ${workedOut}, ${CREDIBILITY_WORDS[workedOut]}. `}${reason}`,
      width - 2,
    ).map((line) => `  ${line}`),
    ...claimsAgainst.slice(0, MOST).map((claim) => `    against: ${formatRef(claim, width - 13)}`),
    ...(disputed.length === 0
      ? []
      : wrap(`In dispute, and not graded here: ${disputed.map(clean).join(', ')}`, width - 2).map(
          (line) => `  ${style.dim(line)}`,
        )),
  ];
}

/** The sources with their letters, which say nothing of this information. */
export function formatMarks(
  marks: readonly SourceMark[] | undefined,
  { width, style }: Form,
): readonly (readonly string[])[] {
  if (marks === undefined || marks.length === 0) return [];
  const named = marks.map(
    ({ name, grade, isSet }) => `${clean(name)}\u00a0${grade}${isSet ? '\u00a0(set)' : ''}`,
  );
  return [[style.bold('Sources'), ...wrapFacts(named, width - 2).map((line) => `  ${line}`)]];
}

/** Everything on one grade. */
export function formatGradeDetail(
  { of, type, source, information, sources, log }: GradeDetail,
  form: Form,
): string {
  const { style } = form;
  const parts = [
    ...(source === undefined ? [[`${style.dim(type)} ${clean(of)}`]] : formatRecord(source, form)),
    ...(information === undefined
      ? []
      : [formatInformation(information, form), formatFor(information, form)]),
    ...formatMarks(sources, form),
    ...(log.length === 0 ? [] : [[style.bold('Who changed it'), formatGradeLog(log, form).trimEnd()]]),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function formatFor({ claimsFor }: InformationGrade, { width, style }: Form): readonly string[] {
  if (claimsFor.length === 0) return [];
  const more = claimsFor.length > MOST ? [style.dim(`  and ${claimsFor.length - MOST} more`)] : [];
  return [
    style.bold('On whose word'),
    ...claimsFor.slice(0, MOST).map((claim) => `  ${formatRef(claim, width - 2)}`),
    ...more,
  ];
}

function formatRecord(source: SourceRecord, form: Form): readonly (readonly string[])[] {
  const { style } = form;
  const letter = `${style.bold(clean(source.name))} is ${style.bold(source.grade)}, ${RELIABILITY_WORDS[source.grade]}`;
  const settled = source.claims.filter(({ outcome }) => outcome !== 'open');
  return [
    [letter, ...formatSource(source, form).slice(1)],
    ...(settled.length === 0
      ? []
      : [[style.bold('What it rests on'), ...settled.flatMap((claim) => formatTracked(claim, form))]]),
  ];
}

function formatTracked(
  { outcome, title, why, claim, others }: TrackedClaim,
  { width, style }: Form,
): readonly string[] {
  const sign = outcome === 'confirmed' ? style.good(outcome) : style.bad(outcome);
  return [
    `  ${sign} ${shorten(clean(title), width - outcome.length - 3)}`,
    `    ${formatRef(claim, width - 4)}`,
    ...wrap(clean(why), width - 4).map((line) => `    ${style.dim(line)}`),
    ...others.slice(0, 2).map((other) => `      ${style.dim(formatRef(other, width - 6))}`),
  ];
}

/** `Harbour Wire, 20 Dec 2020 (4be1c2a09c11 c3): “…”`. */
function formatRef({ outlet, published, document, claim, words }: ClaimRef, width: number): string {
  const day = published === undefined ? 'undated' : formatDate(published.slice(0, 10), 'short');
  const id = document.slice('sha256:'.length, 'sha256:'.length + 12);
  return shorten(`${clean(outlet ?? 'Outlet unknown')}, ${day} (${id} ${claim}): “${clean(words)}”`, width);
}

/** Who changed which grade, oldest first; what holds no longer says so. */
export function formatGradeLog(log: readonly GradeChange[], { width, style }: Form): string {
  if (log.length === 0) return 'Nobody has changed a grade.\n';
  return log
    .map(({ judgement, type, of, value, withdraws, by, made, note, stands }) => {
      const what = withdraws === undefined ? `set to ${value}` : `takes back ${withdraws}`;
      const mark = stands ? '' : ' (holds no longer)';
      const name = type === 'claim' ? of.replace(/^sha256:([0-9a-f]{12})[0-9a-f]*#/, '$1 ') : of;
      return [
        `${style.bold(judgement)} ${shorten(`${type} ${clean(name)}: ${what}${mark}`, width - judgement.length - 1)}`,
        `   ${style.dim(shorten(`${clean(by)}, ${formatDate(made)}: ${clean(note)}`, width - 3))}`,
        '',
      ].join('\n');
    })
    .join('');
}
