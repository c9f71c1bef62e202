import type { Incident, Sayer } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate, formatSpan } from '../../text/dates.ts';
import { makeClaimKey } from '../report/claim-ref.ts';
import type { CitedTexts } from './cited.ts';
import type { BriefFacts } from './facts.ts';
import { RELATION_WORDS, tellBound } from './figure-words.ts';
import { listTokens } from './tokens.ts';
import type { Values } from './values.ts';
import { cut, MOST_NAME, straighten } from './wording.ts';

/** Claims that a title may rest on, and that are looked through for them. */
const MOST_CLAIMS = 4;
const LOOKED_AT = 40;
/** Values of one slot that are told. */
export const MOST_VALUES = 6;

/** What is told of incidents beside figures that a claim gives word for word: titles, days, and how values stand to each other. */
export function addIncidents(values: Values, { incidents, assessment }: BriefFacts, cited: CitedTexts): void {
  for (const { id, day, claims } of assessment.baseRate.incidents)
    values.set(`past.${id}.day`, { text: formatDate(day), rests: claims.slice(0, 1) });
  for (const incident of incidents) {
    const key = `incident.${incident.id}`;
    const title = cut(straighten(incident.title), MOST_NAME);
    const rests = findHolding(title, incident, cited);
    values.set(`${key}.title`, { text: title, rests });
    if (incident.when?.from !== undefined)
      values.set(`${key}.day`, { text: formatSpan(incident.when.from, incident.when.to), rests });
    addSlots(values, incident, cited);
  }
}

/** Of each value those who say it that are cited. */
const MOST_SAYERS = 3;

/** Those of them whose texts are kept. */
export function chooseSayers(says: readonly Sayer[] = [], cited: CitedTexts): readonly Sayer[] {
  return says.filter(({ claim }) => cited.get(makeClaimKey(claim)) !== undefined).slice(0, MOST_SAYERS);
}

function addSlots(values: Values, { id, figures, disputes, distortions }: Incident, cited: CitedTexts): void {
  const put = (name: string, text: string | undefined, rests: readonly ClaimRef[] = []) => {
    if (text !== undefined && text !== '')
      values.set(`incident.${id}.${name}`, { text: cut(straighten(text), MOST_NAME), rests });
  };
  for (const [index, { of, who, relation, values: said }] of figures.entries()) {
    const says = said.slice(0, MOST_VALUES).flatMap((value) => chooseSayers(value.says, cited));
    put(
      `figures.${index}.of`,
      of,
      says.map(({ claim }) => claim),
    );
    put(`figures.${index}.who`, who);
    put(`figures.${index}.relation`, RELATION_WORDS[relation]);
    for (const [at, value] of said.entries()) put(`figures.${index}.${at}`, tellBound(value));
  }
  for (const [index, { of, relation, values: said }] of disputes.entries()) {
    const says = said
      .slice(0, MOST_VALUES)
      .flatMap((value) =>
        [value.says, value.claimed, value.denied].flatMap((each) => chooseSayers(each, cited)),
      );
    put(
      `disputes.${index}.of`,
      of,
      says.map(({ claim }) => claim),
    );
    put(`disputes.${index}.relation`, RELATION_WORDS[relation]);
    for (const [at, { value }] of said.entries())
      put(`disputes.${index}.${at}`, of === 'date' ? tellDays(value) : value);
  }
  for (const [index, { relay, source }] of distortions.entries()) {
    put(`distortions.${index}.relay`, relay.value, [relay.says.claim]);
    put(`distortions.${index}.source`, source.value, [source.says.claim]);
  }
}

/** `2020-12-19/2020-12-20` as a person reads it. */
function tellDays(value: string): string {
  const [from = '', to] = value.split('/');
  return formatSpan(from, to);
}

/** The earliest claims whose documents hold, together, every word of a title. */
function findHolding(title: string, { told, tree }: Incident, cited: CitedTexts): readonly ClaimRef[] {
  const claims = [...told.map(({ claim }) => claim), ...tree.reports.flatMap((report) => report.claims)];
  const known = claims.filter((claim) => cited.get(makeClaimKey(claim)) !== undefined).slice(0, LOOKED_AT);
  const left = new Set(listTokens(title));
  const chosen: ClaimRef[] = [];
  for (const claim of known) {
    const held = [...left].filter((token) => cited.holdsName(makeClaimKey(claim), token));
    if (held.length === 0) continue;
    chosen.push(claim);
    for (const token of held) left.delete(token);
    if (left.size === 0 || chosen.length === MOST_CLAIMS) break;
  }
  return chosen.length === 0 ? known.slice(0, 1) : chosen;
}
