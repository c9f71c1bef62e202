import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Actor, ActorDetail, ActorSummary } from '../../../model/actor.ts';
import type { IncidentSummary } from '../../../model/incident.ts';
import type { ActorEntry, DeskRegister } from '../../../model/register.ts';
import { type Parameters, post } from './client.ts';
import { PICTURE, usePicture, usePictureList } from './picture.ts';

/* Actors across documents, and the desk's register of them. */

export function useActors(parameters: Parameters) {
  return usePictureList<ActorSummary>('/actors', parameters);
}

export function useActor(id: string, asOf: string | undefined) {
  return usePicture<ActorDetail>(`/actors/${encodeURIComponent(id)}`, { asOf });
}

/** Incidents that an actor has a part in. */
export function useActorIncidents(actor: string, asOf: string | undefined) {
  return usePictureList<IncidentSummary>('/incidents', { actor, asOf });
}

export function useRegister() {
  return usePicture<DeskRegister>('/register', {});
}

/** Adds an actor to the desk's register; gives the record that its names lead to then. */
export function useAddActor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (entry: ActorEntry) =>
      post<Actor>('/register', JSON.stringify({ ...entry, by: entry.by || undefined }), {
        contentType: 'application/json',
        headers: { 'x-tocsin-write': '1' },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [PICTURE] }),
  });
}
