import type { Desk } from '../../src/model/desk.ts';
import { readConfig } from '../../src/run/config.ts';
import { makeDesk } from '../../src/run/desk.ts';
import { Picture } from '../../src/run/picture.ts';
import type { Store } from '../../src/store/store.ts';

/** The desk as it is served, over whatever a store holds, with a clock that a test sets. */
export async function openRealDesk(store: Store, now: () => string): Promise<Desk> {
  const config = readConfig({ flags: {}, env: {}, platform: 'linux', home: '/nowhere' });
  const picture = new Picture(store);
  await picture.advance();
  return makeDesk({ store, config, now, picture });
}
