import type { ChainLink } from '../../../../model/claim.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Attribution, CueContext } from './attribution.ts';
import type { Citing } from './citing.ts';
import { listFrom } from './listed.ts';
import { describeSource, type SourceContext } from './source.ts';

/**
 * A step of a chain that was taken several ways: "told The Post and the AP" is one claim by each outlet, since each has
 * spoken to the officials itself.
 */
export interface Fork {
  readonly at: ChainLink;
  readonly others: readonly ChainLink[];
}

/** No sentence is told in more chains than this. */
const MOST_CHAINS = 6;

/** The chain itself, and one more for each other way that a step of it was taken. */
export function forkChains(
  chain: readonly ChainLink[],
  forks: readonly Fork[],
): readonly (readonly ChainLink[])[] {
  let chains: (readonly ChainLink[])[] = [chain];
  for (const { at, others } of forks) {
    const isAt = (link: ChainLink) => link === at || (link.start === at.start && link.name === at.name);
    chains = chains.flatMap((one) =>
      one.some(isAt)
        ? [one, ...others.map((other) => one.map((link) => (isAt(link) ? { ...link, ...other } : link)))]
        : [one],
    );
  }
  return chains.slice(0, MOST_CHAINS);
}

/** "told CNN and Reuters", "officials cited by The Post and the AP": the media that it was said to. */
export function findChannels(
  sources: SourceContext,
  context: CueContext,
  step: Attribution,
): readonly ChainLink[] {
  const first =
    step.addressee ?? (step.source === undefined ? undefined : findCiter(context.sentence, step.source));
  if (first === undefined) return [];
  const own = describeSource(sources, context.at, first, { isNarrow: true }).link;
  if (!isMedium(own)) return [];
  const listed = listFrom(context.sentence, first)
    .map((head) => describeSource(sources, context.at, head, { isNarrow: true }).link)
    .filter((link) => isMedium(link) && link.name !== own.name);
  return [own, ...listed];
}

const isMedium = ({ type }: ChainLink) => type === 'outlet' || type === 'agency';

/** "unnamed officials cited by The Post": first noun behind the "by" of a participle right behind the source. */
function findCiter({ tokens }: ParsedSentence, source: number): number | undefined {
  const verb = tokens[source + 1];
  const isCited =
    verb !== undefined && ['cite', 'quote', 'interview'].includes(verb.lemma) && verb.xpos !== 'VBG';
  if (!isCited || tokens[source + 2]?.text.toLowerCase() !== 'by') return undefined;
  let head: number | undefined;
  for (let i = source + 3; i < tokens.length; i++) {
    if (!['DET', 'ADJ', 'PROPN', 'NOUN'].includes(tokens[i]!.upos)) break;
    if (['PROPN', 'NOUN'].includes(tokens[i]!.upos)) head = i;
  }
  return head;
}

/**
 * Everyone whom a "citing …" phrase lists: each outlet and each named source is a link of its own; people without a
 * name are one link with all their words ("two officials and a diplomat").
 */
export function describeCited(
  sources: SourceContext,
  context: CueContext,
  citing: Citing,
): readonly ChainLink[] {
  const links = citing.sources.map(
    (head) => describeSource(sources, context.at, head, { isNarrow: true }).link,
  );
  const nameless = links.filter((link) => link.anonymous === true);
  if (nameless.length < 2) return links;
  const [first, last] = [nameless[0]!, nameless.at(-1)!];
  const isTogether = links.indexOf(last) - links.indexOf(first) === nameless.length - 1;
  if (!isTogether || first.start === undefined || last.end === undefined) return links;
  const words = sources.text.slice(first.start, last.end).replace(/\s+/g, ' ');
  const joined: ChainLink = {
    name: words.replace(/^(?:an?|the) /i, ''),
    type: 'person',
    anonymous: true,
    number: 'several',
    start: first.start,
    end: last.end,
  };
  return links.flatMap((link) => (link === first ? [joined] : nameless.includes(link) ? [] : [link]));
}

/** "confirmed the rockets to The Post": a medium at the end of what was said is whom it was said to. */
export function moveToldTo(
  sources: SourceContext,
  context: CueContext,
  attribution: Attribution,
): Attribution {
  const { content } = attribution;
  const head = content.at(-1);
  if (head === undefined) return attribution;
  const to = content.findLast((i) => context.sentence.tokens[i]!.text.toLowerCase() === 'to');
  // "said that he gave it to The Post": inside a clause the medium is somebody else's.
  const isObject = attribution.frame === 'np' && attribution.addressee === undefined;
  if (!isObject || attribution.head > head || to === undefined) return attribution;
  const isName =
    to > content[0]! &&
    to < head &&
    context.sentence.tokens
      .slice(to + 1, head + 1)
      .every(({ upos, text }) => ['DET', 'PROPN', 'CCONJ'].includes(upos) || /^\p{Lu}/u.test(text));
  const first = isName ? listFrom(context.sentence, to + 1)[0] : undefined;
  if (first === undefined || !isMedium(describeSource(sources, context.at, first, { isNarrow: true }).link))
    return attribution;
  const end = context.sentence.tokens[to - 1]?.end ?? 0;
  const pieces = attribution.pieces?.map((piece) =>
    piece.start < end && piece.end > end ? { ...piece, end } : piece,
  );
  return {
    ...attribution,
    addressee: first,
    content: content.filter((i) => i < to),
    ...(pieces === undefined ? {} : { pieces }),
  };
}
