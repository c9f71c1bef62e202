import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStore } from '../store.suite.ts';
import { openEmbeddedStore } from './embedded.ts';

describeStore('embedded store', async (now) => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const store = await openEmbeddedStore({ folder, now });
  return { store, dispose: () => rm(folder, { recursive: true, force: true }) };
});
