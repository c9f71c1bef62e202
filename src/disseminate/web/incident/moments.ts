import type { Incident, SaidValue, Sayer } from '../../../model/incident.ts';
import type { ClaimRef } from '../../../model/report.ts';
import { describeCause } from '../words/decisions.ts';
import { describeOrigin, describeSlot, describeValue } from '../words/picture.ts';
import { INCIDENT } from '../words/text/incident.ts';

export type MomentKind = keyof typeof INCIDENT.moments;

/** Something in the course of what is said of an incident. */
export interface Moment {
  readonly kind: MomentKind;
  /** A date or instant. */
  readonly at: string;
  readonly words: string;
  /** Where it is said, where a text says it. */
  readonly claim?: ClaimRef;
}

/**
 * The course of an incident: the first word, each origin as it came in, every change of a figure, denials, corrections. Earliest
 * first; what carries no time is left out.
 */
export function listMoments(incident: Incident): readonly Moment[] {
  const all = [
    ...listFirst(incident),
    ...listOrigins(incident),
    ...incident.figures.flatMap(listChanges),
    ...listStances(incident),
    ...listCorrections(incident),
  ];
  return all
    .filter(({ at }) => !Number.isNaN(Date.parse(at)))
    .map((moment, order) => ({ moment, order, time: Date.parse(moment.at) }))
    .sort((a, b) => a.time - b.time || a.order - b.order)
    .map(({ moment }) => moment);
}

function listFirst({ when, told, title }: Incident): readonly Moment[] {
  const day = when?.from;
  const happened: readonly Moment[] = day === undefined ? [] : [{ kind: 'happened', at: day, words: title }];
  const first = findEarliest(told.filter(({ background }) => !background).map(({ claim }) => claim));
  if (first === undefined) return happened;
  return [
    ...happened,
    { kind: 'first', at: first.published ?? '', words: INCIDENT.firstWord(first.outlet), claim: first },
  ];
}

function listOrigins({ tree }: Incident): readonly Moment[] {
  return tree.origins.flatMap((origin): readonly Moment[] => {
    const claim = findEarliest(origin.claims);
    if (claim === undefined) return [];
    const words = INCIDENT.originHad(origin.name, describeOrigin(origin));
    const kind = origin.status === 'confirmed' ? 'origin' : 'possible';
    return [{ kind, at: claim.published ?? '', words, claim }];
  });
}

/** The first time that each value was said, beside the one before it; and what was taken back. */
function listChanges(slot: Incident['figures'][number]): readonly Moment[] {
  const name = describeSlot(slot);
  const said = slot.values
    .map((value) => ({ value, by: findFirstSayer(value) }))
    .filter((each): each is { value: SaidValue; by: Sayer } => each.by !== undefined)
    .sort((a, b) => Date.parse(a.by.claim.published!) - Date.parse(b.by.claim.published!));
  return said.map(({ value, by }, at): Moment => {
    const before = said[at - 1];
    const [is, was] = [describeValue(value), before && describeValue(before.value)];
    const words =
      value.state === 'withdrawn'
        ? INCIDENT.figureWithdrawn(name, is, by.name)
        : was === undefined
          ? INCIDENT.figureFirst(name, is, by.name)
          : INCIDENT.figureMoved(name, was, is, by.name);
    const kind = value.state === 'withdrawn' ? 'withdrawn' : 'figure';
    return { kind, at: by.claim.published!, words, claim: by.claim };
  });
}

function findFirstSayer({ says }: SaidValue): Sayer | undefined {
  const first = findEarliest(says.map(({ claim }) => claim));
  return says.find(({ claim }) => claim === first);
}

/** Who denies or claims the deed, each once; then whoever denies that it happened. */
function listStances({ disputes, told }: Incident): readonly Moment[] {
  const shown = new Set<string>();
  const list = (kind: 'denial' | 'claimed', sayers: readonly Sayer[], of: string): readonly Moment[] =>
    sayers.flatMap(({ name, claim }): readonly Moment[] => {
      const key = `${kind} ${name} ${of}`;
      const place = `${claim.document}#${claim.claim}`;
      const isKnown = shown.has(key);
      shown.add(key).add(place);
      if (isKnown) return [];
      const words =
        kind === 'claimed'
          ? INCIDENT.claimedOf(of)
          : `${INCIDENT.denied(name, claim.outlet)}, ${INCIDENT.deniedOf(of)}`;
      return [{ kind, at: claim.published ?? '', words, claim }];
    });
  const disputed = disputes.flatMap(({ values }) =>
    values.flatMap(({ value, claimed = [], denied = [] }) => [
      ...list('claimed', inOrder(claimed), value),
      ...list('denial', inOrder(denied), value),
    ]),
  );
  const others = told.flatMap(({ claim, mention }): readonly Moment[] => {
    const place = `${claim.document}#${claim.claim}`;
    if (claim.stance !== 'denies' && mention.realis !== 'denied') return [];
    if (shown.has(place)) return [];
    shown.add(place);
    return [{ kind: 'denial', at: claim.published ?? '', words: INCIDENT.firstWord(claim.outlet), claim }];
  });
  return [...disputed, ...others];
}

function inOrder(sayers: readonly Sayer[]): readonly Sayer[] {
  return sayers.toSorted((a, b) => Date.parse(a.claim.published ?? '') - Date.parse(b.claim.published ?? ''));
}

/** What was set aside, each cause once, and what pages no longer say. */
function listCorrections({ setAside = [], removed = [] }: Incident): readonly Moment[] {
  const causes = new Map<string, Moment>();
  for (const { cause, claim } of setAside) {
    const root = cause.type === 'repeats' ? cause.because : cause;
    const isOurs = root.type === 'judgement' || root.type === 'withdrawal';
    const words = 'outlet' in root ? `${describeCause(root)}: ${root.outlet ?? ''}` : describeCause(root);
    const key = `${root.type} ${root.known} ${'judgement' in root ? root.judgement : words}`;
    if (!causes.has(key))
      causes.set(key, { kind: isOurs ? 'decision' : 'correction', at: root.known, words, claim });
  }
  const gone = removed.map(
    ({ claim, version, known }): Moment => ({
      kind: 'removal',
      at: known,
      words: INCIDENT.removedFrom(claim.outlet, version),
      claim,
    }),
  );
  return [...causes.values(), ...gone];
}

function findEarliest(claims: readonly ClaimRef[]): ClaimRef | undefined {
  return claims
    .filter(({ published }) => !Number.isNaN(Date.parse(published ?? '')))
    .reduce<ClaimRef | undefined>(
      (first, claim) =>
        first === undefined || Date.parse(claim.published!) < Date.parse(first.published!) ? claim : first,
      undefined,
    );
}
