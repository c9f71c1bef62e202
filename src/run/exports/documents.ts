import { safeUrl } from '../../disseminate/exchange/safe.ts';
import type { Marking } from '../../model/marking.ts';
import type { Store } from '../../store/store.ts';
import type { View } from '../views.ts';
import type { Ground } from './rows.ts';

/**
 * Documents as articles, with the names of fields that `tocsin add` and `read` know: what one desk writes another can keep, and it has the
 * same ids there.
 */
export async function* listDocuments(
  store: Pick<Store, 'getReading'>,
  { view, ground, tlp }: { readonly view: View; readonly ground: Ground | undefined; readonly tlp: Marking },
): AsyncGenerator<Readonly<Record<string, string>>> {
  const wanted = ground && new Set([...ground.claims].map((claim) => claim.split('#')[0]!));
  for (const { document } of view.reports) {
    if (wanted !== undefined && !wanted.has(document)) continue;
    const reading = await store.getReading(document, view.asOf);
    if (reading === undefined) continue;
    const { id, outlet, title, byline, published, seen, language, text } = reading.document;
    const url = safeUrl(reading.document.url);
    yield keep({ id, url, outlet, title, byline, published, seen, language, text, tlp });
  }
}

function keep(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}
