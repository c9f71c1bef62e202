import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EntryHit, SearchAnswer } from '../api/wire.ts';
import { When } from '../components/When.tsx';
import { useOpenedFrom } from '../reader/queue/opened.ts';
import type { QueueItem } from '../reader/queue/queue.ts';
import { UnreadMark } from '../reader/queue/UnreadMark.tsx';
import { cutIntoSegments } from '../reader/segments.ts';
import { shortenId } from '../routes/search.ts';
import { describeOrigins } from '../words/picture.ts';
import { SEARCH } from '../words/text/search.ts';
import { describeEventType, nameCountry, REALIS_WORDS, STANCE_WORDS } from '../words/vocabulary.ts';

export type FoundHit = SearchAnswer['rows'][number];

export function isEntry(found: FoundHit): found is EntryHit {
  return 'document' in found;
}

/** Unique in a list. */
export function nameFound(found: FoundHit): string {
  return isEntry(found) ? `${found.document} ${found.kind} ${found.id}` : found.id;
}

function Marked({ text, marks }: FoundHit['snippet']) {
  return cutIntoSegments({ start: 0, end: text.length }, marks).map(({ start, end, marks: here }) => {
    const words = text.slice(start, end);
    return here.length > 0 ? <mark key={start}>{words}</mark> : words;
  });
}

/** The document that a hit leads to, and the words there. */
export function findPlace(found: FoundHit): QueueItem {
  if (!isEntry(found)) {
    const [match] = found.matches;
    return {
      document: shortenId(found.id),
      search: match === undefined ? {} : { at: `${match.start}-${match.end}` },
    };
  }
  const { kind, id, claim } = found;
  const search = kind === 'claim' ? { claim: id } : { ...(claim !== undefined && { claim }), event: id };
  return { document: shortenId(found.document), search };
}

/** Leads to the reader at the words that were found. */
function ToWords({
  found,
  onFocus,
  children,
}: {
  readonly found: FoundHit;
  readonly onFocus: () => void;
  readonly children: ReactNode;
}) {
  const { document, search } = findPlace(found);
  const opened = useOpenedFrom();
  return (
    <Link to="/documents/$id" params={{ id: document }} search={{ ...search, ...opened }} onFocus={onFocus}>
      {children}
    </Link>
  );
}

const lookUp = (words: Readonly<Record<string, string>>, value: string) =>
  Object.hasOwn(words, value) ? words[value] : value;

/** How it is said, what happens, to whom and where: what the hit itself carries. */
function Facts({ found }: { readonly found: EntryHit }) {
  const { stance, speaker, type, realis, actors, recipients, place, country, when } = found;
  const parties = [actors, recipients]
    .map((side) => side?.map(({ name }) => name).join(', '))
    .filter((names) => names !== undefined && names !== '');
  return (
    <p className="found-facts">
      {speaker !== undefined && <bdi dir="auto">{speaker.name}</bdi>}
      {stance !== undefined && <span>{lookUp(STANCE_WORDS, stance)}</span>}
      {type !== undefined && <span>{describeEventType(type)}</span>}
      {realis !== undefined && <span>{lookUp(REALIS_WORDS, realis)}</span>}
      {parties.length > 0 && <bdi dir="auto">{parties.join(' → ')}</bdi>}
      {place !== undefined && <bdi dir="auto">{place}</bdi>}
      {place === undefined && country !== undefined && <span>{nameCountry(country)}</span>}
      {when !== undefined && (
        <span>
          {SEARCH.happens} <When value={when.from} />
        </span>
      )}
    </p>
  );
}

function Weight({ found }: { readonly found: FoundHit }) {
  const { weight } = found;
  if (weight === undefined) return null;
  const incident = isEntry(found) ? found.incident : undefined;
  const { grade, confirmed, possible = 0, story, isSetAside } = weight;
  const origins = confirmed === undefined ? undefined : describeOrigins({ confirmed, possible });
  return (
    <p className="found-weight">
      {grade !== undefined && <span>{SEARCH.graded(grade)}</span>}
      {origins !== undefined && incident !== undefined && (
        <Link to="/incidents/$id" params={{ id: incident }} className="door">
          {origins}
        </Link>
      )}
      {origins !== undefined && incident === undefined && story !== undefined && (
        <Link to="/stories/$id" params={{ id: story }} className="door">
          {origins}
        </Link>
      )}
      {isSetAside && <span className="found-aside">{SEARCH.setAside}</span>}
    </p>
  );
}

/** One hit: its words with those that were looked for marked, and what is known of it. */
export function FoundRow({ found, onFocus }: { readonly found: FoundHit; readonly onFocus: () => void }) {
  const title = found.title ?? SEARCH.noTitle;
  return (
    <article
      className={found.weight?.isSetAside ? 'document-row found-row is-aside' : 'document-row found-row'}
    >
      <p className="row-facts">
        <UnreadMark document={findPlace(found).document} />
        <span className="row-outlet" dir="auto">
          {found.outlet ?? SEARCH.noOutlet}
        </span>
        {found.published === undefined ? <span>{SEARCH.notDated}</span> : <When value={found.published} />}
      </p>
      <div className="row-words">
        {isEntry(found) ? (
          <>
            <h2 className="found-words" dir="auto">
              <ToWords found={found} onFocus={onFocus}>
                <Marked {...found.snippet} />
              </ToWords>
            </h2>
            <Facts found={found} />
          </>
        ) : (
          <>
            <h2 dir="auto">
              <ToWords found={found} onFocus={onFocus}>
                <Marked text={title} marks={found.title === undefined ? [] : found.titleMatches} />
              </ToWords>
            </h2>
            <p className="row-excerpt" dir="auto">
              <Marked {...found.snippet} />
            </p>
          </>
        )}
      </div>
      <Weight found={found} />
    </article>
  );
}
