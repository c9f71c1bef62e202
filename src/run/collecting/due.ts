import type { Source } from '../../model/source.ts';
import type { SourceState } from '../../store/store.ts';

const MINUTE = 60_000;
/** Longest pause after failures. */
const LONGEST_PAUSE = 360 * MINUTE;

/**
 * When a source is due, in milliseconds since 1970; 0 for one that was never asked. What a site asked for holds; a shorter
 * `every` than before holds at once.
 */
export function findDue(source: Source, state: SourceState | undefined, now: number): number {
  if (state === undefined || state.feed !== source.feed) return 0;
  const tried = parseInstant(state.lastTried);
  // A clock that was set back must not keep anybody from asking.
  if (tried > now) return 0;
  const notBefore = parseInstant(state.notBefore);
  const planned = parseInstant(state.nextDue);
  const latest = tried + Math.max(source.every * MINUTE * 1.1, state.state === 'failing' ? LONGEST_PAUSE : 0);
  return Math.max(notBefore, Math.min(planned, latest));
}

/** Until when a site wants to be left alone, where that is still to come. */
export function findWait(source: Source, state: SourceState | undefined, now: number): number | undefined {
  if (state === undefined || state.feed !== source.feed) return undefined;
  const until = parseInstant(state.notBefore);
  return until > now ? until : undefined;
}

/**
 * When to look again, in milliseconds since 1970. After a failure the pause doubles each time, to at most six hours; a
 * little chance keeps sources from being asked all at the same moment.
 *
 * @param failures How often in a row it has failed; 0 after a success.
 * @param random A number from 0 up to 1.
 */
export function findNext(
  { every }: Pick<Source, 'every'>,
  { now, failures, random }: { readonly now: number; readonly failures: number; readonly random: number },
): number {
  const regular = every * MINUTE;
  if (failures === 0) return now + regular * (1 + 0.1 * random);
  const doubled = Math.min(regular * 2 ** Math.min(failures, 20), LONGEST_PAUSE);
  return now + Math.max(regular, doubled * (1 - 0.2 * random));
}

/** Milliseconds since 1970; 0 for what is absent or no instant. */
function parseInstant(iso: string | undefined): number {
  const at = iso === undefined ? 0 : Date.parse(iso);
  return Number.isNaN(at) ? 0 : at;
}
