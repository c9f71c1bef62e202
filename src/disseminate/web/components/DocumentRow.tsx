import { Link } from '@tanstack/react-router';
import type { DocumentSummary, SearchHit } from '../api/wire.ts';
import { useOpenedFrom } from '../reader/queue/opened.ts';
import { UnreadMark } from '../reader/queue/UnreadMark.tsx';
import { cutIntoSegments } from '../reader/segments.ts';
import { shortenId } from '../routes/search.ts';
import { COMMON } from '../words/text/common.ts';
import { DOCUMENT_ROW } from '../words/text/documents.ts';
import { nameLanguage } from '../words/vocabulary.ts';
import { When } from './When.tsx';

/** Words with what was searched for marked in them. */
function Marked({ text, marks }: SearchHit['snippet']) {
  return cutIntoSegments({ start: 0, end: text.length }, marks).map(({ start, end, marks: here }) => {
    const words = text.slice(start, end);
    return here.length > 0 ? <mark key={start}>{words}</mark> : words;
  });
}

interface DocumentRowProps {
  readonly row: DocumentSummary | SearchHit;
  readonly onFocus: () => void;
}

export function DocumentRow({ row, onFocus }: DocumentRowProps) {
  const opened = useOpenedFrom();
  const hit = 'snippet' in row ? row : undefined;
  const claim = hit?.matchedClaims[0];
  const title = row.title ?? row.file ?? COMMON.noTitle;
  const titleMarks = row.title === undefined ? [] : (hit?.titleMatches ?? []);
  return (
    <article className="document-row">
      <p className="row-facts">
        <UnreadMark document={row.id} />
        <span className="row-outlet" dir="auto">
          {row.outlet ?? COMMON.outletUnknown}
        </span>
        {row.published === undefined ? <span>{COMMON.notDated}</span> : <When value={row.published} />}
      </p>
      <div className="row-words">
        <h2 dir="auto">
          <Link
            to="/documents/$id"
            params={{ id: shortenId(row.id) }}
            search={claim === undefined ? opened : { claim, ...opened }}
            onFocus={onFocus}
          >
            <Marked text={title} marks={titleMarks} />
          </Link>
        </h2>
        <p className="row-excerpt" dir="auto">
          {hit === undefined ? row.excerpt : <Marked {...hit.snippet} />}
        </p>
      </div>
      <p className="row-counts">
        <span>{DOCUMENT_ROW.claims(row.claims)}</span>
        <span>{DOCUMENT_ROW.events(row.events)}</span>
        {row.version > 1 && <span>{DOCUMENT_ROW.version(row.version)}</span>}
        {row.language !== undefined && row.language !== 'en' && <span>{nameLanguage(row.language)}</span>}
      </p>
    </article>
  );
}
