import { createRoute, Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useReading } from '../api/queries.ts';
import { useAsOf } from '../components/AsOf.tsx';
import { Failed, Loading } from '../components/States.tsx';
import { Reader } from '../reader/Reader.tsx';
import { Versions } from '../reader/Versions.tsx';
import { rootRoute } from './root.tsx';
import { parseReaderSearch, type ReaderSearch } from './search.ts';

export const documentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$id',
  validateSearch: parseReaderSearch,
  component: DocumentPage,
});

function DocumentPage() {
  const { id } = documentRoute.useParams();
  const place = documentRoute.useSearch();
  const navigate = documentRoute.useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const asOf = useAsOf();
  const reading = useReading(id, asOf);

  if (reading.isPending) return <Loading label="Fetching the document" lines={16} />;
  if (reading.isError) {
    return (
      <>
        <Failed error={reading.error} onRetry={() => reading.refetch()} />
        <p className="state">
          <Link to="/documents">All documents</Link>
        </p>
      </>
    );
  }
  const move = ({ claim, event, view }: ReaderSearch) => {
    const next = view === 'text' ? undefined : view;
    // Stepping from claim to claim is one place in the history; going in is another.
    const isStep = place.claim !== undefined && claim !== undefined && place.view === next;
    navigate({ search: { claim, event, view: next }, replace: isStep });
  };
  const leave = () => {
    if (canGoBack) router.history.back();
    else navigate({ to: '/documents' });
  };
  return (
    <Reader
      key={reading.data.document.id}
      reading={reading.data}
      place={place}
      onMove={move}
      onLeave={leave}
      versions={<Versions id={id} asOf={asOf} />}
    />
  );
}
