import { LEVELS, type Level, type Problem } from '../../model/problem.ts';

/**
 * The level of a probability: that of its product with the stated consequence. It rises at once, and falls only when the
 * product is below the threshold of the level that stood by more than the hysteresis, so that it does not flicker.
 *
 * @example
 * findLevel(0.44, problem.levels, 'elevated'); // 'elevated', where its threshold is 0.45 and the hysteresis 0.05
 */
export function findLevel(p: number, levels: Problem['levels'], previous: Level = 'normal'): Level {
  const value = p * levels.consequence;
  const threshold = (level: Level) => (level === 'normal' ? Number.NEGATIVE_INFINITY : levels[level]);
  const reached = LEVELS.findLastIndex((level) => value >= threshold(level));
  const held = LEVELS.findLastIndex((level) => value >= threshold(level) - levels.hysteresis);
  return LEVELS[Math.max(reached, Math.min(held, LEVELS.indexOf(previous)))] ?? 'normal';
}
