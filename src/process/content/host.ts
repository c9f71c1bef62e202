/** Host of an address without `www.`, if it is one. */
export function findHost(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/^www\d?\./, '');
  return host === '' ? undefined : host;
}
