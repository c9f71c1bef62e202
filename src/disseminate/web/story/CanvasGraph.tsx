import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import type { SignKind } from '../components/Sign.tsx';
import { useTheme } from '../components/theme.ts';
import { STORY } from '../words/text/story.ts';
import type { Spot } from './bands.ts';
import { type Colours, readColours } from './colours.ts';
import { type Camera, type GraphProps, WHOLE, zoomAt } from './graph.ts';

const MARGIN = 16;
/** Pixels around a sign in which it is meant. */
const REACH = 8;

/** The signs as a pen draws them: the same forms as in `components/Sign.tsx`. */
function drawSign(
  pen: CanvasRenderingContext2D,
  kind: SignKind,
  { x, y, r }: { x: number; y: number; r: number },
) {
  const diamond = () => {
    pen.moveTo(x, y - r);
    pen.lineTo(x + r, y);
    pen.lineTo(x, y + r);
    pen.lineTo(x - r, y);
    pen.closePath();
  };
  const circle = (radius: number) => {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
  };
  pen.beginPath();
  pen.setLineDash(kind === 'notConfirmed' ? [2, 2] : []);
  if (kind === 'origin') circle(r);
  else if (kind === 'ownConfirmation' || kind === 'ownDenial') diamond();
  else circle(kind === 'possible' ? r : r * 0.7);
  if (kind === 'origin' || kind === 'ownConfirmation') {
    pen.fill();
    return;
  }
  if (kind === 'ownDenial') {
    pen.moveTo(x - r * 0.8, y + r * 0.8);
    pen.lineTo(x + r * 0.8, y - r * 0.8);
  }
  if (kind === 'echoWithDetail') {
    pen.moveTo(x + r * 0.8, y - r * 0.8);
    pen.lineTo(x + r * 1.6, y - r * 0.8);
    pen.moveTo(x + r * 1.2, y - r * 1.2);
    pen.lineTo(x + r * 1.2, y - r * 0.4);
  }
  pen.stroke();
  if (kind !== 'possible') return;
  pen.beginPath();
  circle(r * 0.35);
  pen.fill();
}

/** A large story drawn with a pen, for where there is no WebGL: moved by dragging, closer by the wheel. */
export default function CanvasGraph({ laid, isNew, onPoint, onOpen, control }: GraphProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { theme } = useTheme();
  const camera = useRef<Camera>(WHOLE);
  const colours = useRef<Colours>(undefined);
  const pending = useRef(0);
  const drag = useRef<{ x: number; y: number; moved: number } | undefined>(undefined);

  const place = useCallback(
    ({ x, lane }: Pick<Spot, 'x' | 'lane'>) => {
      const { clientWidth, clientHeight } = canvas.current!;
      const { x: left, y: top, zoom } = camera.current;
      const [width, height] = [clientWidth - 2 * MARGIN, clientHeight - 2 * MARGIN];
      return {
        x: MARGIN + ((x - left) * zoom + 0.5) * width,
        y: MARGIN + ((lane / laid.lanes - top) * zoom + 0.5) * height,
      };
    },
    [laid],
  );

  const draw = useCallback(() => {
    pending.current = 0;
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (element === null || pen === null || pen === undefined) return;
    colours.current ??= readColours(element.parentElement!);
    const { signs, line, accent } = colours.current;
    const ratio = window.devicePixelRatio;
    const [width, height] = [element.clientWidth, element.clientHeight];
    if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio);
    if (element.height !== Math.round(height * ratio)) element.height = Math.round(height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    const places = laid.spots.map(place);
    pen.setLineDash([]);
    pen.globalAlpha = 0.4;
    pen.strokeStyle = line;
    pen.lineWidth = 0.6;
    pen.beginPath();
    for (const [at, { from }] of laid.spots.entries()) {
      if (from === undefined) continue;
      pen.moveTo(places[from]!.x, places[from]!.y);
      pen.lineTo(places[at]!.x, places[at]!.y);
    }
    pen.stroke();
    pen.globalAlpha = 1;
    pen.lineWidth = 1.5;
    for (const [at, { kind, report }] of laid.spots.entries()) {
      const { x, y } = places[at]!;
      if (x < -10 || y < -10 || x > width + 10 || y > height + 10) continue;
      const colour = isNew(report) ? accent : signs[kind];
      pen.strokeStyle = colour;
      pen.fillStyle = colour;
      drawSign(pen, kind, { x, y, r: kind === 'echo' ? 4 : 5 });
    }
  }, [laid, isNew, place]);

  /** Once for each frame, however often something moves in between. */
  const redraw = useCallback(() => {
    if (pending.current === 0) pending.current = requestAnimationFrame(draw);
  }, [draw]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew where the theme is another
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    colours.current = undefined;
    redraw();
    const watch = new ResizeObserver(redraw);
    watch.observe(element);
    const zoom = (by: number, at = { x: 0.5, y: 0.5 }) => {
      camera.current = zoomAt(camera.current, by, at);
      redraw();
    };
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top, width, height } = element.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.25 : 0.8, {
        x: (event.clientX - left) / width,
        y: (event.clientY - top) / height,
      });
    };
    element.addEventListener('wheel', turn, { passive: false });
    control.current = {
      closer: () => zoom(1.5),
      farther: () => zoom(1 / 1.5),
      whole: () => {
        camera.current = WHOLE;
        redraw();
      },
    };
    return () => {
      cancelAnimationFrame(pending.current);
      pending.current = 0;
      control.current = undefined;
      watch.disconnect();
      element.removeEventListener('wheel', turn);
    };
  }, [redraw, theme]);

  const findAt = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.current!.getBoundingClientRect();
    let best: { readonly spot: Spot; readonly far: number } | undefined;
    for (const spot of laid.spots) {
      const { x, y } = place(spot);
      const far = Math.hypot(x - (clientX - left), y - (clientY - top));
      if (far <= REACH && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { spot, far };
    }
    return best?.spot.report;
  };
  const move = (event: PointerEvent) => {
    const from = drag.current;
    if (from === undefined) {
      onPoint(findAt(event));
      return;
    }
    const { clientWidth, clientHeight } = canvas.current!;
    const { x, y, zoom } = camera.current;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    camera.current = { x: x - right / clientWidth / zoom, y: y - down / clientHeight / zoom, zoom };
    drag.current = {
      x: event.clientX,
      y: event.clientY,
      moved: from.moved + Math.abs(right) + Math.abs(down),
    };
    redraw();
  };
  return (
    <canvas
      className="graph-stage"
      ref={canvas}
      data-drawn="canvas"
      role="img"
      aria-label={STORY.graph(laid.spots.length)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, y: event.clientY, moved: 0 };
      }}
      onPointerMove={move}
      onPointerUp={(event) => {
        const isClick = (drag.current?.moved ?? 0) < 5;
        drag.current = undefined;
        const report = isClick ? findAt(event) : undefined;
        if (report !== undefined) onOpen(report);
      }}
    />
  );
}
