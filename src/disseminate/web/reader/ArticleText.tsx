import { memo, type ReactNode, useMemo } from 'react';
import type { Span } from '../../../model/span.ts';
import { ClockIcon, NameIcon, PlaceIcon } from '../components/icons.tsx';
import { findLineStyle } from '../components/RealisLine.tsx';
import { findSign, Sign } from '../components/Sign.tsx';
import { type IndexedReading, listMarks } from './indexed.ts';
import type { Layer } from './layers.ts';
import { cutIntoSegments, findParagraphs, type Mark, type Segment } from './segments.ts';

const LAYER_OF: Readonly<Record<Mark['layer'], Layer | undefined>> = {
  claim: 'claims',
  source: 'claims',
  cue: 'claims',
  event: 'events',
  figure: 'events',
  time: 'times',
  place: 'places',
  name: 'names',
  match: undefined,
};

const ICONS = { time: ClockIcon, place: PlaceIcon, name: NameIcon } as const;

interface Selected {
  /** Other words that were asked for. */
  readonly range?: Span | undefined;
  readonly claim?: string | undefined;
  readonly event?: string | undefined;
  /** Ids of the mentions of a name, place or time. */
  readonly things?: ReadonlySet<string> | undefined;
}

function listClasses(segment: Segment, index: IndexedReading, selected: Selected): string {
  const classes = new Set<string>();
  for (const { layer, id, start, end } of segment.marks) {
    const isOwn = layer === 'event' || layer === 'figure' ? id === selected.event : id === selected.claim;
    if (layer === 'match') classes.add('of-range');
    if (layer === 'claim') classes.add('in-claim');
    if ((layer === 'claim' || layer === 'source' || layer === 'cue') && isOwn)
      classes.add(`of-selected-${layer}`);
    if (layer === 'event') {
      const event = index.eventById.get(id);
      if (event !== undefined) classes.add(`event line-${findLineStyle(event)}`);
    }
    if ((layer === 'event' || layer === 'figure') && isOwn) classes.add('of-selected-event');
    if (layer === 'time' || layer === 'place' || layer === 'name') {
      classes.add('named');
      if (selected.things?.has(id)) classes.add('of-selected-thing');
      if (start === segment.start) classes.add('named-start');
      if (end === segment.end) classes.add('named-end');
    }
  }
  return [...classes].join(' ');
}

/** The signs that stand before a piece of text: who a claim goes back to, and what kind of name begins here. */
function listSigns(segment: Segment, index: IndexedReading): readonly ReactNode[] {
  return segment.marks.flatMap(({ layer, id, start }): readonly ReactNode[] => {
    if (start !== segment.start) return [];
    if (layer === 'claim') {
      const claim = index.claimById.get(id);
      if (claim === undefined || claim.content.spans[0]?.[0] !== start) return [];
      return [<Sign key={`claim ${id}`} kind={findSign(claim, claim.chain.length - 1)} />];
    }
    if (layer !== 'time' && layer !== 'place' && layer !== 'name') return [];
    const Icon = ICONS[layer];
    return [<Icon key={`${layer} ${id}`} />];
  });
}

/** Room for this many signs is kept before a word. They hang in it, so that no line can end between sign and word. */
const MOST_SIGNS = 4;

/** The claim that words belong to: the narrowest of those that hold them, for claims stand within claims. */
function findInnermost(segment: Segment, index: IndexedReading): string | undefined {
  let innermost: string | undefined;
  let width = Number.POSITIVE_INFINITY;
  for (const { layer, id } of segment.marks) {
    const claim = layer === 'event' ? index.eventById.get(id)?.claim : layer === 'claim' ? id : undefined;
    const content = claim === undefined ? undefined : index.claimById.get(claim)?.content;
    if (content === undefined || content.end - content.start >= width) continue;
    innermost = claim;
    width = content.end - content.start;
  }
  return innermost;
}

const isThing = ({ layer }: Mark) => layer === 'time' || layer === 'place' || layer === 'name';

/** The narrowest name, place or time that words belong to. */
function findMention({ marks }: Segment): Mark | undefined {
  return marks.filter(isThing).toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}

interface ParagraphProps {
  readonly index: IndexedReading;
  readonly segments: readonly Segment[];
  /** The selection as far as it lies in this paragraph, so that the others need not be drawn again. */
  readonly claim: string | undefined;
  readonly event: string | undefined;
  readonly things: ReadonlySet<string> | undefined;
}

const Paragraph = memo(function Paragraph({ index, segments, claim, event, things }: ParagraphProps) {
  const { text } = index.reading.document;
  return (
    <p dir="auto">
      {segments.map((segment) => {
        const words = text.slice(segment.start, segment.end);
        if (segment.marks.length === 0) return words;
        const own = findInnermost(segment, index);
        const eventId = segment.marks.find((mark) => mark.layer === 'event')?.id;
        const mention = findMention(segment);
        const signs = listSigns(segment, index).slice(0, MOST_SIGNS);
        return (
          <span
            key={segment.start}
            className={`${listClasses(segment, index, { claim, event, things })} signs-${signs.length}`}
            data-start={segment.start}
            data-claim={own}
            data-event={eventId}
            data-thing={mention?.id}
            data-at={mention === undefined ? undefined : `${mention.start}-${mention.end}`}
          >
            {signs.length > 0 && <span className="signs">{signs}</span>}
            {words}
          </span>
        );
      })}
    </p>
  );
});

function useParagraphs(index: IndexedReading, layers: readonly Layer[], range: Span | undefined) {
  const { start, end } = range ?? {};
  return useMemo(() => {
    const { text } = index.reading.document;
    const shown = new Set<Layer | undefined>(layers);
    const marks: Mark[] = listMarks(index.reading).filter((mark) => shown.has(LAYER_OF[mark.layer]));
    if (start !== undefined && end !== undefined) marks.push({ start, end, layer: 'match', id: 'range' });
    return findParagraphs(text).map((paragraph) => cutIntoSegments(paragraph, marks));
  }, [index, layers, start, end]);
}

interface ArticleTextProps {
  readonly index: IndexedReading;
  readonly layers: readonly Layer[];
  readonly selected: Selected;
}

/** The text of a document with what was read in it laid over. */
export function ArticleText({ index, layers, selected }: ArticleTextProps) {
  const paragraphs = useParagraphs(index, layers, selected.range);
  const { things } = selected;
  return paragraphs.map((segments) => {
    const ids = new Set(segments.flatMap((segment) => segment.marks.map((mark) => mark.id)));
    return (
      <Paragraph
        key={segments[0]?.start}
        index={index}
        segments={segments}
        claim={selected.claim !== undefined && ids.has(selected.claim) ? selected.claim : undefined}
        event={selected.event !== undefined && ids.has(selected.event) ? selected.event : undefined}
        things={things !== undefined && [...things].some((id) => ids.has(id)) ? things : undefined}
      />
    );
  });
}
