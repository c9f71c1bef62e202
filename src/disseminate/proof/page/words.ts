/** What the page says. What was found is told in the words of `verdict.ts`, which the command shares. */
export const WORDS = {
  noEd25519:
    'This browser cannot check Ed25519 signatures. Use a newer one (Chrome 137, Firefox 129, Safari 17 or later), or tocsin verify.',
  insecure:
    'This page was opened over plain http from another machine, where browsers give pages no cryptography. Open it over https, on the machine itself, or as a saved file.',
  noKeys: 'No public key is given yet, so that nobody is trusted.',
  badKey: 'This is no public key: it has 43 characters (letters, digits, - and _).',
  keys: (count: number) => (count === 1 ? '1 key is known here:' : `${count} keys are known here:`),
  inUse: 'in use',
  alone: 'given alone',
  replaced: (day: string) => `replaced on ${day}`,
  revoked: (day: string, reason: string) => `not to be trusted from ${day} on: ${reason}`,
  badChain: (why: string) => `the chain of keys does not hold: ${why}`,
  newChain: 'a chain of public keys, which holds',
  chainHolds: '✓ Holds',
  chainTaken: '! Taken at its word',
  askDesk:
    'Anybody can make a chain. Compare a key with one that you have from the desk itself, or type that one in: then only what follows from it counts.',
  zip: 'A pack as a whole is checked by tocsin verify. Unpack it, and give its MANIFEST.json with MANIFEST.json.sig here.',
  strayed: 'a signature without the file that it is of: give both at once',
  manifest:
    'This is the list of files of an evidence pack. That each file is as listed, sha256sum -c SHA256SUMS and tocsin verify check.',
  marks: { good: '✓ Valid', warn: '! Not trusted', bad: '✗ Refused' },
} as const;
