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
  return incidents.filter((incident) => {
    const { where, actors, recipients } = incident;
    const parties = [...actors, ...recipients];
    return (
      (country === undefined || where?.country === country) &&
      (actor === undefined || parties.some(({ record }) => record === actor)) &&
      (eventType === undefined || incident.type === eventType) &&
      (realis === undefined || incident.realis === realis) &&
      (differs !== true || incident.differing > 0) &&
      isWithin(findDays(incident), { from, to }) &&
      hasWords([incident.title, where?.name ?? '', ...parties.map(({ name }) => name)])
    );
  });
}

/** The stories of a list that fit what is asked for, in the same order. */
export function chooseStories(
  stories: readonly StorySummary[],
  { country, q, from, to }: StoryRequest,
): readonly StorySummary[] {
  const hasWords = makeWordFilter(q);
  return stories.filter(
    ({ countries, title, first, last }) =>
      (country === undefined || countries.includes(country)) &&
      isWithin([first, last], { from, to }) &&
      hasWords([title]),
  );
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

/** Whether each word that is asked for begins a word of what is looked through. */
function makeWordFilter(q: string | undefined): (texts: readonly string[]) => boolean {
  const asked = fold(q ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (asked.length === 0) return () => true;
  return (texts) => {
    const words = fold(texts.join(' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
    return asked.every((each) => words.some((word) => word.startsWith(each)));
  };
}
