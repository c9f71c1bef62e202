import { type ReactNode, useMemo } from 'react';
import type { Reading } from '../../../../model/reading.ts';
import { Limited } from '../../components/Limited.tsx';
import { Words } from '../../components/Words.tsx';
import { diffTexts } from '../../diff/texts.ts';
import { ToReader } from '../../evidence/ClaimLink.tsx';
import { VERSIONS } from '../../words/text/reader.ts';
import {
  CERTAINTY_WORDS,
  describeFigure,
  describeType,
  REALIS_WORDS,
  STANCE_WORDS,
} from '../../words/vocabulary.ts';
import { ChainLine } from '../Chain.tsx';
import { type Aspect, type ChangedClaim, compareClaims, type Told } from './claims.ts';
import { listRuns, Runs } from './TextChanges.tsx';

const ASPECT_WORDS: Readonly<Record<Exclude<Aspect, 'words'>, (told: Told) => string>> = {
  figures: ({ events }) =>
    [...new Set(events.flatMap(({ figures }) => figures.map(describeFigure)))].join(', '),
  speaker: ({ claim }) => claim.chain.at(-1)?.name ?? '',
  stance: ({ claim }) => (claim.stance === undefined ? '' : STANCE_WORDS[claim.stance]),
  certainty: ({ claim }) => CERTAINTY_WORDS[claim.certainty],
  polarity: ({ claim }) => claim.polarity,
  realis: ({ events }) =>
    [...new Set(events.map((event) => `${describeType(event)}: ${REALIS_WORDS[event.realis]}`))].join(', '),
};

const orNone = (words: string) => (words === '' ? VERSIONS.none : words);

function ClaimLine({ told, document }: { readonly told: Told; readonly document: Reading['document'] }) {
  return (
    <ToReader to={{ document: document.id, claim: told.claim.id }}>
      <ChainLine claim={told.claim} />
      <Words text={told.claim.content.text} className="ref-words" />
    </ToReader>
  );
}

function ChangedWords({ claim: { before, after } }: { readonly claim: ChangedClaim }) {
  const changes = diffTexts(before.claim.content.text, after.claim.content.text);
  return (
    <span dir="auto" className="change-words">
      {changes.map((change, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
        <Runs key={at} runs={listRuns(change)} />
      ))}
    </span>
  );
}

function Aspects({ claim }: { readonly claim: ChangedClaim }) {
  return (
    <dl className="change-aspects">
      {claim.differs.map((aspect) => (
        <div key={aspect}>
          <dt>{VERSIONS.aspects[aspect]}</dt>
          <dd>
            {aspect === 'words' ? (
              <ChangedWords claim={claim} />
            ) : (
              <>
                <span className="muted">{VERSIONS.was}</span>{' '}
                <bdi>{orNone(ASPECT_WORDS[aspect](claim.before))}</bdi>
                {' → '}
                <span className="muted">{VERSIONS.is}</span>{' '}
                <bdi>{orNone(ASPECT_WORDS[aspect](claim.after))}</bdi>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface GroupProps<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly draw: (item: Item) => ReactNode;
}

function Group<Item>({ title, items, draw }: GroupProps<Item>) {
  if (items.length === 0) return null;
  return (
    <section className="change-group" aria-label={title}>
      <h4>
        {title} <span className="muted">{items.length}</span>
      </h4>
      <Limited items={items} first={20} className="refs">
        {draw}
      </Limited>
    </section>
  );
}

/** What a later version of a page claims otherwise than an earlier one; each claim leads to its words. */
export function ClaimChanges({ before, after }: { readonly before: Reading; readonly after: Reading }) {
  const { lost, gained, changed, same } = useMemo(() => compareClaims(before, after), [before, after]);
  if (lost.length + gained.length + changed.length === 0)
    return <p className="muted">{VERSIONS.claimsSame(same)}</p>;
  return (
    <>
      <p className="muted">{VERSIONS.claimsCount(lost.length, gained.length, changed.length, same)}</p>
      <Group
        title={VERSIONS.changed}
        items={changed}
        draw={(claim) => (
          <li key={`${claim.before.claim.id} ${claim.after.claim.id}`}>
            <ClaimLine told={claim.after} document={after.document} />
            <Aspects claim={claim} />
          </li>
        )}
      />
      <Group
        title={VERSIONS.gained}
        items={gained}
        draw={(told) => (
          <li key={told.claim.id}>
            <ClaimLine told={told} document={after.document} />
          </li>
        )}
      />
      <Group
        title={VERSIONS.lost}
        items={lost}
        draw={(told) => (
          <li key={told.claim.id}>
            <ClaimLine told={told} document={before.document} />
          </li>
        )}
      />
    </>
  );
}
