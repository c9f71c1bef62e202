/* Where a person was in the drawer, so that coming back from the reader puts them there again. */

const left = new Map<string, string>();
let current: string | undefined;

/** Says which evidence is in sight; claims that are opened belong to it. */
export function rememberEvidence(address: string | undefined): void {
  current = address;
}

export function rememberClaim(claim: string): void {
  if (current !== undefined) left.set(current, claim);
}

/** The claim that was opened last from this evidence. */
export function recallClaim(address: string): string | undefined {
  return left.get(address);
}
