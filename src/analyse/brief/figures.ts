import type { Sentence } from '../../model/brief.ts';
import type { Bound } from '../../model/event.ts';
import type { FigureRelation, FigureSlot, Incident, SaidValue } from '../../model/incident.ts';
import { formatDate, formatSpan } from '../../text/dates.ts';
import type { BriefEvidence } from './evidence.ts';
import { capitalize, label, listNames, quote } from './wording.ts';

const BOUND_WORDS: Readonly<Record<Bound, string>> = {
  exactly: '',
  atLeast: 'at least ',
  atMost: 'at most ',
  about: 'about ',
};

const RELATION_WORDS: Readonly<Record<FigureRelation, string>> = {
  same: '',
  compatible: '; all of these can hold',
  contradiction: '; not all of these can hold',
};

/** One sentence for each figure of an incident that differs by who says it. */
export function tellFigures(incidents: readonly Incident[], evidence: BriefEvidence): readonly Sentence[] {
  return incidents.flatMap((incident) =>
    incident.figures.flatMap((slot) => tellSlot(slot, { incident, evidence })),
  );
}

function tellSlot(
  slot: FigureSlot,
  { incident, evidence }: { readonly incident: Incident; readonly evidence: BriefEvidence },
): readonly Sentence[] {
  const values = slot.values
    .map((value) => ({
      ...value,
      says: value.says.filter(({ claim }) => evidence.findFault(claim) === undefined),
    }))
    .filter(({ says }) => says.length > 0);
  if (values.length < 2) return [];
  const what = `${capitalize(label(slot.of))}${slot.who === undefined ? '' : ` (${label(slot.who)})`}`;
  const day =
    incident.when?.from === undefined ? '' : `, ${formatSpan(incident.when.from, incident.when.to)}`;
  const said = values.map(tellValue).join('; ');
  return [
    {
      text: `${what}, ${quote(incident.title)}${day}: ${said}${RELATION_WORDS[slot.relation]}.`,
      claims: values.flatMap(({ says }) => says.map(({ claim }) => claim)),
    },
  ];
}

/** `at least 8 (Iraqi military, 20 December 2020)`. */
function tellValue({ value, bound, says }: SaidValue): string {
  const names = [...new Set(says.map(({ name }) => label(name)))];
  const first = says.flatMap(({ claim }) => claim.published ?? []).toSorted((a, b) => a.localeCompare(b))[0];
  const day = first === undefined ? '' : `, ${formatDate(first.slice(0, 10))}`;
  return `${BOUND_WORDS[bound]}${value} (${listNames(names, { most: 3 })}${day})`;
}
