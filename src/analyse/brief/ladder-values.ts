import { formatDate } from '../../text/dates.ts';
import type { BriefFacts } from './facts.ts';
import type { Values } from './values.ts';
import { count, cut, MOST_NAME, straighten } from './wording.ts';

/** Claims of a step that are cited. */
const CLAIMS_OF_STEP = 2;

/** Steps of two sides that answer each other, and the reply that is due. */
export function addLadder(values: Values, { assessment: { ladder } }: BriefFacts): void {
  if (ladder === undefined) return;
  for (const [index, { title, day, claims, answers, assumed }] of ladder.steps.entries()) {
    const rests = claims.slice(0, CLAIMS_OF_STEP);
    const put = (name: string, text: string) => values.set(`ladder.${index}.${name}`, { text, rests });
    put('title', cut(straighten(title), MOST_NAME));
    put('day', formatDate(day, 'short'));
    if (assumed === true) put('assumed', 'as is assumed, since nobody is named');
    if (answers === undefined) continue;
    put('lag', answers.lag === 0 ? 'less than a day' : count(answers.lag, 'day'));
    put('change', tellChange(answers.change));
  }
  const { due } = ladder;
  if (due === undefined) return;
  const rests =
    ladder.steps.findLast(({ incident }) => incident === due.incident)?.claims.slice(0, CLAIMS_OF_STEP) ?? [];
  const put = (name: string, text: string) => values.set(`ladder.due.${name}`, { text, rests });
  put('days', count(due.days, 'day'));
  if (due.usual === undefined) return;
  put('median', count(Math.round(due.usual.median), 'day'));
  put('longest', count(Math.round(due.usual.longest), 'day'));
}

function tellChange(rungs: number): string {
  if (rungs === 0) return 'on the same rung';
  return `${count(Math.abs(rungs), 'rung')} ${rungs > 0 ? 'up' : 'down'}`;
}
