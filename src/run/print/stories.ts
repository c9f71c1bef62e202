import type { SetAside } from '../../model/correction.ts';
import type { PictureList } from '../../model/desk.ts';
import type { FigureSlot, Incident, IncidentSummary, SaidValue } from '../../model/incident.ts';
import type { Story, StorySummary } from '../../model/story.ts';
import { formatDate, formatSpan } from '../../text/dates.ts';
import { formatSetAside } from './changes.ts';
import { formatStoryChanges } from './story-changes.ts';
import type { Style } from './terminal.ts';
import { countTree, drawTree } from './tree.ts';
import { clean, pad, shorten, wrap, wrapFacts } from './width.ts';

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
    ...(incident.differing === 0
      ? []
      : [
          `⇄\u00a0${plural(incident.differing, 'figure')} ${incident.differing === 1 ? 'differs' : 'differ'}`,
        ]),
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
    ...formatRegrouped(story, form),
    ...formatAllSetAside(story.setAside, form),
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
  const parties = [
    formatParties('by', incident.actors, form),
    formatParties('on', incident.recipients, form),
    formatParties('with', incident.instruments, form),
  ].flat();
  return joinParts([
    [...formatIncidentRow(incident, form), ...parties],
    [style.dim(countTree(incident.tree)), ...drawTree(incident.tree, form)],
    ...(differing.length === 0
      ? []
      : [[style.bold('Figures that differ'), ...differing.flatMap((slot) => formatSlot(slot, form))]]),
    ...formatAllSetAside(incident.setAside, form),
    formatSigns(form),
  ]);
}

/** What was said and counts no longer: it is shown, and nothing rests on it. */
function formatAllSetAside(setAside: readonly SetAside[] = [], form: Form): readonly (readonly string[])[] {
  if (setAside.length === 0) return [];
  return [[form.style.bold('Set aside'), ...setAside.flatMap((each) => formatSetAside(each, form))]];
}

function formatParties(word: string, parties: Incident['actors'], { width, style }: Form): readonly string[] {
  if (parties.length === 0) return [];
  return wrap(`${word} ${parties.map(({ name }) => clean(name)).join(', ')}`, width).map(style.dim);
}

/** Each value with who says it and when. */
function formatSlot({ of, who, values, relation }: FigureSlot, { width, style }: Form): readonly string[] {
  const sign = relation === 'contradiction' ? style.bad('⇄') : ' ';
  const shown = values.map((value) => ({ number: formatValue(value), says: formatSays(value) }));
  const column = Math.max(...shown.map(({ number }) => number.length));
  const meaning = relation === 'contradiction' ? 'not all of these can hold' : 'all of these can hold';
  return [
    `${sign} ${clean(of)}${who === undefined ? '' : ` (${clean(who)})`}: ${style.dim(meaning)}`,
    ...shown.map(({ number, says }) => `    ${pad(number, column)}  ${shorten(says, width - column - 6)}`),
  ];
}

const BOUND_WORDS = { exactly: '', atLeast: 'at least ', atMost: 'at most ', about: 'about ' } as const;

function formatValue({ value, bound }: SaidValue): string {
  return `${BOUND_WORDS[bound]}${value}`;
}

function formatSays({ says }: SaidValue): string {
  return says
    .map(({ name, claim }) => {
      const day =
        claim.published === undefined ? 'undated' : formatDate(claim.published.slice(0, 10), 'short');
      const outlet = claim.outlet === undefined || claim.outlet === name ? '' : ` in ${clean(claim.outlet)}`;
      return `${clean(name)}${outlet}, ${day}`;
    })
    .join('; ');
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
