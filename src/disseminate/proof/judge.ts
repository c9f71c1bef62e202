import type { KeyStanding } from '../../model/key.ts';

/** A key that is trusted: alone, or with what its chain says of it. */
export type Trusted = string | KeyStanding;

/** What a signature that fits is worth. */
export type Verdict =
  /** The signer is one of those who are trusted. */
  | {
      readonly state: 'trusted';
      /** When another key took its place; absent where it is still in use, or its chain is not known. */
      readonly replaced?: string;
      /** It was declared not to be trusted from a later instant on. The instant of signing is the signer's own word. */
      readonly revoked?: { readonly from: string; readonly reason: string };
    }
  /** Who holds that key is not known here: anybody can make one. */
  | { readonly state: 'unknown key' }
  /** The key was declared not to be trusted from an instant before this was signed; or this does not say when it was signed. */
  | {
      readonly state: 'revoked key';
      readonly from: string;
      readonly reason: string;
      readonly signed?: string;
    }
  /** Another key had taken its place before. */
  | { readonly state: 'replaced key'; readonly replaced: string; readonly signed: string };

/** What is to be thought of something that a key signed. */
export function judgeSigner(key: string, content: unknown, trusted: readonly Trusted[]): Verdict {
  const standing = trusted.find((each) => typeof each !== 'string' && each.key === key);
  if (standing === undefined || typeof standing === 'string')
    return { state: trusted.includes(key) ? 'trusted' : 'unknown key' };
  const signed = findSigned(content);
  const { revoked, until } = standing;
  if (revoked !== undefined && (signed === undefined || signed >= revoked.from)) {
    const { from, reason } = revoked;
    return { state: 'revoked key', from, reason, ...(signed === undefined ? {} : { signed }) };
  }
  if (until !== undefined && signed !== undefined && signed > until)
    return { state: 'replaced key', replaced: until, signed };
  return {
    state: 'trusted',
    ...(until === undefined ? {} : { replaced: until }),
    ...(revoked === undefined ? {} : { revoked: { from: revoked.from, reason: revoked.reason } }),
  };
}

/**
 * When something was signed, by its own word: an alert's `issued`, what else was `made` then, the last save of a brief that was edited. A
 * brief's `asOf` is no such instant: it may tell of long ago.
 */
function findSigned(content: unknown): string | undefined {
  const { issued, made, edited } = content as Readonly<Record<string, unknown>>;
  const saved = (edited as { readonly record?: readonly { readonly at?: unknown }[] } | undefined)?.record;
  const found = [issued, made, Array.isArray(saved) ? saved.at(-1)?.at : undefined].find(
    (each) => typeof each === 'string' && !Number.isNaN(Date.parse(each)),
  );
  return found === undefined ? undefined : new Date(found as string).toISOString();
}

/** What a signature is worth. */
export type Verification =
  /** It fits; what its key is worth, see `judgeSigner`. */
  | (Verdict & { readonly key: string; readonly content: unknown })
  /** It does not fit: content, key or signature was changed. */
  | { readonly state: 'wrong'; readonly key: string }
  /** Nothing that was signed by Tocsin, or unclear. */
  | { readonly state: 'malformed'; readonly why: string };
