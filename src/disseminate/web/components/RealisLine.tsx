import type { Event } from '../../../model/event.ts';

export type LineStyle = 'solid' | 'dashed' | 'dotted' | 'struck' | 'thin';

const STYLES = {
  occurred: 'solid',
  ongoing: 'solid',
  recurrent: 'solid',
  ordered: 'dashed',
  prepared: 'dashed',
  exercise: 'dashed',
  threatened: 'dotted',
  expected: 'dotted',
  possible: 'dotted',
  conditional: 'dotted',
  denied: 'struck',
} as const satisfies Record<Event['realis'], LineStyle>;

/** Done is solid, on its way dashed, open dotted, denied struck through, history thin and grey. */
export function findLineStyle({ realis, background }: Pick<Event, 'realis' | 'background'>): LineStyle {
  return background && STYLES[realis] !== 'struck' ? 'thin' : STYLES[realis];
}

/** A short piece of the line that stands for an event's realis. */
export function RealisLine({ event }: { readonly event: Pick<Event, 'realis' | 'background'> }) {
  const style = findLineStyle(event);
  return (
    <svg
      className={`realis-line line-${style}`}
      width="24"
      height="10"
      viewBox="0 0 24 10"
      aria-hidden="true"
    >
      <line x1="1" y1="5" x2="23" y2="5" />
      {style === 'struck' && <line className="strike" x1="8" y1="9.5" x2="16" y2="0.5" />}
    </svg>
  );
}
