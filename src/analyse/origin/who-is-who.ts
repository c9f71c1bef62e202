import type { Report } from '../../model/report.ts';
import type { Origin } from '../../model/story.ts';
import { findFullName } from './full-names.ts';
import { mergeNames, nameRoles } from './identity.ts';
import { foldName, makeOutletKey, splitName } from './names.ts';
import type { Group } from './relays.ts';
import { followName } from './speaks-for.ts';
import { getOutletName, type Traced } from './traced.ts';
import { groupUnnamed, isCompatibleKind, type UnnamedGroup, type UnnamedKind } from './unnamed.ts';

type NamedAccess = Extract<Traced['access'], { kind: 'named' }>;

/** An origin before it is known who leads to it. */
export interface Speaker {
  readonly key: string;
  /** The key of another name of it. */
  readonly alias?: string;
  readonly origin: Omit<Origin, 'id' | 'claims' | 'first'>;
}

/** Who the speakers of a set of reports are: one and the same under several names, posts and descriptions. */
export class WhoIsWho {
  readonly #groups: readonly Group[];
  #bodies: readonly Speaker[] | undefined;
  readonly #names: ReadonlyMap<string, string>;
  readonly #roles: ReadonlyMap<string, string>;
  readonly #accesses = new Map<string, { readonly access: NamedAccess; readonly report: Report }>();
  /** Unnamed speakers by the outlet that they spoke to. */
  readonly #unnamed = new Map<string, readonly UnnamedGroup[]>();

  constructor(groups: readonly Group[]) {
    this.#groups = groups;
    // A role may be told in a sentence that is not on the matter.
    const context = groups.flatMap((group) => group.context);
    this.#names = mergeNames(context);
    this.#roles = nameRoles(context);
    for (const { access, report } of context)
      if (access.kind === 'named' && !this.#accesses.has(access.key))
        this.#accesses.set(access.key, { access, report });
    const kinds = new Map<string, UnnamedKind[]>();
    for (const one of groups.flatMap(({ traced }) => traced)) {
      if (one.access.kind !== 'unnamed') continue;
      const hearer = getHearer(one);
      kinds.set(hearer, [...(kinds.get(hearer) ?? []), one.access.who]);
    }
    for (const [outlet, list] of kinds) this.#unnamed.set(outlet, groupUnnamed(outlet, list));
  }

  /** All bodies that speak, by the names that theirs come to. */
  get bodies(): readonly Speaker[] {
    this.#bodies ??= this.#groups
      .flatMap(({ context }) => context)
      .flatMap((one) => {
        const { access } = one;
        const body = access.kind === 'named' && access.reason === 'office' ? this.findNamed(one) : undefined;
        return body === undefined || access.kind !== 'named' ? [] : [{ ...body, alias: access.key }];
      });
    return this.#bodies;
  }

  /** A named speaker by the name that all its names come to. */
  findNamed({ access, report }: Traced): Speaker | undefined {
    if (access.kind !== 'named') return undefined;
    const key = followName(this.#names, access.key);
    const meant = this.#accesses.get(key) ?? { access, report };
    const { type, reason, name: given } = meant.access;
    const name =
      reason === 'named speaker' || reason === 'office' ? findFullName(given, meant.report) : given;
    return { key, origin: { status: 'confirmed', reason, name, type } };
  }

  /** Unnamed speakers: those of one kind to one outlet are one. */
  findUnnamed(one: Traced): Speaker | undefined {
    const { access, credits, report, statement } = one;
    if (access.kind !== 'unnamed') return undefined;
    const group = this.#unnamed.get(getHearer(one))?.find(({ who }) => isCompatibleKind(who, access.who));
    return {
      key: group?.key ?? `unnamed ${access.name}`,
      origin: {
        status: 'possible',
        reason: 'unnamed source',
        name: access.name,
        type: access.type,
        ...(access.isAnonymous ? { anonymous: true } : {}),
        through: credits.at(-1)?.name ?? getOutletName(report, statement),
      },
    };
  }

  /** "The director", where one named speaker is the director. */
  findByRole({ access }: Traced): Speaker | undefined {
    if (access.kind !== 'unnamed' || !access.isSingle) return undefined;
    for (const word of splitName(foldName(access.name))) {
      const key = this.#roles.get(word);
      const named = key === undefined ? undefined : this.#accesses.get(key);
      if (named === undefined) continue;
      const { name, type, reason } = named.access;
      return {
        key: followName(this.#names, named.access.key),
        origin: { status: 'confirmed', reason, name, type },
      };
    }
    return undefined;
  }

  /** Who is behind a statement, by one name in the whole set. */
  nameAccess(one: Traced): string {
    const { access } = one;
    if (access.kind === 'named') return followName(this.#names, access.key);
    return access.kind === 'unnamed' ? `${access.who.kind} ${getHearer(one)}` : getHearer(one);
  }
}

/** The outlet that a speaker spoke to. */
function getHearer({ credits, report, statement }: Traced): string {
  return credits.at(-1)?.key ?? makeOutletKey(getOutletName(report, statement));
}
