import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Definition,
  DefinitionDraft,
  DefinitionEdits,
  DefinitionFault,
  DefinitionTrial,
} from '../../../model/definition.ts';
import { getJson, isConflict, send } from './client.ts';
import { PICTURE } from './picture.ts';

/* Problem files. Whatever rests on one is fetched again once it was written. */

const findPath = (problem: string) => `/problems/${encodeURIComponent(problem)}/definition`;
const WRITE = { 'x-tocsin-write': '1' };

/** The definition in use as of an instant, or a certain version. */
export function useDefinition(
  problem: string,
  request: { readonly asOf?: string; readonly version?: string },
) {
  return useQuery({
    queryKey: [PICTURE, 'definition', problem, request],
    queryFn: ({ signal }) => getJson<Definition>(findPath(problem), request, signal),
    retry: false,
  });
}

/** What is wrong with a text; nothing is written. */
export function useCheckDefinition(problem: string) {
  return useMutation({
    mutationFn: async (text: string) => {
      const { faults } = await send<{ readonly faults: readonly DefinitionFault[] }>(
        'POST',
        `${findPath(problem)}/check`,
        { body: JSON.stringify({ text }), contentType: 'application/json' },
      );
      return faults;
    },
  });
}

/** Writes the file. */
export function usePutDefinition(problem: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: DefinitionDraft) =>
      send<Definition>('PUT', findPath(problem), {
        body: JSON.stringify(draft),
        contentType: 'application/json',
        headers: WRITE,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [PICTURE] }),
    // Somebody else was quicker: whoever is told so sees what they wrote.
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: [PICTURE] });
    },
  });
}

/** What would become of a problem with changes made in it; nothing is written. Asked once somebody is named and says why. */
export function useTryEdits(problem: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edits: DefinitionEdits) =>
      send<DefinitionTrial>('POST', `${findPath(problem)}/try`, {
        body: JSON.stringify(edits),
        contentType: 'application/json',
      }),
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: [PICTURE] });
    },
  });
}
