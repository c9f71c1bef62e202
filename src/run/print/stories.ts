import type { Removal, SetAside } from '../../model/correction.ts';
import type { PictureList } from '../../model/desk.ts';
import type { Incident, IncidentSummary } from '../../model/incident.ts';
import type { Story, StorySummary } from '../../model/story.ts';
import { formatSpan } from '../../text/dates.ts';
import { formatSetAside } from './changes.ts';
import {
  formatDispute,
  formatDistortion,
  formatFigures,
  formatOtherFigures,
  isDisputed,
} from './disputes.ts';
import { formatInformation, formatMarks, nameCredibility } from './grades.ts';
import { formatStoryChanges } from './story-changes.ts';
import { formatRemoval, formatTakenOut } from './taken-out.ts';
import type { Style } from './terminal.ts';
import { countTree, drawTree } from './tree.ts';
import { clean, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** What the documents are about, each with how many are first-hand and how many only repeat. */
export function formatStories(list: PictureList<StorySummary>, form: Form): string {
  return formatList(list, { form, nothing: 'No story is known.', formatRow: formatStoryRow });
}

/** What is said to have happened or to be coming. */
export function formatIncidents(list: PictureList<IncidentSummary>, form: Form): string {
  return formatList(list, { form, nothing: 'No incident is known.', formatRow: formatIncidentRow });
}

function formatList<Row>(
  { rows, total }: PictureList<Row>,
  {
    form,
    nothing,
    formatRow,
  }: {
    readonly form: Form;
    readonly nothing: string;
    readonly formatRow: (row: Row, form: Form) => readonly string[];
  },
): string {
  if (rows.length === 0) return `${nothing}\n`;
  const more =
    total > rows.length ? form.style.dim(`\n${rows.length} of ${total}; --limit shows more.\n`) : '';
  return `${rows.map((row) => formatRow(row, form).join('\n')).join('\n\n')}\n${more}`;
}

function formatStoryRow(story: StorySummary, { width, style }: Form): readonly string[] {
  const facts = [
    clean(story.id),
    formatSpan(story.first.slice(0, 10), story.last.slice(0, 10)),
    plural(story.documents, 'report'),
    plural(story.outlets, 'outlet'),
    countTree(story),
    ...(story.countries.length === 0 ? [] : [story.countries.slice(0, 4).map(clean).join(' ')]),
  ];
  return [
    style.bold(shorten(clean(story.title), width)),
    ...wrapFacts(facts, width).map((line) => style.dim(line)),
  ];
}

function formatIncidentRow(incident: IncidentSummary, { width, style }: Form): readonly string[] {
  const { when, where } = incident;
  const facts = [
    clean(incident.id),
    `${incident.type}${incident.mode === undefined ? '' : ` ${clean(incident.mode)}`}`,
    incident.realis,
    ...(when?.from === undefined ? [] : [formatSpan(when.from, when.to)]),
    ...(where === undefined ? [] : [clean(where.name)]),
    plural(incident.documents, 'report'),
    ...(incident.grade === undefined ? [] : [nameCredibility(incident.grade)]),
    ...(incident.differing === 0
      ? []
      : [`${plural(incident.differing, 'figure')} ${incident.differing === 1 ? 'differs' : 'differ'}`]),
  ];
  return [
    style.bold(shorten(clean(incident.title), width)),
    ...wrapFacts(facts, width).map((line) => style.dim(line)),
  ];
}

function plural(count: number, thing: string): string {
  // No line breaks between number and thing.
  return `${count}\u00a0${thing}${count === 1 ? '' : 's'}`;
}

/** A story with its tree and what happened in it. */
export function formatStory(story: Story, form: Form): string {
  const { style } = form;
  const incidents = story.incidents.flatMap((incident) =>
    formatIncidentRow(incident, { width: form.width - 2, style }).map((line) => `  ${line}`),
  );
  return joinParts([
    formatStoryRow(story, form),
    drawTree(story.tree, form),
    ...(incidents.length === 0 ? [] : [[style.bold('What happened in it'), ...incidents]]),
    ...formatMarks(story.sources, form),
    ...formatRegrouped(story, form),
    ...formatAllSetAside(story.setAside, form),
    ...formatMoved(story, form),
    formatSigns(form),
  ]);
}

/** Where a story comes from that was several, or part of another. */
function formatRegrouped({ changes, formerly, id }: Story, form: Form): readonly (readonly string[])[] {
  const asked = formerly === undefined ? [] : [`${clean(formerly)} is part of ${clean(id)} now.`];
  const lines = [...asked, ...formatStoryChanges(changes, form)];
  return lines.length === 0 ? [] : [[form.style.bold('Put together anew'), ...lines]];
}

/** An incident with who is first-hand on it and the figures that differ. */
export function formatIncident(incident: Incident, form: Form): string {
  const { style } = form;
  const differing = incident.figures.filter(({ values }) => values.length > 1);
  const others = incident.figures.filter(({ values }) => values.length === 1);
  const disputes = incident.disputes.filter(isDisputed);
  const parties = [
    formatParties('by', incident.actors, form),
    formatParties('on', incident.recipients, form),
    formatParties('with', incident.instruments, form),
  ].flat();
  return joinParts([
    [...formatIncidentRow(incident, form), ...parties],
    [style.dim(countTree(incident.tree)), ...drawTree(incident.tree, form)],
    ...(incident.information === undefined ? [] : [formatInformation(incident.information, form)]),
    ...formatMarks(incident.sources, form),
    ...(differing.length === 0
      ? []
      : [[style.bold('Figures that differ'), ...differing.flatMap((slot) => formatFigures(slot, form))]]),
    ...(others.length === 0
      ? []
      : [
          [
            style.bold(differing.length === 0 ? 'Figures' : 'Other figures'),
            ...formatOtherFigures(others, form),
          ],
        ]),
    ...(disputes.length === 0
      ? []
      : [[style.bold('Told in different ways'), ...disputes.flatMap((slot) => formatDispute(slot, form))]]),
    ...(incident.distortions.length === 0
      ? []
      : [
          [
            style.bold('More than the source says'),
            ...incident.distortions.flatMap((each) => formatDistortion(each, form)),
          ],
        ]),
    ...formatAllSetAside(incident.setAside, form),
    ...formatRemoved(incident.removed, form),
    formatSigns(form),
  ]);
}

/** What was said and counts no longer: it is shown, and nothing rests on it. */
function formatAllSetAside(setAside: readonly SetAside[] = [], form: Form): readonly (readonly string[])[] {
  if (setAside.length === 0) return [];
  return [[form.style.bold('Set aside'), ...setAside.flatMap((each) => formatSetAside(each, form))]];
}

/** What pages said of it and say no longer: its relays are not touched by that. */
function formatRemoved(removed: readonly Removal[] = [], form: Form): readonly (readonly string[])[] {
  if (removed.length === 0) return [];
  return [[form.style.bold('No longer said'), ...removed.flatMap((each) => formatRemoval(each, form))]];
}

/** Documents that a person took out of the story, or that stand in it since they were taken out of another. */
function formatMoved({ id, takenOut = [] }: Story, form: Form): readonly (readonly string[])[] {
  const [left, own] = [takenOut.filter(({ from }) => from === id), takenOut.filter(({ to }) => to === id)];
  const part = (title: string, rows: typeof left) =>
    rows.length === 0 ? [] : [[form.style.bold(title), ...rows.flatMap((row) => formatTakenOut(row, form))]];
  return [...part('Taken out of it', left), ...part('Taken out of another story', own)];
}

function formatParties(word: string, parties: Incident['actors'], { width, style }: Form): readonly string[] {
  if (parties.length === 0) return [];
  return wrap(`${word} ${parties.map(({ name }) => clean(name)).join(', ')}`, width).map(style.dim);
}

const SIGNS = [
  '◉ confirmed origin',
  '◎ possible origin',
  '● first-hand report',
  '○ relay',
  '◆ own confirmation',
  '◇ own denial',
];

/** What the signs of the tree mean. */
function formatSigns({ width, style }: Form): readonly string[] {
  const lines = wrap(SIGNS.map((sign) => sign.replaceAll(' ', '\u00a0')).join('  '), width);
  return lines.map((line) => style.dim(line.replaceAll('\u00a0', ' ')));
}

function joinParts(parts: readonly (readonly string[])[]): string {
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
