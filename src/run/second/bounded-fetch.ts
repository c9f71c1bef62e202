/** An answer is larger than it may be. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** Who is asked points to another address. */
export class PointsElsewhereError extends Error {
  override readonly name = 'PointsElsewhereError';
}

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` that reads no more than so many bytes and follows no redirect: the key and the text are for the address that a
 * person has set, and for no other.
 */
export function makeBoundedFetch(maxBytes: number, fetch: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const answer = await fetch(input, { ...init, redirect: 'manual' });
    if (answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      throw new PointsElsewhereError(String(answer.status));
    }
    const bytes = await readBounded(answer, maxBytes);
    const { status, statusText, headers } = answer;
    // What was unpacked while it was read must not be unpacked again.
    const plain = new Headers(headers);
    for (const name of ['content-encoding', 'content-length']) plain.delete(name);
    return new Response(bytes.byteLength === 0 ? null : bytes, { status, statusText, headers: plain });
  };
}

async function readBounded({ body }: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece?.value === undefined) break;
    length += piece.value.byteLength;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new TooLargeError(String(maxBytes));
    }
    pieces.push(piece.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
