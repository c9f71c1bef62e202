import type { KeyStanding } from '../../../model/key.ts';
import type { Trusted } from '../judge.ts';

/**
 * What is to be thought of the keys of a chain that came along with what they signed: it vouches for a key only from one on that is trusted
 * already. Where it parts from what is known of that key, it vouches for nothing more.
 */
export function extendTrust(trusted: readonly Trusted[], chain: readonly KeyStanding[]): readonly Trusted[] {
  const known = new Map(
    trusted.map((each) => (typeof each === 'string' ? [each, { key: each }] : [each.key, each])),
  ) as Map<string, KeyStanding>;
  const extended = new Map(known);
  let isVouchedFor = false;
  for (const told of chain) {
    const own = known.get(told.key);
    if (own !== undefined) {
      extended.set(told.key, merge(own, told));
      // Another key came after it by what is known here, or none: then what follows in the chain must be known too.
      isVouchedFor = own.until === undefined && own.revoked === undefined;
    } else if (isVouchedFor) extended.set(told.key, told);
  }
  return [...extended.values()];
}

/** Of two words on one key the stricter holds. */
function merge(own: KeyStanding, told: KeyStanding): KeyStanding {
  const until = [own.until, told.until].filter((each) => each !== undefined).sort()[0];
  const revoked = [own.revoked, told.revoked]
    .filter((each) => each !== undefined)
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const from = own.from ?? told.from;
  return {
    key: own.key,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(revoked === undefined ? {} : { revoked }),
  };
}
