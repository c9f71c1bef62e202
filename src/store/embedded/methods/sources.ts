import type { SourceState, Store } from '../../store.ts';
import type { Session } from '../session.ts';

/** What is remembered of sources between two looks. */
export type SourceMethods = Pick<Store, 'getSourceState' | 'listSourceStates' | 'putSourceState'>;

export function makeSourceMethods({ call, write }: Session): SourceMethods {
  return {
    async getSourceState(source) {
      const state = await call('findSourceState', source);
      return state === undefined ? undefined : parseState(state);
    },
    async listSourceStates() {
      return (await call('listSourceStates')).map(parseState);
    },
    putSourceState: (state) => write('putSourceState', state),
  };
}

function parseState(json: string): SourceState {
  return JSON.parse(json) as SourceState;
}
