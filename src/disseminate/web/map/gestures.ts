import type { Pixel } from './view.ts';

export interface GestureEvents {
  /** What is shown moves by so many pixels: to the right and downwards. */
  readonly onMove: (x: number, y: number) => void;
  readonly onZoom: (at: Pixel, by: number) => void;
  /** The same in one step that can be followed. */
  readonly onGlide: (at: Pixel, by: number) => void;
  readonly onClick: (at: Pixel) => void;
  readonly onHover: (at: Pixel | undefined) => void;
}

/** Pixels that a hand may shake while it clicks. */
const SHAKE = 5;

/** Listens to mouse, pen and fingers on a map; answers how to stop. */
export function listenToGestures(element: HTMLElement, events: GestureEvents): () => void {
  const held = new Map<number, Pixel>();
  let moved = 0;

  const place = (event: MouseEvent): Pixel => {
    const { left, top } = element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (held.size === 0) moved = 0;
    held.set(event.pointerId, place(event));
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    const before = held.get(event.pointerId);
    const now = place(event);
    if (before === undefined) return events.onHover(event.pointerType === 'mouse' ? now : undefined);
    const [x, y] = [before[0] - now[0], before[1] - now[1]];
    moved += Math.abs(x) + Math.abs(y);
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    held.set(event.pointerId, now);
    if (other !== undefined) {
      const middle: Pixel = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
      const [was, is] = [measure(before, other), measure(now, other)];
      events.onMove(x / 2, y / 2);
      if (was > 0 && is > 0) events.onZoom(middle, Math.log2(is / was));
    } else if (moved > SHAKE) events.onMove(x, y);
  };
  const up = (event: PointerEvent) => {
    if (!held.delete(event.pointerId)) return;
    if (held.size === 0 && moved <= SHAKE && event.type === 'pointerup') events.onClick(place(event));
  };
  const leave = () => events.onHover(undefined);
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    // Lines and pages instead of pixels; a pinch on a touch pad comes as a wheel with the control key.
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
    const by = (-event.deltaY * unit * (event.ctrlKey ? 4 : 1)) / 300;
    events.onZoom(place(event), Math.min(Math.max(by, -1), 1));
  };
  const double = (event: MouseEvent) => events.onGlide(place(event), event.shiftKey ? -1 : 1);

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('dblclick', double);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('dblclick', double);
  };
}

const measure = (a: Pixel, b: Pixel) => Math.hypot(a[0] - b[0], a[1] - b[1]);
