import type {
  AssessmentChange,
  Changes,
  IncidentChange,
  PictureChange,
  StoryPictureChange,
} from '../../model/changes.ts';
import type { Cause, SetAside } from '../../model/correction.ts';
import { formatDate } from '../../text/dates.ts';
import { formatCause } from './causes.ts';
import { formatStoryChanges } from './story-changes.ts';
import { formatRemoval, formatTakenOut } from './taken-out.ts';
import type { Style } from './terminal.ts';
import { clean, shorten, wrap } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** Causes of one change that are shown; `--format json` has them all. */
const MOST_CAUSES = 4;

/** How the picture differs between two instants: what was corrected first, then what that and the rest of the news did. */
export function formatChanges(changes: Changes, form: Form): string {
  const { style } = form;
  const { totals } = changes;
  const parts = [
    part(
      count('Set aside', changes.setAside.length, totals.setAside),
      changes.setAside.flatMap((each) => formatSetAside(each, form)),
      style,
    ),
    part(
      count('Counts again', changes.restored.length, totals.restored),
      changes.restored.flatMap((each) => formatSetAside(each, form)),
      style,
    ),
    part(
      'Taken out of a story',
      changes.takenOut.flatMap((each) => formatTakenOut(each, form)),
      style,
    ),
    part(
      'In their story again',
      changes.putBack.flatMap((each) => formatTakenOut(each, form)),
      style,
    ),
    part(
      count('No longer said', changes.removed.length, totals.removed),
      changes.removed.flatMap((each) => formatRemoval(each, form)),
      style,
    ),
    part(
      'Pages that changed',
      changes.versions.map((each) => formatVersion(each, form)),
      style,
    ),
    part(
      'Warning problems',
      changes.assessments.flatMap((each) => formatAssessment(each, form)),
      style,
    ),
    part(
      count('Incidents', changes.incidents.length, totals.incidents),
      changes.incidents.flatMap((each) => formatIncident(each, form)),
      style,
    ),
    part(
      count('Stories', changes.stories.length, totals.stories),
      changes.stories.flatMap((each) => formatStory(each, form)),
      style,
    ),
  ].filter((lines) => lines.length > 0);
  const span = style.dim(`${formatDate(changes.since)} to ${formatDate(changes.asOf)}`);
  if (parts.length === 0) return `${span}\nNothing changed.\n`;
  return `${[[span], ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function count(name: string, shown: number, total: number): string {
  return shown < total ? `${name} (${shown} of ${total}; --limit shows more)` : name;
}

function part(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : [style.bold(title), ...lines];
}

/** What counts no longer, with who says so and why. */
export function formatSetAside(
  { part: what, claim, figure, cause }: SetAside,
  { width, style }: Form,
): readonly string[] {
  const outlet = clean(claim.outlet ?? 'outlet unknown');
  const id = claim.document.slice('sha256:'.length, 'sha256:'.length + 12);
  const of = what === 'figure' ? `${figure?.value} ${clean(figure?.of ?? '')} in ` : '';
  return [
    `  ${shorten(`✕ ${of}“${clean(claim.words)}”`, width - 2)}`,
    `    ${style.dim(shorten(`${outlet} · ${id} ${clean(claim.claim)}`, width - 4))}`,
    ...wrap(formatCause(cause), Math.max(20, width - 4)).map((line) => `    ${style.dim(line)}`),
  ];
}

function formatVersion(
  { outlet, title, from, to, document }: Changes['versions'][number],
  { width }: Form,
): string {
  const id = document.slice('sha256:'.length, 'sha256:'.length + 12);
  const name = clean(title ?? 'Without a title');
  return `  ${shorten(`${clean(outlet ?? 'outlet unknown')}: ${name} · version ${from} → ${to} · ${id}`, width - 2)}`;
}

function formatAssessment(change: AssessmentChange, form: Form): readonly string[] {
  const { before, after } = change;
  const percent = (p: number) => `${(100 * p).toFixed(1)}%`;
  const level = before.level === after.level ? after.level : `${before.level} → ${after.level}`;
  return [
    `  ${shorten(`${clean(change.title)} (${change.horizon} days): ${percent(before.p)} → ${percent(after.p)}, ${level}`, form.width - 2)}`,
    ...change.indicators.map(
      (each) =>
        `    ${shorten(`${clean(each.title)}: ${each.before.toFixed(2)} → ${each.after.toFixed(2)} in log-odds`, form.width - 4)}`,
    ),
    ...formatCauses(change.causes, form),
  ];
}

function formatIncident(change: IncidentChange, form: Form): readonly string[] {
  const [head = '', ...rest] = formatChange(change, form);
  const figures = change.figures.map(
    ({ change: way, value, of, who }) =>
      `${way === 'lost' ? '−' : '+'}${value} ${clean(of)}${who === undefined ? '' : ` (${clean(who)})`}`,
  );
  return [
    head,
    ...(figures.length === 0 ? [] : [`    ${shorten(figures.join(', '), form.width - 4)}`]),
    ...rest,
  ];
}

function formatStory(change: StoryPictureChange, form: Form): readonly string[] {
  const narrow = { ...form, width: form.width - 4 };
  return [
    ...formatChange(change, form),
    ...formatStoryChanges(change.regrouped, narrow).map((line) => `    ${line}`),
    ...formatStoryChanges(change.undone, narrow).map((line) => `    no longer: ${line}`),
  ];
}

function formatChange({ id, title, before, after, causes }: PictureChange, form: Form): readonly string[] {
  const counts = (each: NonNullable<typeof before>) =>
    `${each.confirmed} confirmed, ${each.possible} possible`;
  const moved =
    before === undefined
      ? `new: ${counts(after!)}`
      : after === undefined
        ? `nothing of it stands any more (was ${counts(before)})`
        : `${counts(before)} → ${counts(after)}, reports ${before.documents} → ${after.documents}`;
  return [
    `  ${shorten(`${clean(title)} · ${clean(id)}`, form.width - 2)}`,
    `    ${shorten(moved, form.width - 4)}`,
    ...formatCauses(causes, form),
  ];
}

function formatCauses(causes: readonly Cause[], { width, style }: Form): readonly string[] {
  const shown = causes
    .slice(0, MOST_CAUSES)
    .flatMap((cause) => wrap(formatCause(cause), Math.max(20, width - 4)));
  const more = causes.length - MOST_CAUSES;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].map((line) => `    ${style.dim(line)}`);
}
