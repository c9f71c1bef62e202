import type { Reading } from './reading.ts';

/** Tokens as the endpoint counts them. */
export interface TokenCount {
  readonly input: number;
  readonly output: number;
}

/** One question to a language model. The text of a page stands only in `text`, never in `system`. */
export interface SecondQuestion {
  readonly system: string;
  readonly text: string;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** Longest answer, in tokens. */
  readonly maxTokens: number;
}

/** Why there is no answer. */
export const SECOND_FAILURES = [
  'down',
  'slow',
  'refused',
  'limited',
  'too large',
  'no answer',
  'budget',
  'stopped',
] as const;
export type SecondFailure = (typeof SECOND_FAILURES)[number];

/** What came of a question. A client never throws for what the endpoint does. */
export type SecondAnswer =
  | {
      readonly kind: 'answer';
      /** As the model wrote it: unchecked. */
      readonly text: string;
      readonly tokens: TokenCount;
      /** True where the same question was answered before and nothing was sent. */
      readonly isKept: boolean;
    }
  | {
      readonly kind: 'failure';
      readonly reason: SecondFailure;
      /** One sentence without secrets and addresses. */
      readonly why: string;
      readonly tokens: TokenCount;
    };

/** The way to a language model; `run` provides it. */
export interface SecondClient {
  /** Name of the model, as the endpoint knows it. */
  readonly model: string;
  ask(question: SecondQuestion, signal?: AbortSignal): Promise<SecondAnswer>;
}

/** Why something that the second reader offered was dropped. */
export const DROP_REASONS = [
  'no JSON',
  'wrong shape',
  'too many',
  'not in the text',
  'speaker not near',
  'cue not near',
  'cue not known',
  'speaker not known',
  'stance without words',
  'certainty without words',
  'polarity against the words',
  'evidence without words',
  'event word not known',
  'type not of the word',
  'realis against the words',
  'number not in the words',
  'kind of figure without words',
  'party not near',
  'time not near',
  'place not near',
  'carries nothing',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** How often each reason applied; reasons that did not are absent. */
export type DropCounts = Readonly<Partial<Record<DropReason, number>>>;

/** What the second reader did with one document. */
export interface SecondAccount {
  /** `second@1`. */
  readonly by: string;
  readonly model: string;
  /**
   * `partly`: some of a long text's parts were not answered. `withheld`: the text speaks to a machine, so that none was asked; a note
   * has its words.
   */
  readonly outcome: 'read' | 'partly' | 'failed' | 'withheld';
  /** Where parts were not answered, why. */
  readonly reason?: SecondFailure;
  /** Claims and events that only it found. */
  readonly found: { readonly claims: number; readonly events: number };
  /** Those that both readers found alike. */
  readonly agreed: { readonly claims: number; readonly events: number };
  /** Those that it sees otherwise than the first reader, whose finding stands; each has a note. */
  readonly differs: number;
  readonly dropped: DropCounts;
}

/** Counts over some time. */
export interface SecondCounts {
  readonly documents: number;
  readonly failed: number;
  /** Whose text speaks to a machine. */
  readonly withheld: number;
  readonly found: { readonly claims: number; readonly events: number };
  readonly agreed: { readonly claims: number; readonly events: number };
  readonly differs: number;
  readonly dropped: DropCounts;
  /** Questions that were sent, attempts that failed included, and those answered from what is kept. */
  readonly calls: number;
  readonly kept: number;
  readonly tokens: TokenCount;
  readonly failures: Readonly<Partial<Record<SecondFailure, number>>>;
}

/** How the second reader is doing: for `doctor` and the API's status. */
export interface SecondStatus {
  readonly state: 'off' | 'on';
  /** `picked` or `all`. */
  readonly documents?: string;
  readonly model?: string;
  /** Since midnight UTC, which the budget counts from. */
  readonly today: SecondCounts;
  /** The last thirty days. */
  readonly month: SecondCounts;
  readonly budget?: { readonly calls: number; readonly tokens: number };
  /** The last failure, unless an answer has come since. */
  readonly problem?: { readonly at: string; readonly reason: SecondFailure; readonly why: string };
}

/** What asks a second reader about a reading that is made. */
export interface SecondReader {
  /** Whether the rule picks a document. */
  picks(reading: Reading): Promise<boolean>;
  /** The reading with what was found, or as it was with a note of why not. Never rejects for what the endpoint does. */
  read(reading: Reading, signal?: AbortSignal): Promise<Reading>;
}
