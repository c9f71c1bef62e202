import { findEncoding } from './encodings.ts';

/** Where a page says what its encoding is. */
export type DeclaredBy = 'header' | 'meta' | 'XML declaration';

export interface Declared {
  readonly encoding: string;
  readonly by: DeclaredBy;
  /** As the page writes it. */
  readonly label: string;
}

/** How far from the start a declaration is looked for. The standard says 1,024 bytes; real pages put scripts before it. */
const LOOKED_AT = 4096;

/**
 * What the page says of its encoding, in the order in which browsers believe it: header, then meta, then XML
 * declaration. A label that is no encoding is passed over.
 */
export function findDeclared(bytes: Uint8Array, contentType: string | undefined): readonly Declared[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LOOKED_AT)).toString(
    'latin1',
  );
  const found: Declared[] = [];
  const add = (by: DeclaredBy, label: string | undefined): void => {
    const encoding = label === undefined ? undefined : findEncoding(label);
    if (label !== undefined && encoding !== undefined) found.push({ encoding, by, label });
  };
  add('header', findCharset(contentType?.slice(0, 400) ?? ''));
  for (const label of findMetaLabels(dropComments(start))) add('meta', label);
  add(
    'XML declaration',
    /^\s{0,20}<\?xml[^>]{0,200}\sencoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/.exec(start)?.[1],
  );
  return found;
}

function findMetaLabels(text: string): readonly string[] {
  const labels: string[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf('<meta'); at >= 0; at = lower.indexOf('<meta', at + 5)) {
    const end = lower.indexOf('>', at);
    const label = findCharset(text.slice(at, end < 0 ? at + 600 : Math.min(end, at + 600)));
    if (label !== undefined) labels.push(label);
  }
  return labels;
}

/** `charset=…` in a header or in the attributes of a meta element, `charset="…"` as well. */
function findCharset(text: string): string | undefined {
  return /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i.exec(text)?.[1];
}

function dropComments(text: string): string {
  let kept = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    kept += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept;
    at = close + 3;
  }
  return kept + text.slice(at);
}
