import type { Store } from '../store/store.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';

/** Opens the store of the data folder. The database is loaded only here, since many commands need none. */
export async function openStore(config: Config, { now }: Context, { readOnly = false } = {}): Promise<Store> {
  const { openEmbeddedStore } = await import('../store/embedded/embedded.ts');
  return openEmbeddedStore({ folder: config.data, now, readOnly });
}

/** Runs something with the store open, and closes it whatever happens. */
export async function withStore<T>(
  config: Config,
  context: Context,
  use: { readonly readOnly: boolean; readonly run: (store: Store) => Promise<T> },
): Promise<T> {
  const store = await openStore(config, context, { readOnly: use.readOnly });
  try {
    return await use.run(store);
  } finally {
    await store.close();
  }
}
