import { useState } from 'react';
import type { GlobePoint } from '../../../../model/globe.ts';
import {
  AREA_LIMITS,
  type AreaHazard,
  type AreaShape,
  type WatchArea,
} from '../../../../model/watch-area.ts';
import type { DrawnArea } from '../paint/areas.ts';

/** An area that is being drawn or changed. */
export interface AreaDraft {
  /** The one that is changed. */
  readonly of?: WatchArea;
  readonly kind: AreaShape['kind'];
  readonly points: readonly GlobePoint[];
  readonly hazards: readonly AreaHazard[];
  readonly name: string;
  readonly note: string;
  /** Whether points are still being set. */
  readonly isSetting: boolean;
}

export interface AreaDrafting {
  readonly value: AreaDraft | undefined;
  readonly isDrawing: boolean;
  readonly drawn: DrawnArea;
  readonly start: (kind: AreaShape['kind']) => void;
  readonly change: (area: WatchArea) => void;
  readonly again: () => void;
  readonly setPoint: (point: GlobePoint) => void;
  readonly undo: () => void;
  readonly finish: () => void;
  readonly stop: () => void;
  readonly edit: (changed: Partial<Pick<AreaDraft, 'hazards' | 'name' | 'note' | 'points' | 'of'>>) => void;
}

const FIRST: readonly AreaHazard[] = [{ type: 'any', km: 25 }];

/** The shape that was drawn; nothing until there are points enough. */
export function findShape({ kind, points }: Pick<AreaDraft, 'kind' | 'points'>): AreaShape | undefined {
  const [first] = points;
  if (kind === 'point') return first === undefined ? undefined : { kind, ...round(first) };
  return points.length < 3 ? undefined : { kind, points: points.map(round) };
}

/** Metres are enough. */
const round = ({ lat, lon }: GlobePoint): GlobePoint => ({
  lat: Number(lat.toFixed(5)),
  lon: Number(lon.toFixed(5)),
});

function makeDrawn(value: AreaDraft | undefined): DrawnArea {
  const { kind = 'point', points = [], hazards = [], name = '' } = value ?? {};
  const [first] = points;
  const shape =
    first === undefined
      ? undefined
      : kind === 'point'
        ? { kind: 'point' as const, ...first }
        : { kind: 'outline' as const, points };
  return { name, shape, hazards, isChosen: true, isDraft: true };
}

/** Drawing an area: first its points on the map, then its name and what is watched for. */
export function useAreaDraft(): AreaDrafting {
  const [value, setValue] = useState<AreaDraft>();
  const update = (make: (draft: AreaDraft) => AreaDraft) =>
    setValue((draft) => (draft === undefined ? undefined : make(draft)));
  return {
    value,
    isDrawing: value?.isSetting === true,
    drawn: makeDrawn(value),
    start: (kind) => setValue({ kind, points: [], hazards: FIRST, name: '', note: '', isSetting: true }),
    change: (area) => {
      const { shape, hazards, name, note = '' } = area;
      const points = shape.kind === 'point' ? [{ lat: shape.lat, lon: shape.lon }] : shape.points;
      setValue({ of: area, kind: shape.kind, points, hazards, name, note, isSetting: false });
    },
    again: () => update((draft) => ({ ...draft, points: [], isSetting: true })),
    setPoint: (point) =>
      update((draft) => {
        if (draft.kind === 'point') return { ...draft, points: [point], isSetting: false };
        return { ...draft, points: [...draft.points, point].slice(0, AREA_LIMITS.corners) };
      }),
    undo: () => update((draft) => ({ ...draft, points: draft.points.slice(0, -1) })),
    finish: () => update((draft) => ({ ...draft, isSetting: false })),
    stop: () => setValue(undefined),
    edit: (changed) => update((draft) => ({ ...draft, ...changed })),
  };
}
