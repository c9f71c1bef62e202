import type { Claim } from '../../../model/claim.ts';
import type { Document } from '../../../model/document.ts';
import type { Hash } from '../../../model/page.ts';
import type { Reading } from '../../../model/reading.ts';
import { isWithin, type Span, type TextSpan } from '../../../model/span.ts';

/** A document that is cited, without its text: what it is, and pieces of it. */
export interface CitedPage
  extends Pick<
    Document,
    'id' | 'bytes' | 'url' | 'file' | 'outlet' | 'title' | 'published' | 'seen' | 'version'
  > {
  /** UTF-16 code units of the whole text. */
  readonly length: number;
  /** Pieces of the text, in its order, with where they stand in it. */
  readonly excerpts: readonly TextSpan[];
}

/** A claim that is cited, as it was read. */
export interface CitedClaim {
  /** `sha256:…#c1`. */
  readonly id: string;
  readonly document: Hash;
  readonly claim: Claim;
}

/** The claims that an alert or brief stands on, with the words of the pages around them. */
export interface CitedClaims {
  readonly kind: 'cited claims';
  readonly version: 1;
  readonly documents: readonly CitedPage[];
  readonly claims: readonly CitedClaim[];
  /** Claims that are named and not told here, with the reason. */
  readonly missing: readonly { readonly id: string; readonly why: string }[];
}

/** Characters on both sides of what a claim stands on: the most that the bound allows. */
const AROUND = [160, 60, 0];
/** Of a text at most half is told, or so many characters of a short one: an excerpt is no copy. */
const SHORT = 280;

/** What is told of a text at most. */
export function boundExcerpts(length: number): number {
  return Math.max(SHORT, Math.floor(length / 2));
}

/** The claims of these ids with excerpts of their documents. */
export function citeClaims(ids: readonly string[], readings: ReadonlyMap<Hash, Reading>): CitedClaims {
  const missing: { id: string; why: string }[] = [];
  const found = [...new Set(ids)].flatMap((id): readonly CitedClaim[] => {
    const { document, part } = splitId(id);
    const reading = readings.get(document);
    const claim = reading?.claims.find((each) => each.id === part);
    if (claim !== undefined) return [{ id, document, claim }];
    missing.push({
      id,
      why: reading === undefined ? 'the document is not kept' : 'the reading has no such claim',
    });
    return [];
  });
  const documents: CitedPage[] = [];
  const claims: CitedClaim[] = [];
  for (const id of new Set(found.map(({ document }) => document))) {
    const own = found.filter(({ document }) => document === id);
    const { page, told } = citeDocument(readings.get(id)!.document, own);
    documents.push(page);
    claims.push(...told);
    for (const each of own)
      if (!told.includes(each))
        missing.push({ id: each.id, why: 'more of the text would be told than is allowed' });
  }
  return { kind: 'cited claims', version: 1, documents, claims, missing };
}

function citeDocument(
  document: Document,
  claims: readonly CitedClaim[],
): { readonly page: CitedPage; readonly told: readonly CitedClaim[] } {
  const bound = boundExcerpts(document.text.length);
  const choices = [...claims.keys()].flatMap((left) =>
    // All claims with as much around them as may be; only where even their own words are too many, fewer claims.
    (left === 0 ? AROUND : [0]).map((around) => ({ told: claims.slice(0, claims.length - left), around })),
  );
  for (const { told, around } of choices) {
    const spans = joinSpans(
      told.flatMap(({ claim }) => listSpans(claim)),
      { around, text: document.text },
    );
    const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
    if (length <= bound) return { page: makePage(document, spans), told };
  }
  return { page: makePage(document, []), told: [] };
}

function makePage(document: Document, spans: readonly Span[]): CitedPage {
  const { id, bytes, url, file, outlet, title, published, seen, version, text } = document;
  const facts = { url, file, outlet, title, published };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const excerpts = spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  return { id, bytes, ...known, seen, version, length: text.length, excerpts };
}

/** All that a claim points to in its text. */
function listSpans(claim: Claim): readonly Span[] {
  const links = claim.chain.flatMap(({ start, end, cue, said = [] }) => [
    ...(start === undefined || end === undefined ? [] : [{ start, end }]),
    ...(cue === undefined ? [] : [cue]),
    ...said.map(([from, to]) => ({ start: from, end: to })),
  ]);
  const pieces = claim.content.spans.map(([start, end]) => ({ start, end }));
  return [claim, claim.content, ...pieces, ...links];
}

function joinSpans(
  spans: readonly Span[],
  { around, text }: { readonly around: number; readonly text: string },
): readonly Span[] {
  const wide = spans
    .map(({ start, end }) => ({
      start: avoidHalf(text, Math.max(0, start - around), -1),
      end: avoidHalf(text, Math.min(text.length, end + around), 1),
    }))
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of wide) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** A place that does not stand within a pair of surrogates. */
function avoidHalf(text: string, at: number, step: -1 | 1): number {
  const code = text.charCodeAt(at);
  return at > 0 && at < text.length && code >= 0xdc00 && code <= 0xdfff ? at + step : at;
}

/** What of the claims is not what the excerpts say; undefined where all is. */
export function checkCitedClaims(cited: CitedClaims): string | undefined {
  const documents = new Map(cited.documents.map((each) => [each.id, each]));
  for (const { excerpts, length, id } of cited.documents) {
    if (excerpts.some(({ start, end, text }) => text.length !== end - start || start < 0 || end > length))
      return `an excerpt of ${id} is not as long as it says`;
    if (excerpts.reduce((sum, { text }) => sum + text.length, 0) > boundExcerpts(length))
      return `more of ${id} is told than is allowed`;
  }
  for (const { id, document, claim } of cited.claims) {
    const excerpts = documents.get(document)?.excerpts ?? [];
    if (id !== `${document}#${claim.id}`) return `${id} is another claim than it says`;
    const quoted: readonly TextSpan[] = [
      claim.content,
      ...claim.chain.flatMap(({ cue }) => (cue === undefined ? [] : [cue])),
    ];
    for (const span of listSpans(claim))
      if (readSpan(excerpts, span) === undefined) return `${id} points to words that are not told`;
    for (const span of quoted)
      if (readSpan(excerpts, span) !== span.text) return `${id} quotes other words than stand there`;
  }
  return undefined;
}

function readSpan(excerpts: readonly TextSpan[], span: Span): string | undefined {
  const holder = excerpts.find((each) => isWithin(span, each));
  return holder?.text.slice(span.start - holder.start, span.end - holder.start);
}

/** `sha256:…#c1` in its parts. */
export function splitId(id: string): { readonly document: Hash; readonly part: string } {
  const at = id.lastIndexOf('#');
  return { document: id.slice(0, at) as Hash, part: id.slice(at + 1) };
}
