import { afterAll, beforeAll } from 'vitest';
import { type CompiledStore, compileStore, openThreaded } from '../../../test/support/compile-store.ts';
import { describeStore } from '../store.suite.ts';

/** The whole suite on the store as it is run: compiled, in a thread of its own. */

let compiled: CompiledStore;
beforeAll(async () => {
  compiled = await compileStore('whole');
});
afterAll(() => compiled.remove());

describeStore('embedded store in its thread', (now) => openThreaded(compiled, now));
