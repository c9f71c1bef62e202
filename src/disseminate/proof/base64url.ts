/** What the last character may be, by how many of its bits are used: bits left over are zero, as every encoder writes them. */
const LAST: Readonly<Record<number, RegExp>> = {
  0: /[\w-]$/,
  2: /[AQgw]$/,
  4: /[AEIMQUYcgkosw048]$/,
};

/** Whether text is so many bytes in base64url as an encoder writes them: the one form that they have. */
export function isBase64url(text: string, bytes: number): boolean {
  return (
    text.length === Math.ceil((bytes * 4) / 3) && /^[\w-]*$/.test(text) && LAST[(bytes * 8) % 6]!.test(text)
  );
}
