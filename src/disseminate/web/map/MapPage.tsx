import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { MapPicture } from '../../../model/map.ts';
import { useMapPicture, useWatchAreas } from '../api/map.ts';
import { findDayNumber } from '../components/days.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { useRemembered } from '../components/remembered.ts';
import { Empty, Loading } from '../components/States.tsx';
import { parseEvidence } from '../evidence/address.ts';
import { useOpenEvidence } from '../evidence/useOpen.ts';
import type { MapSearch } from '../routes/map-search.ts';
import { LIST, MAP, TIME } from '../words/text/map.ts';
import '../styles/map.css';
import { AreasPanel } from './areas/AreasPanel.tsx';
import { isInArea } from './areas/counts.ts';
import { DrawBar } from './areas/DrawBar.tsx';
import { useAreaDraft } from './areas/draft.ts';
import { type DaySpan, isWithinSpan } from './bins.ts';
import { describeDrawn } from './Described.tsx';
import { isDrawing } from './drawing.ts';
import { formatSpan, listInView } from './inView.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { isOfFilter, MapFilters } from './MapFilters.tsx';
import { MapList } from './MapList.tsx';
import { MapSigns } from './MapSigns.tsx';
import { findPlaceKey, makeMarks } from './marks.ts';
import type { DrawnArea } from './paint/areas.ts';
import { usePalette } from './palette.ts';
import { formatView, type MapView, parseView, type Size, Window } from './view.ts';

const MapTimeline = lazy(() =>
  import('./MapTimeline.tsx').then(({ MapTimeline: component }) => ({ default: component })),
);

const mapRoute = getRouteApi('/map');

/** Changes what the address says of the map; its place in the history and the drawer stay. */
function useChange(): (changed: Partial<MapSearch>) => void {
  const navigate = mapRoute.useNavigate();
  return useCallback(
    (changed) =>
      void navigate({
        search: (search) => ({ ...search, ...changed }),
        state: (before) => before,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}

/** Incidents and threats by place and time. */
export function MapPage() {
  const query = useMapPicture(useAsOf());
  return (
    <div className="map-page">
      <Fetched query={query} label={MAP.fetching}>
        {(picture) => <Shown picture={picture} />}
      </Fetched>
    </div>
  );
}

interface Settled {
  readonly view: MapView;
  readonly size: Size;
}

const findSpan = ({ from, to }: MapSearch): DaySpan => ({ from: findDayNumber(from), to: findDayNumber(to) });

function Shown({ picture }: { readonly picture: MapPicture }) {
  const search = mapRoute.useSearch();
  const evidence = mapRoute.useSearch({ select: (given) => (given as { evidence?: string }).evidence });
  const change = useChange();
  const open = useOpenEvidence();
  const palette = usePalette();
  const [drawing, chooseDrawing] = useRemembered('map.drawing', 'auto', isDrawing);
  const [drawnBy, setDrawnBy] = useState<'card' | 'plain'>('plain');
  const [settled, setSettled] = useState<Settled>();
  // What is being brushed is shown at once; the address follows when the hand is lifted.
  const [brushed, setBrushed] = useState<DaySpan>();
  const { from, to } = search;
  const span = useMemo(() => brushed ?? findSpan({ from, to }), [brushed, from, to]);
  const shownSpan = useDeferredValue(span);
  const brush = useCallback(
    (next: DaySpan, isDone: boolean) => {
      setBrushed(isDone ? undefined : next);
      if (isDone) change(formatSpan(next));
    },
    [change],
  );
  // The first click finds the drawer loaded.
  useEffect(() => void import('../evidence/Drawer.tsx'), []);
  const { rows } = picture;
  const { type, told, actor } = search;
  const fitting = useMemo(
    () => rows.filter((row) => isOfFilter(row, { type, told, actor })),
    [rows, type, told, actor],
  );
  const shown = useMemo(() => fitting.filter((row) => isWithinSpan(row, shownSpan)), [fitting, shownSpan]);
  const marks = useMemo(() => makeMarks(shown), [shown]);
  const areas = useWatchAreas();
  const draft = useAreaDraft();
  const target = evidence === undefined ? undefined : parseEvidence(evidence);
  const chosen = target?.kind === 'incident' ? target.incident : undefined;
  const view = useMemo(() => parseView(search.view), [search.view]);
  const drawn = useMemo<readonly DrawnArea[]>(() => {
    const kept = (areas.data ?? []).filter(({ id }) => id !== draft.value?.of?.id);
    return [
      ...kept.map((area) => ({ ...area, isChosen: area.id === search.area })),
      ...(draft.value === undefined ? [] : [draft.drawn]),
    ];
  }, [areas.data, draft.value, draft.drawn, search.area]);
  const area = areas.data?.find(({ id }) => id === search.area);
  const inList = useMemo(() => {
    if (search.place !== undefined) return marks;
    if (area !== undefined && search.show === undefined)
      return makeMarks(shown.filter((row) => isInArea(row, area)));
    return marks;
  }, [marks, shown, area, search.place, search.show]);
  const { place, scope } = search;
  const listed = useMemo(() => {
    const window = settled === undefined ? undefined : new Window(settled.view, settled.size);
    return listInView(inList, window, { place, scope: area === undefined ? scope : 'all' });
  }, [inList, settled, place, scope, area]);

  return (
    <>
      <header className="map-head">
        <h1>{MAP.title}</h1>
        <p className="muted" role="status">
          {MAP.shown(shown.length, rows.length)}
        </p>
        {picture.total > rows.length && <p>{MAP.bounded(rows.length, picture.total)}</p>}
        <MapFilters rows={rows} type={type} told={told} actor={actor} onChange={change} />
      </header>
      {rows.length === 0 ? (
        <Empty title={MAP.none}>
          <p>{MAP.noneYet}</p>
        </Empty>
      ) : (
        <p className={shown.length === 0 ? 'map-nothing' : 'unseen'}>
          {shown.length === 0 ? MAP.noneFits : ''}
        </p>
      )}
      <div className="map-body">
        <div className="map-side-map">
          {draft.value !== undefined && <DrawBar draft={draft} />}
          <MapCanvas
            marks={marks}
            areas={drawn}
            palette={palette}
            chosen={chosen}
            place={search.place}
            isDrawing={draft.isDrawing}
            view={view}
            drawing={drawing}
            describe={describeDrawn}
            onDrawn={setDrawnBy}
            onEscape={draft.stop}
            onPoint={draft.setPoint}
            onOpen={(incident) => open({ kind: 'incident', incident })}
            onPlace={(at) => {
              const place = at === undefined ? undefined : findPlaceKey(at.lat, at.lon);
              if (place !== search.place) change({ place, ...(at === undefined ? {} : { show: undefined }) });
            }}
            onView={(now, size, isMoved) => {
              setSettled({ view: now, size });
              if (isMoved) change({ view: formatView(now) });
            }}
          />
          <MapSigns drawing={drawing} drawnBy={drawnBy} onDrawing={chooseDrawing} />
        </div>
        <aside className="map-side" aria-label={LIST.views}>
          <div className="views">
            <button
              type="button"
              className="view"
              aria-pressed={search.show === undefined}
              onClick={() => change({ show: undefined })}
            >
              {LIST.tab(listed.length)}
            </button>
            <button
              type="button"
              className="view"
              aria-pressed={search.show === 'areas'}
              onClick={() => change({ show: 'areas', place: undefined })}
            >
              {LIST.areasTab(areas.data?.length ?? 0)}
            </button>
          </div>
          {search.show === 'areas' ? (
            <AreasPanel areas={areas} rows={shown} draft={draft} chosen={search.area} onChange={change} />
          ) : (
            <MapList
              rows={listed}
              unplaced={inList.unplaced}
              place={place}
              area={area}
              isAll={search.scope === 'all'}
              onChange={change}
            />
          )}
        </aside>
      </div>
      <Suspense fallback={<Loading label={TIME.loading} lines={3} />}>
        <MapTimeline rows={fitting} span={span} onSpan={brush} />
      </Suspense>
    </>
  );
}
