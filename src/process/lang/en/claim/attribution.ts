import type { Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { CueSense, Frame } from './lexicon.ts';
import type { Quotation } from './quotes.ts';

/** Somebody's putting forward of something, as found in one sentence; indexes are of its tokens. */
export interface Attribution {
  /** Index of the sentence in the document. */
  readonly at: number;
  readonly sense: CueSense;
  readonly frame: Frame;
  /** The cue's main word, and all its words in order. */
  readonly head: number;
  readonly cue: readonly number[];
  /** Main word of the phrase that names the source; absent where none is named. */
  readonly source?: number;
  /** Ascending; empty where all of the content stands in other sentences. */
  readonly content: readonly number[];
  /** The whole content as pieces of the text, where it is known beyond the sentence. */
  readonly pieces?: readonly Span[];
  /** The words that name the source, where they are known better than by the tree. */
  readonly phrase?: Span;
  /** Main word of whom it was said to: "told CNN". */
  readonly addressee?: number;
  /** The source's own words are few: the next ones are what it says ("the army of three"). */
  readonly isGapped?: boolean;
  /** What is said is only named, not told. */
  readonly isTopic?: boolean;
  /** What the same speaker is said to think: "said they fear that …"; its verb gives the position. */
  readonly thought?: Attribution;
  /** The act itself is denied: "has not said", "no group has claimed". */
  readonly negated: boolean;
  /** Asked and not answered: "declined to comment". */
  readonly withheld: boolean;
}

/** One sentence with what finding attributions in it needs. */
export interface CueContext {
  readonly sentence: ParsedSentence;
  readonly at: number;
  /** Quotations that overlap the sentence, and for each token the index of the one it stands in, or -1. */
  readonly quotations: readonly Quotation[];
  readonly quoteOf: readonly number[];
}

/** What a frame found: the content, and words that belong to the cue besides the verb ("called *for*"). */
export interface FrameMatch {
  readonly frame: Frame;
  readonly content: readonly number[];
  readonly particles: readonly number[];
}
