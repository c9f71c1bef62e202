/**
 * Runs something once at a time. Whoever asks while it runs gets the run after it, and all who ask meanwhile share that one: it sees what
 * each of them asked for.
 *
 * @example
 * const attend = runInTurn(() => lookAtProblems());
 * await Promise.all([attend(), attend(), attend()]); // runs twice
 */
export function runInTurn(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= last.then(() => {
      waiting = undefined;
      return run();
    });
    last = waiting.catch(() => undefined);
    return waiting;
  };
}
