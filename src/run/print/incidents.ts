import type { Reading } from '../../model/reading.ts';
import type { IncidentFiller, ToldIncident } from '../../model/told-incident.ts';
import { formatSpan } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, pad, shorten, wrap } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

const LABEL = 8;
/** Wordings of one filler that are shown; `--format json` has them all. */
const WORDINGS = 3;

/** The acts of force that a document tells, each with who and what the text puts into its parts. */
export function formatIncidents(reading: Reading, form: Form): readonly string[] {
  return (reading.incidents ?? []).flatMap((incident, at) => [
    ...(at === 0 ? [] : ['']),
    ...formatIncident(incident, reading, form),
  ]);
}

function formatIncident(incident: ToldIncident, reading: Reading, { width, style }: Form): readonly string[] {
  const { plover, realis, when, where, background, figures } = incident;
  const place = reading.places.find(({ id }) => id === where)?.name;
  const day = when?.from === undefined ? '' : formatSpan(when.from, when.to);
  const head = [
    style.bold(plover.mode === undefined ? plover.type : `${plover.type} ${plover.mode}`),
    realis,
    day,
    place === undefined ? '' : clean(place),
    background ? '(history)' : '',
  ].filter((part) => part !== '');
  const line = (name: string, text: string): readonly string[] =>
    text === ''
      ? []
      : wrap(text, Math.max(12, width - LABEL - 4)).map(
          (row, i) => `    ${i === 0 ? style.dim(pad(name, LABEL)) : ' '.repeat(LABEL)}${row}`,
        );
  const list = (fillers: readonly IncidentFiller[]) => fillers.map(nameFiller(reading)).join('; ');
  return [
    `  ${head.join(' · ')}`,
    ...line('by', list([...incident.persons, ...incident.organizations])),
    ...line('target', list(incident.targets)),
    ...line('victim', list(incident.victims)),
    ...line('with', list(incident.weapons)),
    ...line(
      'counts',
      figures.map(({ start, end }) => clean(reading.document.text.slice(start, end))).join('; '),
    ),
  ];
}

/** The words of the text for it, with the entity's name where these are others. */
const nameFiller =
  (reading: Reading) =>
  ({ entity, mentions }: IncidentFiller): string => {
    const wordings = [...new Set(mentions.map(({ text }) => shorten(clean(text), 60)))].slice(0, WORDINGS);
    const name = reading.entities.find(({ id }) => id === entity)?.name;
    const words = wordings.map((wording) => `“${wording}”`).join(', ');
    return name === undefined || wordings.includes(name) ? words : `${shorten(clean(name), 60)} (${words})`;
  };
