import type { ChainLink, Claim, ClaimContent } from '../../../../model/claim.ts';
import type { Document } from '../../../../model/document.ts';
import type { Entity } from '../../../../model/entity.ts';
import { isOverlapping, isWithin, makeTextSpan, type Span } from '../../../../model/span.ts';
import { findHost } from '../../../content/host.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { toPieces, toSpan, trimPunctuation } from '../../../sentence/phrase.ts';
import { sliceSentence } from '../../../sentence/slice.ts';
import { makeEntityLookup } from '../entity/lookup.ts';
import type { Attribution, CueContext } from './attribution.ts';
import { describeCited, type Fork, findChannels, forkChains, moveToldTo } from './channels.ts';
import { type Citing, findCiting } from './citing.ts';
import { combine, foldOwnThoughts } from './combine.ts';
import { findAttributions, isOwnThought } from './cue.ts';
import { findLearned, type LearnedAttribution, type LearnedResources } from './learned/learned.ts';
import type { CueLexicon } from './lexicon.ts';
import { findQuotations, type Quotation } from './quotes.ts';
import { isMereRelay } from './relay.ts';
import { findAntecedent, findEnclosing, type PastSource, withAntecedent } from './resolve.ts';
import { describeSource, type OutletLookup, type Source, type SourceContext } from './source.ts';
import type { SpeakerNouns } from './speakers.ts';
import { findMissingEvidence, judgeAttitude, judgeEvidence, judgeQuote, judgeWords } from './stance.ts';
import { peelTails } from './tail.ts';
import { widenToQuotations } from './widen.ts';

export const CLAIM_STAGE = { name: 'claim', version: 1 } as const;
const BY = `${CLAIM_STAGE.name}@${CLAIM_STAGE.version}`;

export interface ClaimInput {
  readonly document: Document;
  readonly sentences: readonly ParsedSentence[];
  readonly entities: readonly Entity[];
}

export interface ClaimResources {
  readonly cues: CueLexicon;
  readonly learned: LearnedResources;
  /** Lemmas of verbs of violence. */
  readonly deeds: ReadonlySet<string>;
  readonly speakers: SpeakerNouns;
  readonly findOutlet: OutletLookup;
}

/** A claim before it has its final id, with what the event stage needs to place events in it. */
export type ClaimDraft = Omit<Claim, 'id' | 'events'>;

/**
 * Who says what, on whose word, how firmly: every attributed claim of the document, in text order. Claims in the
 * outlet's own voice are added where events are found, since only those sentences claim something.
 */
export function findClaims(input: ClaimInput, resources: ClaimResources): readonly ClaimDraft[] {
  const { text } = input.document;
  const quotations = findQuotations(text);
  const sources: SourceContext = {
    text,
    sentences: input.sentences,
    lookup: makeEntityLookup(input.entities),
    speakers: resources.speakers,
    findOutlet: resources.findOutlet,
  };
  const builder = new ClaimBuilder(input.document, sources, quotations);
  const learned = findLearned(input.sentences, quotations, resources.learned);
  let next = 0;
  for (const [at, sentence] of input.sentences.entries()) {
    while (next < quotations.length && quotations[next]!.end <= sentence.start) next++;
    const near: Quotation[] = [];
    for (let k = next; k < quotations.length && quotations[k]!.start < sentence.end; k++)
      near.push(quotations[k]!);
    builder.addSentence(makeCueContext(sentence, at, near), resources, learned[at]!);
  }
  return builder.finish();
}

function makeCueContext(sentence: ParsedSentence, at: number, quotations: readonly Quotation[]): CueContext {
  const quoteOf =
    quotations.length === 0
      ? new Array<number>(sentence.tokens.length).fill(-1)
      : sentence.tokens.map((token) =>
          quotations.findIndex((quote) => isOverlapping(quote.inner, token) && isWithin(token, quote)),
        );
  return { sentence, at, quotations, quoteOf };
}

/** How many claims back a note on missing evidence is looked for a home: those of two sentences, amply. */
const NEAR = 60;

/** A sentence before its trailing attributions, under the same indexes. */
function cutContext(context: CueContext, end: number): CueContext {
  return {
    ...context,
    sentence: sliceSentence(context.sentence, 0, end),
    quoteOf: context.quoteOf.slice(0, end),
  };
}

/** What was found in one sentence: trailing attributions, outermost first, and those in the words before them. */
interface Told {
  readonly context: CueContext;
  readonly tails: readonly Attribution[];
  readonly found: readonly Attribution[];
}

/** Makes claims sentence by sentence, remembering sources that later sentences point back to. */
class ClaimBuilder {
  readonly #document: Document;
  readonly #sources: SourceContext;
  readonly #quotations: readonly Quotation[];
  readonly #claims: { draft: ClaimDraft; at: number; paragraph: number; isContinued?: true }[] = [];
  readonly #past: PastSource[] = [];

  constructor(document: Document, sources: SourceContext, quotations: readonly Quotation[]) {
    this.#document = document;
    this.#sources = sources;
    this.#quotations = quotations;
  }

  addSentence(context: CueContext, resources: ClaimResources, learned: readonly LearnedAttribution[]): void {
    const peeled = peelTails(context, resources.cues);
    const end = peeled.at(-1)?.end;
    const inner = end === undefined ? context : cutContext(context, end);
    const ruled = {
      tails: peeled.map(({ attribution }) => attribution),
      found: findAttributions(inner, resources),
    };
    const { tails, found: all } = combine(context, ruled, { ...resources, learned });
    const found = foldOwnThoughts(context, all);
    const attributions = [...tails.slice(-1), ...found];
    const cited = findCiting(context)?.cue;
    const kept = attributions.filter(
      (one) =>
        !isMereRelay(context.sentence, one, found) &&
        (one.sense.act !== 'cite' || (one.pieces !== undefined && one.head !== cited)) &&
        !isOwnThought(context, one, attributions),
    );
    for (const attribution of kept) this.#addClaim({ context, tails, found }, attribution);
    if (attributions.length === 0) this.#continueQuotation(context);
    this.#noteMissingEvidence(context);
  }

  finish(): readonly ClaimDraft[] {
    return nestQuoted(this.#claims).sort(byContent);
  }

  #addClaim(told: Told, given: Attribution): void {
    const { context, tails, found } = told;
    const outer = tails.filter((tail) => tail !== given);
    const attribution = moveToldTo(this.#sources, context, given);
    const chain: ChainLink[] = [outletLink(this.#document)];
    const forks: Fork[] = [];
    for (const step of [...outer, ...findEnclosing(found, given), attribution]) {
      this.#extendChain(context, { chain, forks, isOuter: step !== attribution }, step);
    }
    const citing = findCiting(context);
    if (citing !== undefined) this.#addCited(context, { chain, forks }, citing);
    const content = this.#makeContent(context, attribution);
    // Somebody said something, and nothing but signs of it stands here.
    if (content === undefined) return;
    const places = [content, toSpan(context.sentence, attribution.cue), ...chain.flatMap(placeOf)];
    const draft: ClaimDraft = {
      kind: 'claim',
      start: Math.min(...places.map((span) => span.start)),
      end: Math.max(...places.map((span) => span.end)),
      content,
      chain,
      quote: judgeQuote(toSpans(content), this.#quotations),
      ...judgeAttitude(context.sentence, attribution.thought ?? attribution),
      evidence: judgeEvidence(context.sentence, attribution, chain.at(-1)!.type === 'document'),
      ...(attribution.isTopic === true ? { topic: true as const } : {}),
      by: BY,
    };
    for (const one of forkChains(chain, forks)) {
      const paragraph = context.sentence.paragraph;
      this.#claims.push({ draft: { ...draft, chain: one }, at: context.at, paragraph });
    }
  }

  /** Adds what one attribution says of who relays whom: the medium it was told to, then the source itself. */
  #extendChain(context: CueContext, { chain, forks, isOuter }: Growing, step: Attribution): void {
    const { sentence } = context;
    const cueSpan = toSpan(sentence, step.cue);
    const cue = { ...makeTextSpan(this.#document.text, cueSpan.start, cueSpan.end), act: step.sense.act };
    if (step.source === undefined) {
      if (step.sense.stance !== 'claimsResponsibility') chain.push({ name: 'unknown', type: 'unknown', cue });
      return;
    }
    const described = withPhrase(
      describeSource(this.#sources, context.at, step.source, {
        isNarrow: step.isGapped,
        within: step.phrase,
      }),
      step.phrase,
    );
    if (isNobody(described.link.name)) return;
    const antecedent = findAntecedent(this.#past, described, context.at);
    const source = antecedent === undefined ? asDocument(described) : described;
    const [channel, ...others] = findChannels(this.#sources, context, step);
    if (channel !== undefined && others.length > 0) forks.push({ at: channel, others });
    const before = [...(antecedent?.before ?? []), ...(channel === undefined ? [] : [channel])];
    for (const link of before) if (!chain.some((known) => isSameLink(known, link))) chain.push(link);
    const said = isOuter ? this.#makeContent(context, step)?.spans : undefined;
    const link: ChainLink = {
      ...withAntecedent(source, antecedent),
      cue,
      ...(said === undefined ? {} : { said }),
    };
    if (chain.length > 1 && isSameLink(chain.at(-1), link)) chain.pop();
    chain.push(link);
    const standing = chain
      .slice(1, -1)
      .filter(isMedium)
      .map(({ cue: _cue, said: _said, ...known }) => known);
    this.#past.push({ at: context.at, paragraph: sentence.paragraph, source, before: standing, link });
  }

  /** "…, citing unnamed officials": whoever is cited stands inside the speaker. */
  #addCited(context: CueContext, { chain, forks }: Growing, citing: Citing): void {
    const { start, end } = context.sentence.tokens[citing.cue]!;
    const cue = { ...makeTextSpan(this.#document.text, start, end), act: 'cite' };
    const [link, ...others] = describeCited(this.#sources, context, citing)
      .filter(({ type }) => type !== 'unknown')
      .filter((one) => !chain.some((known) => isSameLink(known, one)))
      .map((one) => ({ ...one, cue }));
    if (link === undefined) return;
    chain.push(link);
    if (others.length > 0) forks.push({ at: link, others });
  }

  #makeContent(context: CueContext, attribution: Attribution): ClaimContent | undefined {
    const { text } = this.#document;
    if (attribution.pieces !== undefined)
      return this.#makePieces(attribution.pieces, findCiting(context), context);
    const citing = findCiting(context);
    const own = attribution.content.filter((i) => citing === undefined || i < citing.from || i > citing.to);
    const words = trimPunctuation(context.sentence, own.length > 0 ? own : attribution.content);
    const pieces = widenToQuotations(toPieces(context.sentence, words), context, attribution);
    const [first] = pieces;
    if (first === undefined || !pieces.some(({ start, end }) => isSaying(text.slice(start, end))))
      return undefined;
    return {
      ...makeTextSpan(text, first.start, pieces.at(-1)!.end),
      spans: pieces.map((piece) => [piece.start, piece.end] as const),
    };
  }

  /** The same from pieces that are known, without the "citing …" at the end of one. */
  #makePieces(
    pieces: readonly Span[],
    citing: Citing | undefined,
    { sentence }: CueContext,
  ): ClaimContent | undefined {
    const { text } = this.#document;
    const from = citing === undefined ? undefined : sentence.tokens[citing.from]!.start;
    const cut = pieces.map((piece) =>
      from !== undefined && piece.start < from && piece.end > from && citing!.from > 0
        ? { start: piece.start, end: sentence.tokens[citing!.from - 1]!.end }
        : piece,
    );
    if (!cut.some((piece) => isSaying(text.slice(piece.start, piece.end)))) return undefined;
    return {
      ...makeTextSpan(text, cut[0]!.start, cut.at(-1)!.end),
      spans: cut.map(({ start, end }) => [start, end] as const),
    };
  }

  /**
   * A sentence wholly in quotation marks, or inside a quotation that began before it, goes on with the words of who
   * spoke last: a claim of its own with the same chain, which the next such sentences of the paragraph lengthen.
   */
  #continueQuotation(context: CueContext): void {
    const { sentence, quoteOf, at } = context;
    const last = this.#claims.at(-1);
    if (last === undefined || last.draft.quote === 'none' || context.quotations.length === 0) return;
    // What somebody was said to have said may be followed by a paragraph of his own words.
    const isSpeaker = ['person', 'office'].includes(last.draft.chain.at(-1)!.type);
    if (last.draft.quote === 'indirect' && (!isSpeaker || last.paragraph === sentence.paragraph)) return;
    const indexes = sentence.tokens.flatMap(({ text }, i) => (/[\p{L}\p{N}]/u.test(text) ? [i] : []));
    const isQuoted = indexes.length > 0 && indexes.every((i) => quoteOf[i]! >= 0);
    if (!isQuoted || sentence.paragraph - last.paragraph > 1) return;
    const { draft } = last;
    if (draft.content.spans.some(([start, end]) => start < sentence.end && end > sentence.start)) return;
    const isLonger = last.isContinued === true && last.paragraph === sentence.paragraph;
    const start = isLonger ? draft.content.start : sentence.start;
    const content = {
      ...makeTextSpan(this.#document.text, start, sentence.end),
      spans: [[start, sentence.end] as const],
    };
    if (isLonger) {
      last.draft = { ...draft, content, end: Math.max(draft.end, sentence.end) };
      return;
    }
    const { topic: _topic, ...said } = draft;
    const next = {
      ...said,
      start,
      end: sentence.end,
      content,
      quote: 'direct' as const,
      ...judgeWords(sentence, indexes),
    };
    this.#claims.push({ draft: next, at, paragraph: sentence.paragraph, isContinued: true });
  }

  /** "did not provide evidence": marks what the same source says in this sentence or the one before. */
  #noteMissingEvidence(context: CueContext): void {
    const missing = findMissingEvidence(context.sentence);
    if (missing === undefined) return;
    for (const entry of this.#claims.slice(-NEAR)) {
      const isNear =
        entry.at === context.at ||
        (entry.at === context.at - 1 && entry.paragraph === context.sentence.paragraph);
      const isOpen = entry.draft.evidence === 'unstated';
      if (isNear && isOpen) entry.draft = { ...entry.draft, evidence: 'noneGiven' };
    }
  }
}

/**
 * What stands inside words that were quoted over several sentences was said inside them: “… The army said that …,” the
 * mayor said. The speaker of the whole goes before the speaker of the part.
 */
function nestQuoted(claims: readonly { readonly draft: ClaimDraft; readonly at: number }[]): ClaimDraft[] {
  const wide = claims.filter(({ draft }) => draft.content.spans.length > 0 && draft.quote !== 'none');
  const open = wide
    .flatMap(({ draft, at }) => draft.content.spans.map(([start, end]) => ({ start, end, draft, at })))
    .sort((a, b) => a.start - b.start);
  let next = 0;
  const around: typeof open = [];
  const nested = new Map<ClaimDraft, ClaimDraft>();
  const byCue = claims
    .map(({ draft, at }) => ({ draft, at, cue: draft.chain.find(({ cue }) => cue !== undefined)?.cue }))
    .filter(({ cue }) => cue !== undefined)
    .sort((a, b) => a.cue!.start - b.cue!.start);
  for (const { draft, at, cue } of byCue) {
    while (next < open.length && open[next]!.start <= cue!.start) around.push(open[next++]!);
    while (around.length > 0 && around.at(-1)!.end <= cue!.start) around.pop();
    const outer = around.findLast((one) => one.end >= cue!.end && one.at !== at && one.draft !== draft);
    if (outer !== undefined) nested.set(draft, outer.draft);
  }
  return claims.map(({ draft }) => {
    const outer = nested.get(draft);
    if (outer === undefined || nested.has(outer)) return draft;
    const last = outer.chain.at(-1)!;
    const own = draft.chain.slice(1);
    if (outer.chain.length < 2 || own.some((link) => isSameLink(last, link))) return draft;
    return { ...draft, chain: [...outer.chain.slice(0, -1), { ...last, said: outer.content.spans }, ...own] };
  });
}

/** Claims in the order in which what they say stands in the text. */
export function byContent(a: ClaimDraft, b: ClaimDraft): number {
  return a.content.start - b.content.start || b.content.end - a.content.end;
}

/** The first link of every chain: the page's own publisher. */
export function outletLink(document: Document): ChainLink {
  return { name: document.outlet ?? findHost(document.url) ?? 'unknown outlet', type: 'outlet' };
}

/** "his statement" where nobody is known whose it is: the document speaks. */
const asDocument = (source: Source): Source =>
  source.own === undefined
    ? source
    : { ...source, isPronoun: false, link: { ...source.link, name: source.own, type: 'document' } };

/** The source where its words are known better than by the tree: it keeps its name and what it is. */
const withPhrase = (source: Source, phrase: Span | undefined): Source =>
  phrase === undefined
    ? source
    : { ...source, span: phrase, link: { ...source.link, start: phrase.start, end: phrase.end } };

/** Whether words say anything: mere marks do not. */
const isSaying = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);

const NOBODY = /^(no|nobody|none|no one)\b/i;
const isNobody = (name: string) => NOBODY.test(name);

/** Media stay in the chain when a later sentence comes back to the same source: "those officials", still by CNN. */
const isMedium = ({ type }: ChainLink) => type === 'outlet' || type === 'agency' || type === 'document';

const isSameLink = (a: ChainLink | undefined, b: ChainLink) =>
  a !== undefined &&
  a.name.toLowerCase() === b.name.toLowerCase() &&
  (a.entity ?? b.entity) === (b.entity ?? a.entity);

/** A chain as it grows, and where it goes several ways at once. */
interface Growing {
  readonly chain: ChainLink[];
  readonly forks: Fork[];
  /** Whether the step to add only relays the claim's own attribution. */
  readonly isOuter?: boolean;
}

const placeOf = (link: ChainLink): Span[] =>
  link.start === undefined || link.end === undefined || link.cue === undefined
    ? []
    : [{ start: link.start, end: link.end }];

const toSpans = (content: ClaimContent): Span[] => content.spans.map(([start, end]) => ({ start, end }));
