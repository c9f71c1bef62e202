import { getRouteApi, Link, useCanGoBack, useRouter, useRouterState } from '@tanstack/react-router';
import { useReading } from '../api/queries.ts';
import { useAsOf } from '../components/instant.ts';
import { Failed, Loading } from '../components/States.tsx';
import { parseListSearch, type ReaderSearch } from '../routes/search.ts';
import { parseFoundSearch } from '../search/address.ts';
import { READING } from '../words/text/reading.ts';
import { useReaderDecisions } from './decisions.tsx';
import { parseList } from './queue/list.ts';
import { QueueBar } from './queue/QueueBar.tsx';
import { Reader } from './Reader.tsx';
import { Versions } from './versions/Versions.tsx';

const documentRoute = getRouteApi('/documents/$id');

function BackToEvidence({ onBack }: { readonly onBack: () => void }) {
  return (
    <p className="back">
      <button type="button" className="link" onClick={onBack}>
        {READING.back}
      </button>
    </p>
  );
}

/** A kept document in the reader. */
export function DocumentPage() {
  const { id } = documentRoute.useParams();
  const place = documentRoute.useSearch();
  const navigate = documentRoute.useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const asOf = useAsOf();
  const reading = useReading(id, asOf);
  const decisions = useReaderDecisions(reading.data, asOf);
  const {
    fromEvidence,
    wentIn,
    deep = 0,
    isStepped,
  } = useRouterState({ select: ({ location }) => location.state });

  if (reading.isPending) return <Loading label={READING.fetching} lines={16} />;
  if (reading.isError) {
    return (
      <>
        <Failed error={reading.error} onRetry={() => reading.refetch()} isPage />
        <p className="state">
          <Link to="/documents">{READING.all}</Link>
        </p>
      </>
    );
  }
  const list = parseList(place.list);
  const move = ({ claim, event, thing, at, view, from, to }: ReaderSearch) => {
    const next = view === 'text' ? undefined : view;
    // Stepping from claim to claim is one place in the history; going in is another, and going out leads back.
    const isSameView = place.view === next;
    const wasIn = place.claim !== undefined || place.thing !== undefined;
    const isGoingOut = isSameView && claim === undefined && thing === undefined && wasIn;
    if (isGoingOut && (fromEvidence === true || wentIn === true)) return router.history.back();
    // Choosing versions is another look at the same place.
    const isStep = isSameView && (wasIn || next === 'versions');
    navigate({
      search: { claim, event, thing, at, view: next, from, to, list: place.list },
      replace: isStep,
      state: (before) => (isStep ? before : { wentIn: isSameView, deep: deep + 1 }),
    });
  };
  const leave = () => {
    // Whoever went from document to document leaves them all at once.
    if (canGoBack) router.history.go(isStepped === true ? -1 - deep : -1);
    else if (list?.kind === 'incident') navigate({ to: '/incidents/$id', params: { id: list.id } });
    else if (list?.kind === 'search') navigate({ to: '/search', search: parseFoundSearch(list.terms) });
    else navigate({ to: '/documents', search: parseListSearch(list?.terms ?? {}) });
  };
  return (
    <Reader
      key={reading.data.document.id}
      reading={reading.data}
      place={place}
      onMove={move}
      onLeave={leave}
      {...(fromEvidence === true ? { notice: <BackToEvidence onBack={leave} /> } : {})}
      {...(decisions === undefined ? {} : { decisions })}
      queue={<QueueBar shown={reading.data.document.id} list={list} />}
      versions={
        <Versions
          id={id}
          asOf={asOf}
          chosen={{ from: place.from, to: place.to }}
          onChoose={(chosen) => move({ view: 'versions', ...chosen })}
        />
      }
    />
  );
}
