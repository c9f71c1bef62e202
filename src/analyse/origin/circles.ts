import type { Group } from './relays.ts';
import type { Speaker } from './who-is-who.ts';

interface Outlet {
  readonly name: string;
  /** Keys of the outlets that it credits and names nobody behind. */
  readonly credits: Set<string>;
}

/**
 * Outlets that credit each other in a circle and name nobody: one possible origin together, since nobody can tell which of
 * them has it first-hand.
 */
export class Circles {
  readonly #outlets = new Map<string, Outlet>();

  constructor(groups: readonly Group[]) {
    for (const { outlet, report, traced } of groups) {
      const known = this.#outlets.get(outlet) ?? {
        name: report.outlet ?? outlet,
        credits: new Set<string>(),
      };
      this.#outlets.set(outlet, known);
      for (const { access, credits } of traced) {
        const key = credits.at(-1)?.key;
        if (access.kind === 'outlet' && key !== undefined && key !== outlet) known.credits.add(key);
      }
    }
  }

  /** The circle that an outlet is in; undefined where its credits do not lead back to it. */
  find(outlet: string): Speaker | undefined {
    const reached = this.#reach(outlet);
    if (!reached.has(outlet)) return undefined;
    const members = [...reached].filter((each) => this.#reach(each).has(outlet)).sort();
    const names = members.map((each) => this.#outlets.get(each)?.name ?? each).sort();
    return {
      key: `circle ${members.join('|')}`,
      origin: { status: 'possible', reason: 'circular credit', name: listNames(names), type: 'outlet' },
    };
  }

  /** All outlets to which one's credits lead, over however many others. */
  #reach(outlet: string): ReadonlySet<string> {
    const reached = new Set<string>();
    const open = [outlet];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const key of this.#outlets.get(next)?.credits ?? []) {
        if (reached.has(key)) continue;
        reached.add(key);
        open.push(key);
      }
    }
    return reached;
  }
}

function listNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
