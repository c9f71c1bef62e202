import { Link } from '@tanstack/react-router';
import type { Cause, RootCause, SetAside } from '../../../model/correction.ts';
import { Limited } from '../components/Limited.tsx';
import { When } from '../components/When.tsx';
import { Words } from '../components/Words.tsx';
import { ClaimLink, ToReader } from '../evidence/ClaimLink.tsx';
import { shortenId } from '../routes/search.ts';
import { countSetAside, describeCause, PART_WORDS, SECTION_WORDS } from '../words/decisions.ts';
import { describeFigure } from '../words/vocabulary.ts';
import { UndoButton } from './SetAsideButtons.tsx';

function ToDocument({ cause }: { readonly cause: Extract<RootCause, { readonly document: string }> }) {
  const note = cause.type === 'note' ? cause.note : undefined;
  return (
    <Link
      to="/documents/$id"
      params={{ id: shortenId(cause.document) }}
      search={note === undefined ? {} : { at: `${note.start}-${note.end}` }}
    >
      {note === undefined ? (
        <bdi>{cause.outlet ?? shortenId(cause.document)}</bdi>
      ) : (
        <Words text={note.text} />
      )}
    </Link>
  );
}

function Root({ cause }: { readonly cause: RootCause }) {
  return (
    <>
      {describeCause(cause)}
      {cause.type !== 'time' && (
        <>
          , <When value={cause.known} />
        </>
      )}
      {'document' in cause && (
        <>
          : <ToDocument cause={cause} />
        </>
      )}
      {'judgement' in cause && `: ${cause.note}`}
    </>
  );
}

/** Why something counts no longer, down to the words or the person that say so. */
export function CauseLine({ cause }: { readonly cause: Cause }) {
  const root = cause.type === 'repeats' ? cause.because : cause;
  return (
    <p className="cause">
      {cause.type === 'repeats' && (
        <>
          <ToReader to={cause.claim} className="cause-claim">
            {SECTION_WORDS.repeats}: {cause.claim.outlet ?? ''} <Words text={cause.claim.words} />
          </ToReader>{' '}
        </>
      )}
      <Root cause={root} /> {root.type === 'judgement' && <UndoButton judgement={root.judgement} />}
    </p>
  );
}

function Row({ row }: { readonly row: SetAside }) {
  const figure = row.figure === undefined ? '' : ` (${describeFigure({ ...row.figure, bound: 'exactly' })})`;
  return (
    <>
      <ClaimLink
        claim={row.claim}
        {...(row.part === 'claim' ? {} : { note: `${PART_WORDS[row.part]}${figure}` })}
      />
      <CauseLine cause={row.cause} />
    </>
  );
}

/** One name for a row: a claim may be there with several of its parts. */
function nameRow({ claim, part, incidents, figure }: SetAside): string {
  return `${claim.document} ${claim.claim} ${part} ${incidents.join(' ')} ${figure?.of} ${figure?.value}`;
}

/** What was said and counts no longer, each with its cause. */
export function SetAsideList({ parts = [] }: { readonly parts: readonly SetAside[] | undefined }) {
  if (parts.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="set-aside">
      <h2 id="set-aside">{SECTION_WORDS.setAsideParts(countSetAside(parts))}</h2>
      <Limited items={parts} first={10} className="refs set-aside">
        {(row) => (
          <li key={nameRow(row)}>
            <Row row={row} />
          </li>
        )}
      </Limited>
    </section>
  );
}
