/** How to check a pack by hand, in plain words. */
export function renderReadme({
  name,
  tlp,
  hasLedger,
}: {
  readonly name: 'alert' | 'brief';
  readonly tlp: string;
  readonly hasLedger: boolean;
}): string {
  const ledger = hasLedger
    ? `  ledger.ndjson           the entries of the ledger of forecasts that it tells of, and those after them,
                          one a line; each holds the hash of the one before
  ledger-checkpoint.json  number and hash of the last of these lines, signed
`
    : '';
  return `TLP:${tlp}

EVIDENCE PACK

What is in it

  ${name}.json              the ${name} as it was signed
  ${name}.html              the same to read
  claims.json             the claims it stands on: who says what on whose word; with the words of the pages
                          around them, where they stand in the text (in UTF-16 code units), the SHA-256 of the
                          page as it was seen (bytes), its address, and when it was seen
${ledger}  keys.json               the public keys of the desk, each in the signed words of the one before
  signer.pem              the public key that signed this pack
  MANIFEST.json           all files with their SHA-256
  MANIFEST.json.sig       signature over MANIFEST.json: Ed25519, 64 bytes
  SHA256SUMS              the same hashes for sha256sum

With Tocsin

  tocsin verify PACK.zip --key KEY

KEY is the public key or the chain of keys of the desk. Ask the desk for it on another way than the one this
pack came on: anybody can make a pack with a key of their own.

By hand, with common tools

1. Every file is what the list says, and the list is what MANIFEST.json says:

     sha256sum -c SHA256SUMS
     sha256sum SHA256SUMS; grep -o '"name":"SHA256SUMS","sha256":"[0-9a-f]*"' MANIFEST.json

2. MANIFEST.json was signed with the key in signer.pem (OpenSSL 3):

     openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in MANIFEST.json -sigfile MANIFEST.json.sig

3. The key is the desk's. Compare this with the fingerprint that you have from the desk itself:

     openssl pkey -pubin -in signer.pem -outform DER | tail -c 32 | sha256sum

The signature within ${name}.json is over its content as canonical JSON (RFC 8785), and so are the hashes of the
ledger. A chain of keys and of hashes shows that nothing in it was changed; that it was there at a time only
something that was kept elsewhere at that time can show.

The words of the pages belong to their authors. They are quoted, never whole, as evidence.
`;
}
