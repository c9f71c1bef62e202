import type { JsonLdFacts } from './jsonld.ts';
import { readMarkup } from './pagefacts.ts';
import { findSiteName, type SiteNameInput } from './sitename.ts';
import type { Evidenced } from './title.ts';

const LONGEST_NAME = 100;

/**
 * The publisher's name, where the page states it; a host alone is an address and no name.
 */
export function findOutlet(page: SiteNameInput, jsonLd: JsonLdFacts): Evidenced | undefined {
  const { meta } = page.facts;
  const stated: [string | undefined, string][] = [
    [jsonLd.publisher, 'JSON-LD publisher'],
    [meta.get('og:site_name'), 'og:site_name'],
    [meta.get('application-name'), 'application-name'],
    [meta.get('apple-mobile-web-app-title'), 'apple-mobile-web-app-title'],
    [meta.get('dc.publisher') ?? meta.get('publisher'), 'meta publisher'],
  ];
  for (const [raw, evidence] of stated) {
    const value = raw === undefined ? '' : readMarkup(raw);
    if (value !== '' && value.length <= LONGEST_NAME && !/^https?:|^@/i.test(value))
      return { value, evidence };
  }
  return findSiteName(page);
}
