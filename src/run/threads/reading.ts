import type { Reading } from '../../model/reading.ts';
import { createReader } from '../../process/read.ts';
import { makeEngine } from '../engine.ts';
import type { ReaderTask, ReaderThreadOptions } from './tasks.ts';

/** Makes what does the tasks of a reader, in whichever thread it is. */
export function makeReadingWork({
  name,
  limits,
}: ReaderThreadOptions): (task: ReaderTask) => Promise<readonly Reading[]> {
  const reader = createReader({ engine: name });
  return async (task) => {
    if (task.kind === 'page') return [reader.read(task.page, task.given)];
    const engine = makeEngine({ loadReader: () => reader, name, now: () => task.seen, limits });
    return engine.read(task.request);
  };
}
