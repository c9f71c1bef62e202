/* `@name` in what people write: whom it calls. */

const CALL = /(?<![\p{L}\p{N}_.@-])@([A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*)/gu;

/** A stretch of a text, with who is called in it where somebody is. */
export interface CalledPart {
  readonly text: string;
  readonly handle?: string;
}

/**
 * A text in parts: those that call somebody, and what stands between. What follows a name after a full stop or a hyphen belongs to it
 * only where somebody has that name.
 *
 * @example
 * splitCalls('Ask @ann.', ['ann']); // [{ text: 'Ask ' }, { text: '@ann', handle: 'ann' }, { text: '.' }]
 */
export function splitCalls(text: string, handles: readonly string[]): readonly CalledPart[] {
  const parts: CalledPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CALL)) {
    const handle = findHandle(match[1]!.toLowerCase(), handles);
    if (handle === undefined) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    end = match.index + 1 + handle.length;
    parts.push({ text: text.slice(match.index, end), handle });
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Whom a text calls, each once. */
export function findCalled(text: string, handles: readonly string[]): readonly string[] {
  return [...new Set(splitCalls(text, handles).flatMap(({ handle }) => handle ?? []))];
}

function findHandle(given: string, handles: readonly string[]): string | undefined {
  for (let name = given; name !== ''; name = name.replace(/(?:^|[._-])[^._-]*$/u, ''))
    if (handles.includes(name)) return name;
  return undefined;
}
