import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { TextSpan } from '../../../../model/span.ts';
import { ClockIcon, NameIcon, PlaceIcon } from '../../components/icons.tsx';
import { Limited } from '../../components/Limited.tsx';
import { Loading } from '../../components/States.tsx';
import { SECTOR_WORDS, SHOWN_TYPES, TYPE_WORDS } from '../../words/actors.ts';
import { describeDate, describeRange } from '../../words/dates.ts';
import { THINGS } from '../../words/text/reader.ts';
import { nameCountry } from '../../words/vocabulary.ts';
import { nameThing, type Thing } from './things.ts';

/* The outlines of countries come only once a place is looked at. */
const PlaceLocator = lazy(() =>
  import('../../charts/PlaceLocator.tsx').then((module) => ({ default: module.PlaceLocator })),
);

type Name = Extract<Thing, { kind: 'name' }>;
type Place = Extract<Thing, { kind: 'place' }>;
type Time = Extract<Thing, { kind: 'time' }>;

const ICONS = { time: ClockIcon, place: PlaceIcon, name: NameIcon } as const;

interface CardProps {
  /** The time that another one was resolved against, by its id. */
  readonly findTime: (id: string) => TextSpan | undefined;
  readonly published: string | undefined;
  readonly onJump: (mention: TextSpan) => void;
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="thing-facts">
      {rows
        .filter(([, words]) => words !== undefined && words !== '')
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}

function Jump({
  mention,
  at,
  onJump,
}: { readonly mention: TextSpan; readonly at: number } & Pick<CardProps, 'onJump'>) {
  return (
    <button
      type="button"
      className="link jump"
      aria-label={THINGS.jump(mention.text, at)}
      onClick={() => onJump(mention)}
    >
      <bdi>{mention.text}</bdi>
    </button>
  );
}

function Jumps({
  title,
  mentions,
  onJump,
}: { readonly title: string; readonly mentions: readonly TextSpan[] } & Pick<CardProps, 'onJump'>) {
  if (mentions.length === 0) return null;
  return (
    <section className="jumps" aria-label={title}>
      <h4>{title}</h4>
      <Limited items={mentions} first={12}>
        {(mention, at) => (
          <li key={`${mention.start} ${mention.end}`}>
            <Jump mention={mention} at={at + 1} onJump={onJump} />
          </li>
        )}
      </Limited>
    </section>
  );
}

function ToActor({ entity }: Pick<Name, 'entity'>) {
  const { type, wikidata, name } = entity;
  if (!SHOWN_TYPES.some((shown) => shown === type)) return null;
  return (
    <p>
      {wikidata === undefined ? (
        <Link to="/actors" search={{ name: name.slice(0, 200) }}>
          {THINGS.find}
        </Link>
      ) : (
        <Link to="/actors/$id" params={{ id: `wikidata:${wikidata}` }}>
          {THINGS.actor}
        </Link>
      )}
    </p>
  );
}

function NameCard({ thing: { entity }, onJump }: { readonly thing: Name } & CardProps) {
  const { type, role, sector, country, mentions, references = [] } = entity;
  return (
    <>
      <Facts
        rows={[
          [THINGS.type, TYPE_WORDS[type]],
          [THINGS.role, role === undefined ? undefined : <bdi key="role">{role}</bdi>],
          [THINGS.sector, sector === undefined ? undefined : SECTOR_WORDS[sector]],
          [THINGS.country, country === undefined ? undefined : nameCountry(country)],
        ]}
      />
      <Jumps title={THINGS.mentions(mentions.length)} mentions={mentions} onJump={onJump} />
      <Jumps title={THINGS.references(references.length)} mentions={references} onJump={onJump} />
      <ToActor entity={entity} />
    </>
  );
}

function PlaceCard({ thing: { place, mentions }, onJump }: { readonly thing: Place } & CardProps) {
  const { name, lat, lon, precision, country } = place;
  const uses = [...new Set(mentions.map(({ use }) => THINGS.uses[use]))].join(', ');
  return (
    <>
      {lat === undefined || lon === undefined ? (
        <p className="muted">{THINGS.unplaced}</p>
      ) : (
        <Suspense fallback={<Loading label={THINGS.fetchingPlace} lines={4} />}>
          <PlaceLocator name={name} lat={lat} lon={lon} precision={precision} />
        </Suspense>
      )}
      <Facts
        rows={[
          [THINGS.country, country === undefined ? undefined : nameCountry(country)],
          [THINGS.precision, precision],
          [THINGS.use, uses],
        ]}
      />
      <Jumps title={THINGS.mentions(mentions.length)} mentions={mentions} onJump={onJump} />
    </>
  );
}

function Anchor({ time, findTime, published, onJump }: Pick<Time, 'time'> & CardProps) {
  const { anchor } = time;
  if (anchor === undefined) return THINGS.anchors.none;
  if (anchor === 'published')
    return THINGS.anchors.published(published === undefined ? undefined : describeDate(published));
  if (anchor === 'post') return THINGS.anchors.post;
  const other = findTime(anchor);
  return (
    <>
      {THINGS.anchors.other}{' '}
      {other === undefined ? <code>{anchor}</code> : <Jump mention={other} at={1} onJump={onJump} />}
    </>
  );
}

function TimeCard({ thing: { time }, ...props }: { readonly thing: Time } & CardProps) {
  const { type, value, from, to, precision, mod, by } = time;
  return (
    <>
      <Facts
        rows={[
          [THINGS.timeType, THINGS.timeTypes[type]],
          [THINGS.value, <code key="value">{value}</code>],
          [
            THINGS.covers,
            from === undefined && to === undefined
              ? THINGS.coversNothing
              : describeRange(from, to, precision),
          ],
          [THINGS.precisionOf, precision],
          [THINGS.mod, mod],
          [THINGS.anchor, <Anchor key="anchor" time={time} {...props} />],
          [THINGS.by, by],
        ]}
      />
      <Jumps title={THINGS.mentions(1)} mentions={[time]} onJump={props.onJump} />
    </>
  );
}

function describeThing(thing: Thing): string {
  switch (thing.kind) {
    case 'name':
      return TYPE_WORDS[thing.entity.type];
    case 'place':
      return thing.place.country === undefined ? thing.place.precision : nameCountry(thing.place.country);
    case 'time':
      return thing.time.from === undefined
        ? thing.time.value
        : describeRange(thing.time.from, thing.time.to, thing.time.precision);
  }
}

interface ThingCardProps extends CardProps {
  readonly thing: Thing;
  readonly isSelected: boolean;
  readonly onSelect: (thing: Thing | undefined) => void;
}

/** A name, place or time in a line; opened, all that is known of it, with a way to each mention. */
export function ThingCard({ thing, isSelected, onSelect, ...props }: ThingCardProps) {
  const Icon = ICONS[thing.kind];
  return (
    <li className={isSelected ? 'claim thing is-selected' : 'claim thing'} data-thing-row={thing.id}>
      <button
        type="button"
        className="claim-head thing-head"
        aria-expanded={isSelected}
        onClick={() => onSelect(isSelected ? undefined : thing)}
      >
        <Icon />
        <span className="thing-name" dir="auto">
          {nameThing(thing)}
        </span>
        <span className="muted thing-what">
          {describeThing(thing)}
          {thing.mentions.length > 1 && ` · ${thing.mentions.length}×`}
        </span>
      </button>
      {isSelected && (
        <div className="claim-body">
          {thing.kind === 'name' && <NameCard thing={thing} {...props} />}
          {thing.kind === 'place' && <PlaceCard thing={thing} {...props} />}
          {thing.kind === 'time' && <TimeCard thing={thing} {...props} />}
        </div>
      )}
    </li>
  );
}
