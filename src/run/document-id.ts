import { PageError } from '../model/errors.ts';
import type { Hash } from '../model/page.ts';
import type { Store } from '../store/store.ts';
import { clean } from './print/width.ts';
import { UsageError } from './usage.ts';

/** The digits of an id as a person gives it: whole or only its beginning. */
export function parsePrefix(given: string): string {
  const digits = given.replace(/^sha256:/, '').toLowerCase();
  if (/^[0-9a-f]{2,64}$/.test(digits)) return digits;
  throw new UsageError(
    `${clean(given).slice(0, 80)} is no id`,
    'Give the id that tocsin search prints, or its first digits.',
  );
}

/** The one document whose id begins so. Throws a PageError where there is none or several. */
export async function resolveId(store: Store, prefix: string): Promise<Hash> {
  const found = await store.findByPrefix(prefix, 6);
  const [first] = found;
  if (first === undefined)
    throw new PageError(
      prefix,
      'no document has an id that begins so',
      'tocsin search lists those that are kept.',
    );
  if (found.length === 1) return first;
  const shown = found
    .slice(0, 5)
    .map((id) => id.slice('sha256:'.length, 'sha256:'.length + prefix.length + 6));
  throw new PageError(
    prefix,
    `several documents have ids that begin so: ${shown.join(', ')}${found.length > 5 ? ' and more' : ''}`,
    'Give more digits.',
  );
}
