import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MapPicture } from '../../../model/map.ts';
import type { WatchArea, WatchAreaDraft } from '../../../model/watch-area.ts';
import { getJson, post, send } from './client.ts';
import { PICTURE, usePicture } from './picture.ts';

/* The map and the areas that the desk watches. */

/** Rows asked for; the answer says where there are more. */
const ROWS = 20_000;
const KEY = [PICTURE, 'watch areas'];
const JSON_TYPE = 'application/json';
const WRITE = { 'x-tocsin-write': '1' };

export function useMapPicture(asOf: string | undefined) {
  return usePicture<MapPicture>('/map', { asOf, limit: ROWS });
}

/** As they are now: whoever looks at an earlier day watches with today's areas. */
export function useWatchAreas() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await getJson<{ readonly rows: readonly WatchArea[] }>('/watch-areas', {}, signal)).rows,
  });
}

/** Of somebody logged in the server knows the name. */
const nameNobody = <Sent extends { readonly by: string }>(sent: Sent) => ({
  ...sent,
  by: sent.by || undefined,
});

/** An area as it is to be; of one that is there already, with the version that was changed. */
export interface AreaChange {
  readonly of?: { readonly id: string; readonly base: number };
  readonly draft: WatchAreaDraft;
}

export function usePutWatchArea() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ of, draft }: AreaChange) =>
      of === undefined
        ? post<WatchArea>('/watch-areas', JSON.stringify(nameNobody(draft)), {
            contentType: JSON_TYPE,
            headers: WRITE,
          })
        : send<WatchArea>('PUT', `/watch-areas/${of.id}`, {
            body: JSON.stringify({ ...nameNobody(draft), base: of.base }),
            contentType: JSON_TYPE,
            headers: WRITE,
          }),
    // Also where it was refused: then somebody else has changed it.
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRemoveWatchArea() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, base, by }: { readonly id: string; readonly base: number; readonly by: string }) =>
      send<WatchArea>('DELETE', `/watch-areas/${id}`, {
        body: JSON.stringify(nameNobody({ base, by })),
        contentType: JSON_TYPE,
        headers: WRITE,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
