import type { IncidentRequest, StoryRequest } from '../model/desk.ts';
import type { IncidentSummary } from '../model/incident.ts';
import type { StorySummary } from '../model/story.ts';

/** The incidents of a list that fit what is asked for, in the same order. */
export function chooseIncidents(
  incidents: readonly IncidentSummary[],
  request: IncidentRequest,
): readonly IncidentSummary[] {
  const { country, actor, q, eventType, realis, from, to, differs } = request;
  const hasWords = makeWordFilter(q);
  const given = [country, actor, eventType, realis, from, to, hasWords];
  if (differs !== true && given.every((each) => each === undefined)) return incidents;
  // What costs least is looked at first: there may be a hundred thousand.
  return incidents.filter(
    (incident) =>
      (country === undefined || incident.where?.country === country) &&
      (eventType === undefined || incident.type === eventType) &&
      (realis === undefined || incident.realis === realis) &&
      (differs !== true || incident.differing > 0) &&
      (actor === undefined || isOf(incident, actor)) &&
      isWithin(findDays(incident), { from, to }) &&
      (hasWords === undefined || hasWords(incident, listNames)),
  );
}

function isOf({ actors, recipients }: IncidentSummary, actor: string): boolean {
  return actors.some(({ record }) => record === actor) || recipients.some(({ record }) => record === actor);
}

const listNames = ({ title, where, actors, recipients }: IncidentSummary): readonly string[] => [
  title,
  where?.name ?? '',
  ...[...actors, ...recipients].map(({ name }) => name),
];

/** The stories of a list that fit what is asked for, in the same order. */
export function chooseStories(
  stories: readonly StorySummary[],
  { country, q, from, to }: StoryRequest,
): readonly StorySummary[] {
  const hasWords = makeWordFilter(q);
  return stories.filter((story) => {
    const { countries, first, last } = story;
    return (
      (country === undefined || countries.includes(country)) &&
      isWithin([first, last], { from, to }) &&
      (hasWords === undefined || hasWords(story, ({ title }) => [title]))
    );
  });
}

type Days = readonly [from: string, to: string];

/** Days on which it may have happened; without one, those on which it was told. */
function findDays({ when, first, last }: IncidentSummary): Days {
  if (when?.from === undefined && when?.to === undefined) return [first, last];
  return [when.from ?? when.to!, when.to ?? when.from!];
}

/** Whether two stretches of days meet; dates compare as text, as far as they are known. */
function isWithin(
  [first, last]: Days,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): boolean {
  const isBefore = (a: string, b: string) => {
    const length = Math.min(a.length, b.length, 10);
    return a.slice(0, length) < b.slice(0, length);
  };
  return (from === undefined || !isBefore(last, from)) && (to === undefined || !isBefore(to, first));
}

const fold = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words of rows that were looked through before, between blanks: rows stay what they are. */
const words = new WeakMap<object, string>();

type WordFilter = <Row extends object>(row: Row, list: (row: Row) => readonly string[]) => boolean;

/** Whether each word that is asked for begins a word of what is looked through; undefined where none is. */
function makeWordFilter(q: string | undefined): WordFilter | undefined {
  const asked = fold(q ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (asked.length === 0) return undefined;
  return (row, list) => {
    let own = words.get(row);
    if (own === undefined) {
      own = ` ${(fold(list(row).join(' ')).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`;
      words.set(row, own);
    }
    return asked.every((each) => own.includes(` ${each}`));
  };
}
