import type { Desk } from '../../src/model/desk.ts';
import { readConfig } from '../../src/run/config.ts';
import { makeDesk } from '../../src/run/desk.ts';
import { Picture } from '../../src/run/picture.ts';
import { RegisterFile } from '../../src/run/register.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * The desk as it is served, over whatever a store holds, with a clock that a test sets.
 *
 * @param data Where its register is kept; nowhere unless given.
 */
export async function openRealDesk(store: Store, now: () => string, data?: string): Promise<Desk> {
  const flags = data === undefined ? {} : { data };
  const config = readConfig({ flags, env: {}, platform: 'linux', home: '/nowhere' });
  const picture = new Picture(store, undefined, new RegisterFile(config));
  await picture.advance();
  return makeDesk({ store, config, now, picture });
}
