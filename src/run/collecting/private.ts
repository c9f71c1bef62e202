import { findHostName } from '../../collect/fetch/guest.ts';
import type { Source } from '../../model/source.ts';
import type { Config } from '../config.ts';

/**
 * For which hosts private addresses may be connected to on behalf of a source: all, where the settings allow it; for a source
 * that may, its own host and its homepage's. What a feed says never opens another one.
 */
export function makePrivateRule(
  source: Pick<Source, 'feed' | 'homepage' | 'allowPrivate'>,
  { allowPrivate }: Pick<Config, 'allowPrivate'>,
): (host: string) => boolean {
  if (allowPrivate) return () => true;
  if (!source.allowPrivate) return () => false;
  const own = [source.feed, source.homepage]
    .filter((address) => address !== undefined)
    .map((address) => findHostName(new URL(address)));
  return (host) => own.includes(host);
}
