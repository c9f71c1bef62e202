import { useEffect, useRef } from 'react';
import type { TextSpan } from '../../../../model/span.ts';
import { Empty } from '../../components/States.tsx';
import { THINGS } from '../../words/text/reader.ts';
import type { IndexedReading } from '../indexed.ts';
import { ThingCard } from './ThingCard.tsx';
import type { Thing } from './things.ts';

const GROUPS = [
  ['name', THINGS.names],
  ['place', THINGS.places],
  ['time', THINGS.times],
] as const;

interface ThingListProps {
  readonly index: IndexedReading;
  readonly things: readonly Thing[];
  readonly selected: Thing | undefined;
  readonly onSelect: (thing: Thing | undefined, mention?: TextSpan) => void;
}

/** Names, places and times of a document. */
export function ThingList({ index, things, selected, onSelect }: ThingListProps) {
  const list = useRef<HTMLDivElement>(null);
  const id = selected?.id;
  useEffect(() => {
    if (id === undefined) return;
    list.current?.querySelector(`[data-thing-row="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  const { times, document } = index.reading;
  if (things.length === 0)
    return (
      <Empty title={THINGS.none}>
        <p>{THINGS.noneHint}</p>
      </Empty>
    );
  return (
    <div className="claims things" ref={list}>
      {GROUPS.map(([kind, title]) => {
        const own = things.filter((thing) => thing.kind === kind);
        if (own.length === 0) return null;
        return (
          <section key={kind} aria-label={title}>
            <h3 className="things-head">
              {title} <span className="muted">{own.length}</span>
            </h3>
            <ul>
              {own.map((thing) => (
                <ThingCard
                  key={thing.id}
                  thing={thing}
                  isSelected={thing === selected}
                  onSelect={onSelect}
                  findTime={(time) => times.find((each) => each.id === time)}
                  published={document.published}
                  onJump={(mention) => onSelect(thing, mention)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
