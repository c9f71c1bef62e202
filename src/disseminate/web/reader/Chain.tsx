import type { Claim } from '../../../model/claim.ts';
import { findSign, Sign } from '../components/Sign.tsx';
import { READING } from '../words/text/reading.ts';
import { describeLink } from '../words/vocabulary.ts';

/** The chain in one line: outlet → CNN → U.S. officials. */
export function ChainLine({ claim }: { readonly claim: Claim }) {
  return (
    <span className="chain-line">
      {claim.chain.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
        <span key={at} className="chain-step">
          {at > 0 && (
            <span className="chain-arrow" aria-hidden="true">
              {READING.arrow}
            </span>
          )}
          <Sign kind={findSign(claim, at)} />
          <bdi className="chain-name">{link.name}</bdi>
        </span>
      ))}
    </span>
  );
}

/** The chain from the outlet down to whoever is first-hand, with the words that attribute. */
export function ChainDiagram({ claim }: { readonly claim: Claim }) {
  const innermost = claim.chain.length - 1;
  return (
    <ol className="chain" aria-label={READING.whoSays}>
      {claim.chain.map((link, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
        <li key={at} className="chain-link">
          {link.cue !== undefined && (
            <p className="chain-cue" dir="auto">
              {link.cue.text}
            </p>
          )}
          <p className="chain-who">
            <Sign kind={findSign(claim, at)} isNamed />
            <bdi className="chain-name">{link.name}</bdi>
            <bdi className="muted">{describeLink(link)}</bdi>
          </p>
          {at === innermost && at === 0 && <p className="chain-cue">{READING.ownVoice}</p>}
        </li>
      ))}
    </ol>
  );
}
