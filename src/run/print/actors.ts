import type { Actor, ActorDetail, ActorSighting, ActorSummary } from '../../model/actor.ts';
import type { PictureList } from '../../model/desk.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** Documents that the terminal shows of one actor; JSON has all. */
const MOST_SHOWN = 40;

/** Who is named in the documents, each once under all its spellings. */
export function formatActors({ rows, total }: PictureList<ActorSummary>, form: Form): string {
  if (rows.length === 0) return 'No actor is known.\n';
  const more =
    total > rows.length ? form.style.dim(`\n${rows.length} of ${total}; --limit shows more.\n`) : '';
  return `${rows.map((row) => formatRow(row, form).join('\n')).join('\n\n')}\n${more}`;
}

function formatRow(actor: ActorSummary, { width, style }: Form): readonly string[] {
  const facts = [clean(actor.id), ...listFacts(actor), plural(actor.documents, 'document')];
  const others = actor.names.filter(({ name }) => name !== actor.name);
  return [
    style.bold(shorten(clean(actor.name), width)),
    ...wrapFacts(facts, width).map((line) => style.dim(line)),
    ...(others.length === 0 ? [] : wrap(`also ${others.map(formatName).join(', ')}`, width)),
  ];
}

const formatName = ({ name, documents }: ActorSummary['names'][number]): string =>
  `${clean(name)}\u00a0(${documents})`;

function listFacts({ type, country, sector }: Pick<Actor, 'type' | 'country' | 'sector'>): readonly string[] {
  return [type, ...(country === undefined ? [] : [country]), ...(sector === undefined ? [] : [sector])];
}

function plural(count: number, thing: string): string {
  return `${count}\u00a0${thing}${count === 1 ? '' : 's'}`;
}

/** An actor with its spellings and where they stand. */
export function formatActor(actor: ActorDetail, form: Form): string {
  const { width, style } = form;
  const shown = actor.mentions.slice(0, MOST_SHOWN);
  const left = actor.documents - shown.length;
  const parts = [
    formatRow(actor, form),
    ...(actor.aliases.length === 0
      ? []
      : [wrap(`Known as ${actor.aliases.map(clean).join(', ')}`, width).map(style.dim)]),
    shown.length === 0
      ? ['No document names it.']
      : [style.bold('Where it is named'), ...shown.flatMap((each) => formatSighting(each, form))],
    ...(left > 0 ? [[style.dim(`and ${left} more`)]] : []),
    ...(actor.incidents.length === 0
      ? []
      : [
          [
            style.bold('Has a part in'),
            ...wrap(actor.incidents.slice(0, MOST_SHOWN).map(clean).join(' '), width),
          ],
        ]),
    ...(actor.decisions.length === 0
      ? []
      : [
          [
            style.bold('Decided'),
            ...actor.decisions.flatMap(({ judgement, verdict, name, by, made, note }) =>
              wrap(
                `${judgement} ${verdict} ${clean(name)}: ${clean(by)}, ${formatDate(made)}: ${clean(note)}`,
                width,
              ),
            ),
          ],
        ]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function formatSighting(
  { document, outlet, title, published, role, named }: ActorSighting,
  { width, style }: Form,
): readonly string[] {
  const id = document.slice('sha256:'.length, 'sha256:'.length + 12);
  const facts = [
    id,
    ...(published === undefined ? [] : [formatDate(published)]),
    ...(outlet === undefined ? [] : [clean(outlet)]),
    ...(title === undefined ? [] : [clean(title)]),
  ];
  const spellings = named.map(({ text, start }) => `${clean(text)} @${start}`).join(', ');
  return [
    shorten(`  ${facts.join(' · ')}`, width),
    style.dim(shorten(`    ${spellings}${role === undefined ? '' : ` (${clean(role)})`}`, width)),
  ];
}

/** The actors of a register. */
export function formatRegister({ rows, total }: PictureList<Actor>, { width, style }: Form): string {
  if (rows.length === 0) return 'No actor of that name is in the register.\n';
  const shown = rows.map((actor) => {
    const facts = [clean(actor.id), ...listFacts(actor), ...(actor.isOwn === true ? ['own'] : [])];
    const aliases = actor.aliases.filter((alias) => alias !== actor.name);
    return [
      style.bold(shorten(clean(actor.name), width)),
      ...wrapFacts(facts, width).map((line) => style.dim(line)),
      ...(aliases.length === 0 ? [] : wrap(`also ${aliases.map(clean).join(', ')}`, width)),
    ].join('\n');
  });
  const more = total > rows.length ? style.dim(`\n${rows.length} of ${total}; --limit shows more.\n`) : '';
  return `${shown.join('\n\n')}\n${more}`;
}
