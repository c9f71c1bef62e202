import { Collapsible } from 'radix-ui';
import { type MouseEvent, type RefObject, useMemo } from 'react';
import type { Note } from '../../../model/reading.ts';
import type { Span } from '../../../model/span.ts';
import { READING } from '../words/text/reading.ts';
import { count } from '../words/vocabulary.ts';
import { ArticleText } from './ArticleText.tsx';
import type { IndexedReading } from './indexed.ts';
import { useJump } from './jump.ts';
import { LayerToggles, LineKey } from './LayerToggles.tsx';
import { LeftOut, LeftOutToggle, useLeftOut } from './LeftOut.tsx';
import { useLayers } from './layers.ts';
import { listThingIds, type Thing } from './things/things.ts';

function Captions({ index }: { readonly index: IndexedReading }) {
  const { captions } = index.reading.document;
  if (captions.length === 0) return null;
  return (
    <section className="apart" aria-labelledby="captions">
      <h2 id="captions">{READING.captions}</h2>
      <ul>
        {captions.map(({ text, credit }) => (
          <li key={`${text} ${credit}`} dir="auto">
            {text}
            {credit !== undefined && <span className="muted"> {READING.credit(credit)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

const NOTE_WORDS: Readonly<Record<Note['type'], string>> = READING.noteTypes;

function Notes({ index }: { readonly index: IndexedReading }) {
  const { notes, document } = index.reading;
  if (notes.length === 0) return null;
  return (
    <Collapsible.Root asChild>
      <section className="apart" aria-labelledby="notes">
        <h2 id="notes">
          <Collapsible.Trigger className="fold">
            {READING.notes(count(notes.length, 'note'))}
          </Collapsible.Trigger>
        </h2>
        <Collapsible.Content>
          <ul>
            {notes.map(({ type, start, end, why }) => (
              <li key={`${type} ${start} ${end} ${why}`}>
                {start !== undefined && <q dir="auto">{document.text.slice(start, end).slice(0, 200)}</q>}{' '}
                {NOTE_WORDS[type]}: {why}
              </li>
            ))}
          </ul>
        </Collapsible.Content>
      </section>
    </Collapsible.Root>
  );
}

interface ArticleViewProps {
  readonly index: IndexedReading;
  readonly selected: {
    readonly claim: string | undefined;
    readonly event: string | undefined;
    /** Other words that were asked for. */
    readonly range?: Span | undefined;
    readonly thing: Thing | undefined;
  };
  readonly scroller: RefObject<HTMLElement | null>;
  /** Changes whenever less or more of the text is in sight than before. */
  readonly layout: string;
  readonly onSelect: (claim: string, event?: string) => void;
  /** Told the id of a name, place or time, and the offsets of the mention. */
  readonly onSelectThing: (thing: string, at: string) => void;
}

/** Words that stand for what is selected. */
function makeSelector({ claim, event, range, thing }: ArticleViewProps['selected']): string | undefined {
  if (range !== undefined) return '.article .of-range';
  if (thing !== undefined) return '.article .of-selected-thing';
  if (event !== undefined) return '.article .of-selected-event';
  return claim === undefined ? undefined : '.article .of-selected-claim';
}

const LAYER_OF_THING = { name: 'names', place: 'places', time: 'times' } as const;

export function ArticleView(props: ArticleViewProps) {
  const { index, selected, scroller, layout, onSelect, onSelectThing } = props;
  const [isLeftOutShown, showLeftOut] = useLeftOut();
  const [layers, setLayers] = useLayers();
  // What is selected has to be seen, even where its layer is switched off.
  const shown = useMemo(() => {
    const needed = [
      selected.claim === undefined ? [] : 'claims',
      selected.event === undefined ? [] : 'events',
      selected.thing === undefined ? [] : LAYER_OF_THING[selected.thing.kind],
    ] as const;
    return [...new Set([...layers, ...needed.flat()])];
  }, [layers, selected.claim, selected.event, selected.thing]);
  const things = useMemo(
    () => (selected.thing === undefined ? undefined : new Set(listThingIds(selected.thing))),
    [selected.thing],
  );
  const { claim, event } = selected;
  useJump(scroller, {
    selector: makeSelector(selected),
    key: `${claim} ${event} ${selected.thing?.id} ${selected.range?.start} ${layout}`,
  });

  const select = (click: MouseEvent<HTMLElement>) => {
    // Who marks words to copy them is not asking for a claim.
    if (window.getSelection()?.isCollapsed === false || !(click.target instanceof Element)) return;
    const { thing, at } = click.target.closest<HTMLElement>('[data-thing]')?.dataset ?? {};
    if (thing !== undefined && at !== undefined) return onSelectThing(thing, at);
    const words = click.target.closest<HTMLElement>('[data-claim]');
    if (words?.dataset.claim !== undefined) onSelect(words.dataset.claim, words.dataset.event);
  };
  const { document } = index.reading;
  return (
    <>
      <div className="reader-tools">
        <div className="layers">
          <LayerToggles layers={layers} onChange={setLayers} />
          <LeftOutToggle removed={document.removed} isOpen={isLeftOutShown} onOpen={showLeftOut} />
        </div>
        {layers.includes('events') && <LineKey />}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, j and k and the list of claims do the same */}
      <article className="article" lang={document.language} aria-label={READING.text} onClick={select}>
        <ArticleText
          index={index}
          layers={shown}
          selected={{ claim, event, range: selected.range, things }}
        />
      </article>
      <Captions index={index} />
      <LeftOut removed={document.removed} isOpen={isLeftOutShown} onOpen={showLeftOut} />
      <Notes index={index} />
    </>
  );
}
