import { Collapsible } from 'radix-ui';
import { type MouseEvent, type RefObject, useMemo } from 'react';
import type { Removed } from '../../../model/document.ts';
import type { Note } from '../../../model/reading.ts';
import type { Span } from '../../../model/span.ts';
import { count } from '../words/vocabulary.ts';
import { ArticleText } from './ArticleText.tsx';
import type { IndexedReading } from './indexed.ts';
import { useJump } from './jump.ts';
import { LayerToggles, LineKey } from './LayerToggles.tsx';
import { useLayers } from './layers.ts';

function Captions({ index }: { readonly index: IndexedReading }) {
  const { captions } = index.reading.document;
  if (captions.length === 0) return null;
  return (
    <section className="apart" aria-labelledby="captions">
      <h2 id="captions">Captions</h2>
      <ul>
        {captions.map(({ text, credit }) => (
          <li key={`${text} ${credit}`}>
            {text}
            {credit !== undefined && <span className="muted"> Credit: {credit}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function groupByWhy(removed: readonly Removed[]): readonly (readonly [string, readonly Removed[]])[] {
  const groups = new Map<string, Removed[]>();
  for (const piece of removed) groups.set(piece.why, [...(groups.get(piece.why) ?? []), piece]);
  return [...groups];
}

/** What stood on the page and is not in the text: folded, but never hidden. */
function LeftOut({ index }: { readonly index: IndexedReading }) {
  const { removed } = index.reading.document;
  if (removed.length === 0) return null;
  return (
    <Collapsible.Root asChild>
      <section className="apart" aria-labelledby="left-out">
        <h2 id="left-out">
          <Collapsible.Trigger className="fold">
            Left out of the text: {count(removed.length, 'piece')}
          </Collapsible.Trigger>
        </h2>
        <Collapsible.Content>
          {groupByWhy(removed).map(([why, pieces]) => (
            <div key={why} className="left-out">
              <h3>{why}</h3>
              <ul>
                {pieces.map((piece, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: equal pieces do occur, and none ever moves
                  <li key={at}>{piece.text}</li>
                ))}
              </ul>
            </div>
          ))}
        </Collapsible.Content>
      </section>
    </Collapsible.Root>
  );
}

const NOTE_WORDS: Readonly<Record<Note['type'], string>> = {
  unparsed: 'not understood',
  guess: 'guessed',
  skipped: 'passed over',
};

function Notes({ index }: { readonly index: IndexedReading }) {
  const { notes, document } = index.reading;
  if (notes.length === 0) return null;
  return (
    <Collapsible.Root asChild>
      <section className="apart" aria-labelledby="notes">
        <h2 id="notes">
          <Collapsible.Trigger className="fold">
            Notes of the reading: {count(notes.length, 'note')}
          </Collapsible.Trigger>
        </h2>
        <Collapsible.Content>
          <ul>
            {notes.map(({ type, start, end, why }) => (
              <li key={`${type} ${start} ${end} ${why}`}>
                {start !== undefined && <q>{document.text.slice(start, end).slice(0, 200)}</q>}{' '}
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
  };
  readonly scroller: RefObject<HTMLElement | null>;
  /** Changes whenever less or more of the text is in sight than before. */
  readonly layout: string;
  readonly onSelect: (claim: string, event?: string) => void;
}

/** Words that stand for what is selected. */
function makeSelector({ claim, event, range }: ArticleViewProps['selected']): string | undefined {
  if (range !== undefined) return '.article .of-range';
  if (event !== undefined) return '.article .of-selected-event';
  return claim === undefined ? undefined : '.article .of-selected-claim';
}

export function ArticleView({ index, selected, scroller, layout, onSelect }: ArticleViewProps) {
  const [layers, setLayers] = useLayers();
  // What is selected has to be seen, even where its layer is switched off.
  const shown = useMemo(() => {
    const needed = [
      selected.claim === undefined ? [] : 'claims',
      selected.event === undefined ? [] : 'events',
    ] as const;
    return [...new Set([...layers, ...needed.flat()])];
  }, [layers, selected.claim, selected.event]);
  const { claim, event } = selected;
  useJump(scroller, {
    selector: makeSelector(selected),
    key: `${claim} ${event} ${selected.range?.start} ${layout}`,
  });

  const select = (click: MouseEvent<HTMLElement>) => {
    // Who marks words to copy them is not asking for a claim.
    if (window.getSelection()?.isCollapsed === false || !(click.target instanceof Element)) return;
    const words = click.target.closest<HTMLElement>('[data-claim]');
    if (words?.dataset.claim !== undefined) onSelect(words.dataset.claim, words.dataset.event);
  };
  const { document } = index.reading;
  return (
    <>
      <div className="reader-tools">
        <LayerToggles layers={layers} onChange={setLayers} />
        {layers.includes('events') && <LineKey />}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard, j and k and the list of claims do the same */}
      <article className="article" lang={document.language} aria-label="Text" onClick={select}>
        <ArticleText index={index} layers={shown} selected={selected} />
      </article>
      <Captions index={index} />
      <LeftOut index={index} />
      <Notes index={index} />
    </>
  );
}
