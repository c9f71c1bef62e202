import type { Span } from '../../model/span.ts';

/**
 * One word with what the language engine knows of it. Universal Dependencies throughout: `upos` the
 * universal and `xpos` the Penn tag, `head` the index of the governing token in the same sentence (-1 for
 * the root), `deprel` the full relation (`nsubj:pass`).
 */
export interface Token extends Span {
  readonly text: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/** A sentence of the Document with its words; `paragraph` counts paragraphs from 0. */
export interface ParsedSentence extends Span {
  readonly tokens: readonly Token[];
  readonly paragraph: number;
  /** Room for what stages work out of the sentence and ask for again (see `perSentence`). */
  readonly memory?: unknown[];
}
