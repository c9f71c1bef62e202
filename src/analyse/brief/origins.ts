import type { Sentence } from '../../model/brief.ts';
import type { OriginTree } from '../../model/story.ts';
import { listRelays, type Reason } from './reasons.ts';
import { attribute, capitalize, count, label, listNames } from './wording.ts';

/** Reasons whose origins are told. */
const MOST_ORIGINS = 8;

/** For each main reason how many are first-hand, who they are, and who only repeats them. */
export function tellOrigins(reasons: readonly Reason[]): readonly Sentence[] {
  return reasons
    .filter(({ tree }) => tree.origins.length > 0)
    .slice(0, MOST_ORIGINS)
    .map(({ contribution, tree, claims }) => {
      const total = tree.origins.length;
      const names = listNames(tree.origins.map(attribute), { most: 4, mark: ';' });
      const join = total === 1 ? ', ' : ': ';
      return {
        text: `${capitalize(label(contribution.title))}: ${countOrigins(tree)}${join}${names}${tellRelays(tree)}.`,
        claims,
      };
    });
}

/** `one possible origin`, `2 confirmed and 1 possible origins`: the two are never added up. */
function countOrigins({ origins, confirmed, possible }: OriginTree): string {
  if (origins.length === 1) return `one ${origins[0]!.status} origin`;
  const kinds = [
    ...(confirmed === 0 ? [] : [`${confirmed} confirmed`]),
    ...(possible === 0 ? [] : [`${possible} possible`]),
  ];
  return `${kinds.join(' and ')} origins`;
}

function tellRelays({ reports, origins }: OriginTree): string {
  const relays = listRelays(reports);
  if (relays.length === 0) return '';
  const outlets = [...new Set(relays.flatMap(({ outlet }) => (outlet === undefined ? [] : [label(outlet)])))];
  const who = outlets.length === 0 ? '' : ` (${listNames(outlets)})`;
  const verb = relays.length === 1 ? 'repeats' : 'repeat';
  return `; ${count(relays.length, 'report')} only ${verb} ${origins.length === 1 ? 'it' : 'them'}${who}`;
}
