import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import { useTheme } from '../components/theme.ts';
import { STORY } from '../words/text/story.ts';
import type { Spot } from './bands.ts';
import { type Colours, readColours } from './colours.ts';
import { type Camera, type GraphProps, WHOLE, zoomAt } from './graph.ts';
import { drawStory, type Field, findPlace, movePicture } from './pen.ts';

/** Pixels around a sign in which it is meant. */
const REACH = 8;
/** Milliseconds of rest after which the picture is taken anew. */
const REST = 140;

/**
 * A large story drawn with a pen, for where there is no graphics card. While it is moved the picture that was taken last is moved,
 * which costs next to nothing; once it rests it is drawn anew.
 */
export default function CanvasGraph({ laid, isNew, onPoint, onOpen, control }: GraphProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { theme } = useTheme();
  const camera = useRef<Camera>(WHOLE);
  const colours = useRef<Colours>(undefined);
  /** The picture taken last, and by which camera. */
  const picture = useRef<{ readonly image: HTMLCanvasElement; readonly by: Camera }>(undefined);
  const frame = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const drag = useRef<{ x: number; y: number; moved: number } | undefined>(undefined);

  const findField = useCallback(
    (): Field => ({ width: canvas.current!.clientWidth, height: canvas.current!.clientHeight }),
    [],
  );

  /** Draws everything, and keeps the picture. */
  const draw = useCallback(() => {
    frame.current = 0;
    const element = canvas.current;
    if (element === null) return;
    colours.current ??= readColours(element.parentElement!);
    const field = findField();
    const ratio = window.devicePixelRatio;
    const image = picture.current?.image ?? document.createElement('canvas');
    for (const each of [element, image]) {
      each.width = Math.round(field.width * ratio);
      each.height = Math.round(field.height * ratio);
    }
    const by = camera.current;
    const pen = image.getContext('2d')!;
    pen.scale(ratio, ratio);
    drawStory(pen, laid, {
      place: (spot: Spot) => findPlace(spot, laid, { field, camera: by }),
      field,
      colours: colours.current,
      isNew: ({ report }) => isNew(report),
    });
    picture.current = { image, by };
    element.getContext('2d')!.drawImage(image, 0, 0);
  }, [laid, isNew, findField]);

  /** Moves the picture as the camera moves: once for each frame, however often it does. */
  const move = useCallback(() => {
    clearTimeout(rest.current);
    rest.current = setTimeout(draw, REST);
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      const element = canvas.current;
      const taken = picture.current;
      if (element === null || taken === undefined) return;
      const { x, y, scale } = movePicture(taken.by, camera.current, findField());
      const ratio = window.devicePixelRatio;
      const pen = element.getContext('2d')!;
      pen.clearRect(0, 0, element.width, element.height);
      pen.drawImage(taken.image, x * ratio, y * ratio, element.width * scale, element.height * scale);
    });
  }, [draw, findField]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew where the theme is another
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    colours.current = undefined;
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    const zoom = (by: number, at = { x: 0.5, y: 0.5 }) => {
      camera.current = zoomAt(camera.current, by, at);
      move();
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
        draw();
      },
    };
    return () => {
      cancelAnimationFrame(frame.current);
      frame.current = 0;
      clearTimeout(rest.current);
      control.current = undefined;
      watch.disconnect();
      element.removeEventListener('wheel', turn);
    };
  }, [draw, move, theme]);

  const findAt = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.current!.getBoundingClientRect();
    const seen = { field: findField(), camera: camera.current };
    let best: { readonly spot: Spot; readonly far: number } | undefined;
    for (const spot of laid.spots) {
      const { x, y } = findPlace(spot, laid, seen);
      const far = Math.hypot(x - (clientX - left), y - (clientY - top));
      if (far <= REACH && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { spot, far };
    }
    return best?.spot.report;
  };
  const follow = (event: PointerEvent) => {
    const from = drag.current;
    if (from === undefined) {
      onPoint(findAt(event));
      return;
    }
    const { width, height } = findField();
    const { x, y, zoom } = camera.current;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    camera.current = { x: x - right / width / zoom, y: y - down / height / zoom, zoom };
    drag.current = {
      x: event.clientX,
      y: event.clientY,
      moved: from.moved + Math.abs(right) + Math.abs(down),
    };
    move();
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
      onPointerMove={follow}
      onPointerUp={(event) => {
        const isClick = (drag.current?.moved ?? 0) < 5;
        drag.current = undefined;
        const report = isClick ? findAt(event) : undefined;
        if (report !== undefined) onOpen(report);
      }}
    />
  );
}
