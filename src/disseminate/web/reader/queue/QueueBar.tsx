import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useIncident } from '../../api/picture.ts';
import { useRows } from '../../api/queries.ts';
import { useFound, useFoundCount } from '../../api/search.ts';
import { announce, useUndoOffer } from '../../components/announce.ts';
import { useAsOf } from '../../components/instant.ts';
import { useKeys } from '../../components/keys.ts';
import { groupMentions } from '../../incident/mentions.ts';
import { parseListSearch, shortenId } from '../../routes/search.ts';
import { type FoundSearch, parseFoundSearch, readQuestion } from '../../search/address.ts';
import { findPlace } from '../../search/FoundRow.tsx';
import { QUEUE } from '../../words/text/reader.ts';
import { formatList, type QueueList, type QueueTerms } from './list.ts';
import { markDocument, useIsRead } from './marks.ts';
import { type QueueItem, takeEachOnce } from './queue.ts';

/** Documents that are looked through to find the place of the one that is shown. */
const MOST_LOOKED = 2_000;
/** Documents before the last at which more are fetched. */
const AHEAD = 5;

interface Loaded {
  readonly items: readonly QueueItem[];
  /** Of how many it is one; absent where that is known only once all are there. */
  readonly total?: number | undefined;
  readonly isPending: boolean;
  readonly isFailed: boolean;
  readonly hasMore: boolean;
  readonly isFetchingMore: boolean;
  readonly onMore: () => unknown;
}

/** How far a list is that comes page by page. */
function takeState(list: ReturnType<typeof useRows> | ReturnType<typeof useFound>): Omit<Loaded, 'items'> {
  return {
    isPending: list.isPending,
    isFailed: list.isError,
    hasMore: list.hasNextPage,
    isFetchingMore: list.isFetchingNextPage,
    onMore: list.fetchNextPage,
  };
}

interface BarProps {
  /** Id of the document that is shown. */
  readonly shown: string;
  readonly list: QueueList;
}

/** Documents of the plain list, or of its search. */
function DocumentsQueue({ shown, list, terms }: BarProps & { readonly terms: QueueTerms }) {
  const asOf = useAsOf();
  const search = useMemo(() => parseListSearch(terms), [terms]);
  const rows = useRows({ ...search, asOf });
  const { order: _, ...filters } = search;
  const counted = useFoundCount({ of: 'documents', terms: { ...filters, versions: 'latest' }, asOf });
  const items = useMemo(
    () =>
      takeEachOnce(
        (rows.data?.pages.flatMap((page) => [...page.rows]) ?? []).map((row) => {
          const claim = 'snippet' in row ? row.matchedClaims[0] : undefined;
          return { document: shortenId(row.id), search: claim === undefined ? {} : { claim } };
        }),
      ),
    [rows.data],
  );
  return (
    <Bar
      shown={shown}
      list={list}
      loaded={{
        items,
        total: counted.data?.isWhole ? counted.data.count : undefined,
        ...takeState(rows),
      }}
    />
  );
}

/** Documents of what was found, each at the first of its hits. */
function FoundQueue({ shown, list, terms }: BarProps & { readonly terms: QueueTerms }) {
  const question = useMemo(() => readQuestion(parseFoundSearch(terms) as FoundSearch), [terms]);
  const found = useFound({ ...question, asOf: useAsOf() });
  const items = useMemo(
    () => takeEachOnce((found.data?.pages.flatMap((page) => [...page.rows]) ?? []).map(findPlace)),
    [found.data],
  );
  return <Bar shown={shown} list={list} loaded={{ items, ...takeState(found) }} />;
}

/** The reports of an incident in the order of its page. */
function IncidentQueue({ shown, list, id }: BarProps & { readonly id: string }) {
  const incident = useIncident(id, useAsOf());
  const items = useMemo(() => {
    const told =
      incident.data === undefined ? [] : groupMentions(incident.data).flatMap((group) => [...group.told]);
    return takeEachOnce(
      told.map(({ claim }) => ({ document: shortenId(claim.document), search: { claim: claim.claim } })),
    );
  }, [incident.data]);
  return (
    <Bar
      shown={shown}
      list={list}
      loaded={{
        items,
        isPending: incident.isPending,
        isFailed: incident.isError,
        hasMore: false,
        isFetchingMore: false,
        onMore: () => undefined,
      }}
    />
  );
}

function BackLink({ list }: { readonly list: QueueList }) {
  const words = QUEUE.names[list.kind];
  if (list.kind === 'incident')
    return (
      <Link to="/incidents/$id" params={{ id: list.id }} title={QUEUE.back(words)}>
        {words}
      </Link>
    );
  return list.kind === 'search' ? (
    <Link to="/search" search={parseFoundSearch(list.terms)} title={QUEUE.back(words)}>
      {words}
    </Link>
  ) : (
    <Link to="/documents" search={parseListSearch(list.terms)} title={QUEUE.back(words)}>
      {words}
    </Link>
  );
}

/** Fetches on until the document that is shown is found, and the next one is there. */
function useFetchedAhead(at: number, { items, hasMore, isFetchingMore, isFailed, onMore }: Loaded): boolean {
  const isLooking = at < 0 && hasMore && items.length < MOST_LOOKED;
  const isNearEnd = at >= 0 && at >= items.length - AHEAD;
  const wanted = hasMore && !isFetchingMore && !isFailed && (isLooking || isNearEnd);
  useEffect(() => {
    if (wanted) onMore();
  }, [wanted, onMore]);
  return isLooking;
}

/** Place in the list, the way to the next and to the one before, and what was read. */
function Bar({ shown, list, loaded }: BarProps & { readonly loaded: Loaded }) {
  const { items, hasMore } = loaded;
  const navigate = useNavigate();
  const at = items.findIndex(({ document }) => document === shortenId(shown));
  const isLooking = useFetchedAhead(at, loaded);
  const next = at < 0 ? undefined : items[at + 1];
  const previous = items[at - 1];
  const open = (item: QueueItem) =>
    navigate({
      to: '/documents/$id',
      params: { id: item.document },
      search: { ...item.search, list: formatList(list) },
      // Going through a list is one place in the history: leaving the reader leads back to the list.
      replace: true,
      state: ({ deep }) => ({ isStepped: true, ...(deep === undefined ? {} : { deep }) }),
    });
  const goNext = () => (next === undefined ? announce(QUEUE.atEnd) : void open(next));
  const goBack = () => (previous === undefined ? announce(QUEUE.atStart) : void open(previous));
  const finish = () => {
    markDocument(shown, true);
    announce(next === undefined ? QUEUE.markedLast : QUEUE.marked);
    if (next !== undefined) void open(next);
  };
  useKeys({ n: goNext, J: goNext, p: goBack, K: goBack, e: finish });
  const total = loaded.total ?? items.length;
  const place = loaded.isFailed
    ? QUEUE.failed
    : at >= 0
      ? QUEUE.position(at + 1, Math.max(total, items.length), loaded.total !== undefined || !hasMore)
      : loaded.isPending || isLooking
        ? QUEUE.counting
        : QUEUE.outside;
  return (
    <nav className="queue" aria-label={QUEUE.label}>
      <span className="queue-list">
        <BackLink list={list} />{' '}
        <span className="muted queue-place" role="status">
          {place}
        </span>
      </span>
      <span className="queue-acts">
        <button
          type="button"
          className="button"
          aria-keyshortcuts="p"
          disabled={previous === undefined}
          onClick={goBack}
        >
          <span aria-hidden="true">↑</span> <span className="unseen">{QUEUE.previous}</span>{' '}
          <kbd>{QUEUE.keys.previous}</kbd>
        </button>
        <button
          type="button"
          className="button"
          aria-keyshortcuts="n"
          disabled={next === undefined}
          onClick={goNext}
        >
          <span aria-hidden="true">↓</span> <span className="unseen">{QUEUE.next}</span>{' '}
          <kbd>{QUEUE.keys.next}</kbd>
        </button>
        <ReadButton document={shown} onRead={finish} />
      </span>
    </nav>
  );
}

function ReadButton({ document, onRead }: { readonly document: string; readonly onRead: () => void }) {
  const isRead = useIsRead(document);
  const offer = useUndoOffer();
  const unmark = () => {
    markDocument(document, false);
    announce(QUEUE.unmarked);
  };
  // While a decision can be taken back at once, u does that.
  useKeys(offer === undefined ? { u: unmark } : {});
  return (
    <button
      type="button"
      className="button"
      aria-keyshortcuts={isRead ? 'u' : 'e'}
      onClick={isRead ? unmark : onRead}
    >
      {isRead ? QUEUE.markUnread : QUEUE.markRead} <kbd>{isRead ? 'u' : 'e'}</kbd>
    </button>
  );
}

/** Of a document that was opened from nowhere: whether it was read. */
function NoQueue({ shown }: { readonly shown: string }) {
  const tell = () => announce(QUEUE.noList);
  const mark = () => {
    markDocument(shown, true);
    announce(QUEUE.marked);
  };
  useKeys({ n: tell, J: tell, p: tell, K: tell, e: mark });
  return (
    <div className="queue">
      <span className="queue-acts">
        <ReadButton document={shown} onRead={mark} />
      </span>
    </div>
  );
}

/** Goes through the list that a document was opened from, like through letters. */
export function QueueBar({ shown, list }: { readonly shown: string; readonly list: QueueList | undefined }) {
  switch (list?.kind) {
    case 'documents':
      return <DocumentsQueue shown={shown} list={list} terms={list.terms} />;
    case 'search':
      return <FoundQueue shown={shown} list={list} terms={list.terms} />;
    case 'incident':
      return <IncidentQueue shown={shown} list={list} id={list.id} />;
    default:
      return <NoQueue shown={shown} />;
  }
}
