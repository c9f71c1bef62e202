import { getRouteApi, Link, useCanGoBack, useRouter, useRouterState } from '@tanstack/react-router';
import { useReading } from '../api/queries.ts';
import { useAsOf } from '../components/instant.ts';
import { Failed, Loading } from '../components/States.tsx';
import type { ReaderSearch } from '../routes/search.ts';
import { useReaderDecisions } from './decisions.tsx';
import { Reader } from './Reader.tsx';
import { Versions } from './Versions.tsx';

const documentRoute = getRouteApi('/documents/$id');

function BackToEvidence({ onBack }: { readonly onBack: () => void }) {
  return (
    <p className="back">
      <button type="button" className="link" onClick={onBack}>
        ← Back to the evidence
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
  const { fromEvidence, wentIn } = useRouterState({ select: ({ location }) => location.state });

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
    // Stepping from claim to claim is one place in the history; going in is another, and going out leads back.
    const isSameView = place.view === next;
    const isGoingOut = isSameView && claim === undefined && place.claim !== undefined;
    if (isGoingOut && (fromEvidence === true || wentIn === true)) return router.history.back();
    const isStep = isSameView && place.claim !== undefined;
    navigate({
      search: { claim, event, view: next },
      replace: isStep,
      state: (before) => (isStep ? before : { wentIn: isSameView }),
    });
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
      {...(fromEvidence === true ? { notice: <BackToEvidence onBack={leave} /> } : {})}
      {...(decisions === undefined ? {} : { decisions })}
      versions={<Versions id={id} asOf={asOf} />}
    />
  );
}
