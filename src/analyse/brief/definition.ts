import type { Problem } from '../../model/problem.ts';
import { isSame } from './cited.ts';
import { readFirstSentence } from './sections/structure.ts';
import { cut, straighten } from './wording.ts';

/** Steps of a path into a problem that are followed. */
const MOST_STEPS = 6;

/**
 * What stands in a field of a problem: `indicators.preparation.title` goes by ids, `gaps.2` by place. Undefined where there is no such
 * field.
 *
 * @example
 * readField(problem, 'baseRate.prior.days'); // 60
 */
export function readField(problem: Problem, field: string): unknown {
  const steps = field.split('.');
  if (steps.length > MOST_STEPS) return undefined;
  let value: unknown = problem;
  for (const step of steps) {
    if (Array.isArray(value))
      value = value.find((each) => isNamed(each, step)) ?? value[/^\d{1,4}$/.test(step) ? Number(step) : -1];
    else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step))
      value = Reflect.get(value, step);
    else return undefined;
  }
  return value;
}

function isNamed(value: unknown, id: string): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && value.id === id;
}

/** Whether a text is what a field says, or the first sentence of it. */
export function isDefined(problem: Problem, field: string, text: string): boolean {
  const value = readField(problem, field);
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const whole = String(value);
  return [whole, readFirstSentence(whole)].some((each) => isSame(cut(straighten(each), 500), text));
}
