import type { Part, Sentence } from '../../../model/brief.ts';
import type {
  DisputedValue,
  Distortion,
  FigureSlot,
  Incident,
  SaidValue,
  Sayer,
} from '../../../model/incident.ts';
import { makeClaimKey } from '../../report/claim-ref.ts';
import { tellBound } from '../figure-words.ts';
import { chooseSayers, MOST_VALUES } from '../incident-values.ts';
import { join, list, nameFrom, tellDay, type Value } from '../parts.ts';
import { show, type Teller, tell } from '../teller.ts';

/** Sentences on disputes: those that cannot all hold go first. */
const MOST = 5;

interface Ranked {
  readonly rank: number;
  readonly sentence: Sentence | undefined;
}

/** For each incident what is told of it in different ways, who says which, and what a relay has made of its source. */
export function tellContradictions(teller: Teller): readonly (Sentence | undefined)[] {
  return teller.facts.incidents
    .toReversed()
    .flatMap((incident): readonly Ranked[] => [
      ...incident.figures.map((slot, index) => ({
        rank: slot.relation === 'contradiction' ? 0 : 2,
        sentence: tellFigure(teller, { incident, slot, index }),
      })),
      ...incident.disputes.map((slot, index) => ({
        rank: 0,
        // Of places, days and doers a vaguer name beside a finer one is no dispute.
        sentence: slot.relation === 'contradiction' ? tellDispute(teller, incident, index) : undefined,
      })),
      ...incident.distortions.map((distortion, index, all) => ({
        rank: 1,
        sentence: isFirst(distortion, all)
          ? tellDistortion(teller, distortion, `incident.${incident.id}.distortions.${index}`)
          : undefined,
      })),
    ])
    .filter(({ sentence }) => sentence !== undefined)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ sentence }) => sentence);
}

function tellFigure(
  teller: Teller,
  {
    incident,
    slot,
    index,
  }: { readonly incident: Incident; readonly slot: FigureSlot; readonly index: number },
): Sentence | undefined {
  const values = slot.values.slice(0, MOST_VALUES).flatMap((value) => {
    const said = tellSaid(teller, value);
    return said === undefined ? [] : [said];
  });
  if (values.length < 2) return undefined;
  const key = `incident.${incident.id}.figures.${index}`;
  return tell(teller, ['contradictions', 'figure'], {
    thing: show(teller, `${key}.of`),
    whose: show(teller, `${key}.who`),
    ...tellIncident(teller, incident.id),
    values: list(values, { most: MOST_VALUES, mark: ';' }),
    relation: show(teller, `${key}.relation`),
  });
}

/** `at least 8 (Iraqi military, 20 December 2020)`. */
function tellSaid(teller: Teller, value: SaidValue): readonly Part[] | undefined {
  const says = chooseSayers(value.says, teller.cited);
  const [first] = says;
  if (first === undefined) return undefined;
  const figure: Part = {
    text: tellBound(value),
    from: { kind: 'claim', claim: makeClaimKey(first.claim), field: 'figure' },
  };
  return [figure, ...tellSayers(says)];
}

/** Who says so, in brackets, with the day of the first. */
function tellSayers(says: readonly Sayer[]): readonly Part[] {
  const names = new Map(says.map((sayer) => [sayer.name, nameFrom(sayer.claim, 'sayer', sayer.name)]));
  return [
    join(' ('),
    ...(list([...names.values()], { most: 2 }) ?? []),
    join(', '),
    ...tellDay(says[0]!.claim),
    join(')'),
  ];
}

export function tellIncident(teller: Teller, id: string): { readonly incident: Value; readonly day: Value } {
  const title = show(teller, `incident.${id}.title`);
  const day = show(teller, `incident.${id}.day`);
  return { incident: title === undefined ? undefined : [join('“'), ...title, join('”')], day };
}

function tellDispute(teller: Teller, incident: Incident, index: number): Sentence | undefined {
  const slot = incident.disputes[index]!;
  const key = `incident.${incident.id}.disputes.${index}`;
  const values = slot.values.slice(0, MOST_VALUES).flatMap((value, at) => {
    const said = tellDisputed(teller, value, show(teller, `${key}.${at}`, true));
    return said === undefined ? [] : [said];
  });
  if (values.length < 2) return undefined;
  return tell(teller, ['contradictions', 'dispute'], {
    thing: show(teller, `${key}.of`),
    ...tellIncident(teller, incident.id),
    values: list(values, { most: MOST_VALUES, mark: ';' }),
    relation: show(teller, `${key}.relation`),
  });
}

/** `Kata'ib Hizballah (United States, 21 December 2020; denied by Kata'ib Hizballah)`. */
function tellDisputed(teller: Teller, value: DisputedValue, name: Value): readonly Part[] | undefined {
  const groups = [
    { by: undefined, says: chooseSayers(value.says, teller.cited) },
    { by: join('claimed by '), says: chooseSayers(value.claimed, teller.cited) },
    { by: join('denied by '), says: chooseSayers(value.denied, teller.cited) },
  ].filter(({ says }) => says.length > 0);
  if (groups.length === 0 || name === undefined) return undefined;
  const told = groups.map(({ by, says }) => {
    const names = new Map(says.map((sayer) => [sayer.name, nameFrom(sayer.claim, 'sayer', sayer.name)]));
    const who = list([...names.values()], { most: 2 }) ?? [];
    return [...(by === undefined ? [] : [by]), ...who, join(', '), ...tellDay(says[0]!.claim)];
  });
  return [
    ...name,
    join(' ('),
    ...told.flatMap((group, index) => (index === 0 ? group : [join('; '), ...group])),
    join(')'),
  ];
}

function tellDistortion(teller: Teller, { relay, source }: Distortion, key: string): Sentence | undefined {
  const known = chooseSayers([relay.says, source.says], teller.cited);
  if (known.length < 2) return undefined;
  return tell(teller, ['contradictions', 'distortion'], {
    relay: nameFrom(relay.says.claim, 'sayer', relay.says.name),
    relayed: quoted(show(teller, `${key}.relay`)),
    source: nameFrom(source.says.claim, 'sayer', source.says.name),
    said: quoted(show(teller, `${key}.source`)),
  });
}

/** One page may be found to overstate one thing in several ways: one of them is told. */
function isFirst(distortion: Distortion, all: readonly Distortion[]): boolean {
  const { kind, relay } = distortion;
  return all.find((each) => each.kind === kind && each.relay.says.name === relay.says.name) === distortion;
}

const quoted = (value: Value): Value => (value === undefined ? undefined : [join('“'), ...value, join('”')]);
