import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { MAP } from '../words/text/map.ts';
import { type Drawing, findCard } from './drawing.ts';
import type { Drawn } from './paint/marks.ts';
import { type Land, Surface, type SurfaceContent, type SurfaceEvents } from './surface.ts';
import type { MapView } from './view.ts';

interface MapCanvasProps extends SurfaceContent, Omit<SurfaceEvents, 'onHover'> {
  /** Where the map looks; all of its marks unless given. */
  readonly view: MapView | undefined;
  readonly drawing: Drawing;
  /** What is shown for the mark under the pointer. */
  readonly describe: (drawn: Drawn) => ReactNode;
  readonly onEscape?: () => void;
  /** Told by what land is drawn in the end. */
  readonly onDrawn: (by: 'card' | 'plain') => void;
  readonly children?: ReactNode;
}

const STEP = 120;

/** A map that can be moved by mouse, finger and keyboard. */
export function MapCanvas(props: MapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface>(undefined);
  const latest = useRef(props);
  const [hovered, setHovered] = useState<Drawn>();
  const { view } = props;

  const makeEvents = (): SurfaceEvents => ({
    onView: (...given) => latest.current.onView(...given),
    onOpen: (incident) => latest.current.onOpen(incident),
    onPlace: (at) => latest.current.onPlace(at),
    onPoint: (point) => latest.current.onPoint(point),
    onHover: setHovered,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is handed on below
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const made = new Surface(canvas.current, { content: props, events: makeEvents(), view });
    surface.current = made;
    return () => made.close();
  }, []);
  useLayoutEffect(() => {
    latest.current = props;
    surface.current?.update(props, makeEvents());
  });
  // Only an address that was opened moves the map; what was moved by hand is there already.
  useEffect(() => {
    const shown = surface.current?.view;
    if (view === undefined || shown === undefined) return;
    const isThere =
      Math.abs(shown.lat - view.lat) < 0.002 &&
      Math.abs(shown.lon - view.lon) < 0.002 &&
      Math.abs(shown.zoom - view.zoom) < 0.02;
    if (!isThere) surface.current?.look(view);
  }, [view]);
  useLand({ drawing: props.drawing, below, surface, latest });

  const press = (event: KeyboardEvent) => {
    const act = findAct(event.key, surface.current, latest.current);
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className={props.isDrawing ? 'map-canvas is-drawing' : 'map-canvas'}>
      <div className="map-below" ref={below} aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: a map is no set of fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move it */}
      <div className="map-keys" role="group" aria-label={MAP.mapLabel} tabIndex={0} onKeyDown={press}>
        <canvas ref={canvas} role="img" aria-label={MAP.canvasLabel} />
        {props.isDrawing && <span className="map-cross" aria-hidden="true" />}
      </div>
      <div className="map-buttons">
        <button
          type="button"
          className="button button-icon"
          aria-label={MAP.closer}
          onClick={() => surface.current?.zoomBy(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
        <button
          type="button"
          className="button button-icon"
          aria-label={MAP.further}
          onClick={() => surface.current?.zoomBy(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <button
          type="button"
          className="button button-icon"
          aria-label={MAP.all}
          title={MAP.all}
          onClick={() => {
            const { points, wide } = props.marks;
            surface.current?.showAll([...points, ...wide]);
          }}
        >
          <span aria-hidden="true">⤢</span>
        </button>
      </div>
      {hovered !== undefined && <Hint drawn={hovered}>{props.describe(hovered)}</Hint>}
      {props.children}
    </div>
  );
}

function findAct(key: string, surface: Surface | undefined, props: MapCanvasProps): (() => void) | undefined {
  if (surface === undefined) return undefined;
  switch (key) {
    case 'ArrowLeft':
      return () => surface.moveBy(-STEP, 0);
    case 'ArrowRight':
      return () => surface.moveBy(STEP, 0);
    case 'ArrowUp':
      return () => surface.moveBy(0, -STEP);
    case 'ArrowDown':
      return () => surface.moveBy(0, STEP);
    case '+':
    case '=':
      return () => surface.zoomBy(1);
    case '-':
      return () => surface.zoomBy(-1);
    case 'Enter':
      return props.isDrawing ? () => props.onPoint(surface.middle) : undefined;
    case 'Escape':
      return props.isDrawing ? props.onEscape : undefined;
    default:
      return undefined;
  }
}

/** Beside the mark under the pointer, never under it. */
function Hint({ drawn, children }: { readonly drawn: Drawn; readonly children: ReactNode }) {
  const isRight = drawn.x > 260;
  return (
    <div
      className={isRight ? 'map-hint is-left' : 'map-hint'}
      style={{ transform: `translate(${drawn.x}px, ${drawn.y}px)` }}
      aria-hidden="true"
    >
      <div>{children}</div>
    </div>
  );
}

/** Land by a graphics card where there is one; whatever goes wrong with it, the map is drawn plainly. */
function useLand(given: {
  readonly drawing: Drawing;
  readonly below: React.RefObject<HTMLDivElement | null>;
  readonly surface: React.RefObject<Surface | undefined>;
  readonly latest: React.RefObject<MapCanvasProps>;
}): void {
  const { drawing, below, surface, latest } = given;
  useEffect(() => {
    const card = drawing === 'plain' ? 'none' : findCard();
    const isWanted = drawing === 'card' ? card !== 'none' : card === 'card';
    if (!isWanted || below.current === null) {
      surface.current?.setLand(undefined);
      latest.current.onDrawn('plain');
      return;
    }
    let land: Land | undefined;
    let isClosed = false;
    const container = document.createElement('div');
    container.className = 'map-land';
    below.current.append(container);
    import('./gl.ts')
      .then(({ createLand }) => createLand(container, latest.current.palette))
      .then((made) => {
        land = made;
        if (isClosed) return made.remove();
        surface.current?.setLand(made);
        latest.current.onDrawn('card');
      })
      .catch(() => {
        if (!isClosed) latest.current.onDrawn('plain');
      });
    return () => {
      isClosed = true;
      surface.current?.setLand(undefined);
      land?.remove();
      container.remove();
    };
  }, [drawing, below, surface, latest]);
}
