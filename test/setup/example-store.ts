import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../../src/model/desk.ts';
import { createReader } from '../../src/process/read.ts';
import { type Config, readConfig } from '../../src/run/config.ts';
import { makeDesk } from '../../src/run/desk.ts';
import { EXAMPLE, EXAMPLE_SETTING, loadExample, readManifest } from '../../src/run/example.ts';
import { Picture } from '../../src/run/picture.ts';
import { readProgramName } from '../../src/run/version.ts';
import { openEmbeddedStore } from '../../src/store/embedded/embedded.ts';
import type { Store } from '../../src/store/store.ts';
import { makeOnce } from './once.ts';

/** When the example is looked at, long after its last page. */
export const EXAMPLE_NOW = '2026-01-02T03:04:05.000Z';

export interface ExampleStore {
  readonly store: Store;
  readonly desk: Desk;
  /** The data folder: a copy of its own. */
  readonly folder: string;
  readonly config: Config;
  /** Closes the store and removes its folder. */
  dispose(): Promise<void>;
}

const configOf = (data: string) => readConfig({ flags: { data }, env: {}, platform: 'linux', home: data });
const now = () => EXAMPLE_NOW;

/** Loads the example case as `tocsin serve --example` does; this takes long. */
async function load(folder: string): Promise<void> {
  const store = await openEmbeddedStore({ folder, now });
  await store.setSetting(EXAMPLE_SETTING, EXAMPLE);
  const reader = createReader({ engine: readProgramName() });
  const options = { store, reader, picture: new Picture(store), config: configOf(folder), now };
  const { failures } = await loadExample(await readManifest(), options);
  await store.close();
  if (failures.length > 0)
    throw new Error(`pages of the example could not be read: ${JSON.stringify(failures)}`);
}

/** A data folder with the example case loaded: a copy, to do with as a test likes, of one that is loaded once in a run. */
export async function copyExample(): Promise<string> {
  const loaded = await makeOnce('example', load);
  const folder = await mkdtemp(join(tmpdir(), 'tocsin-example-'));
  await cp(loaded, folder, { recursive: true });
  return folder;
}

/** A store of its own with the example case loaded, and the desk over it, looked at now or earlier. */
export async function openExampleStore(at = EXAMPLE_NOW): Promise<ExampleStore> {
  const now = () => at;
  const folder = await copyExample();
  const config = configOf(folder);
  const store = await openEmbeddedStore({ folder, now });
  const picture = new Picture(store);
  await picture.advance();
  const desk = await makeDesk({ store, config, now, picture });
  const dispose = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { store, desk, folder, config, dispose };
}
