import type { Figure } from '../../../../model/event.ts';
import type { Trigger } from './trigger.ts';

/** Modes and codes by the kind of arms that an attack's figures count. */
const BY_FIGURE: Readonly<Record<string, readonly [mode: string, cameo: string]>> = {
  rockets: ['heavy-weapons', '194'],
  mortars: ['heavy-weapons', '194'],
  shells: ['heavy-weapons', '194'],
  missiles: ['aerial', '195'],
  drones: ['drone', '195'],
};

/**
 * "rockets were fired in the attack": arms named with an outcome, or counted, say what kind of attack it was where its
 * own word does not ("at least eight were fired").
 */
export function specify(trigger: Trigger, absorbed: readonly Trigger[], figures: readonly Figure[]): Trigger {
  const { sense } = trigger;
  if (sense.mode !== undefined || sense.type !== 'ASSAULT' || !['190', '193'].includes(sense.cameo))
    return trigger;
  const armed = absorbed.find(
    (other) => other.sense.mode !== undefined && other.sense.type === sense.type,
  )?.sense;
  if (armed?.mode !== undefined && sense.cameo === '190')
    return { ...trigger, sense: { ...sense, mode: armed.mode, cameo: armed.cameo } };
  const counted = figures.flatMap(({ of }) => BY_FIGURE[of] ?? []);
  const [mode, cameo] = counted;
  return mode === undefined || cameo === undefined
    ? trigger
    : { ...trigger, sense: { ...sense, mode, cameo } };
}
