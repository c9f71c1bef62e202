import { Fragment, type ReactNode } from 'react';

/** The names between braces in a phrase: `'since' | 'last'` of `known since {since}, last named {last}`. */
type Places<Words extends string> = Words extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

interface PhraseProps<Words extends string> {
  readonly words: Words;
  /** Words without a place need no phrase. */
  readonly parts: [Places<Words>] extends [never] ? never : Readonly<Record<Places<Words>, ReactNode>>;
}

/**
 * A phrase of the catalogue around parts of the page, such as dates and links. The order is the phrase’s own,
 * so that another language can have another.
 *
 * @example
 * <Phrase words={ACTOR_WORDS.known} parts={{ since: <When value={first} />, last: <When value={last} /> }} />
 */
export function Phrase<const Words extends string>({ words, parts }: PhraseProps<Words>) {
  const pieces = words.split(/\{(\w+)\}/);
  return pieces.map((piece, at) => (
    // The pieces of one phrase never change their places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={at}>{at % 2 === 0 ? piece : parts[piece as Places<Words>]}</Fragment>
  ));
}
