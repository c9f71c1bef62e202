import type { JsonLdFacts } from './jsonld.ts';
import { type PageFacts, readMarkup } from './pagefacts.ts';
import { compactName, type Evidenced, splitTitle } from './title.ts';

const LONGEST_NAME = 100;

/**
 * The publisher's name, where the page states it; a host alone is an address and no name.
 */
export function findOutlet(
  facts: PageFacts,
  jsonLd: JsonLdFacts,
  host: string | undefined,
): Evidenced | undefined {
  const stated: [string | undefined, string][] = [
    [jsonLd.publisher, 'JSON-LD publisher'],
    [facts.meta.get('og:site_name'), 'og:site_name'],
    [facts.meta.get('application-name'), 'application-name'],
    [facts.meta.get('apple-mobile-web-app-title'), 'apple-mobile-web-app-title'],
    [facts.meta.get('dc.publisher') ?? facts.meta.get('publisher'), 'meta publisher'],
    [findTitlePart(facts.title, host), 'title part that agrees with the host'],
  ];
  for (const [raw, evidence] of stated) {
    const value = raw === undefined ? '' : readMarkup(raw);
    if (value !== '' && value.length <= LONGEST_NAME && !/^https?:|^@/i.test(value))
      return { value, evidence };
  }
  return undefined;
}

/** The first or last part of a title element whose letters are those of the host. */
function findTitlePart(title: string | undefined, host: string | undefined): string | undefined {
  if (title === undefined || host === undefined) return undefined;
  const parts = splitTitle(title);
  if (parts.length < 2) return undefined;
  const labels = host
    .split('.')
    .map(compactName)
    .filter((label) => label.length >= 3);
  return [parts.at(-1)!, parts[0]!].find((part) => {
    const name = compactName(part.replace(/\.[a-z]{2,6}$/i, ''));
    return (
      name.length >= 3 &&
      labels.some((label) => label === name || label === `the${name}` || `the${label}` === name)
    );
  });
}

/** Host of an address without `www.`, if it is one. */
export function findHost(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/^www\d?\./, '');
  return host === '' ? undefined : host;
}
