/**
 * The address if a person may be sent there. An address comes from a page, and a page may say `javascript:`.
 *
 * @example
 * findSafeAddress('https://gazette.example/1'); // 'https://gazette.example/1'
 * findSafeAddress('javascript:alert(1)'); // undefined
 */
export function findSafeAddress(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
