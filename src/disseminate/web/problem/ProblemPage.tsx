import { getRouteApi, Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { makeThingKey } from '../../../model/thing.ts';
import { isGone } from '../api/client.ts';
import { useDefinition } from '../api/definitions.ts';
import { useAssessment } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { useKeys } from '../components/keys.ts';
import { Phrase } from '../components/Phrase.tsx';
import { Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { useEvidenceAddress } from '../evidence/Door.tsx';
import { PROBLEM_VIEWS, type ProblemView } from '../routes/search.ts';
import { Comments } from '../together/Comments.tsx';
import { Waiting } from '../together/Waiting.tsx';
import { SIGNS } from '../words/text/problem.ts';
import { PROBLEM } from '../words/text/problem-page.ts';
import { BriefView } from './BriefView.tsx';
import { DefinitionView } from './DefinitionView.tsx';
import { HypothesesView } from './HypothesesView.tsx';
import { LadderView } from './LadderView.tsx';
import { RecordView } from './RecordView.tsx';
import { ReplayView } from './ReplayView.tsx';
import { WhyView } from './WhyView.tsx';

const IndicatorsView = lazy(() =>
  import('./IndicatorsView.tsx').then((module) => ({ default: module.IndicatorsView })),
);

const problemRoute = getRouteApi('/problems/$id');

const LABELS: Readonly<Record<ProblemView, string>> = PROBLEM.view;

/** A problem that cannot be assessed: where its file is there and only cannot be used, it can be mended here. */
function Unassessed({
  id,
  error,
  onRetry,
}: {
  readonly id: string;
  readonly error: Error;
  readonly onRetry: () => void;
}) {
  const asOf = useAsOf();
  const definition = useDefinition(id, {});
  if (definition.isPending) return <Loading label={PROBLEM.fetching} lines={12} />;
  if (!isGone(error) || asOf !== undefined || !definition.data?.faults.length) {
    return (
      <>
        <Failed error={error} onRetry={onRetry} isPage />
        <p className="state">
          <Link to="/">{PROBLEM.toBoard}</Link>
        </p>
      </>
    );
  }
  return (
    <div className="picture-page">
      <header className="page-head">
        <p className="crumb">
          <Link to="/">{PROBLEM.board}</Link>
        </p>
        <h1>{PROBLEM.unusable(definition.data.file)}</h1>
      </header>
      <DefinitionView problem={id} />
    </div>
  );
}

/** Escape leads back to where one came from; the drawer takes it first, and what is being edited is not left by a key. */
function useLeave(isEdited: boolean): void {
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = problemRoute.useNavigate();
  const isOpen = useEvidenceAddress() !== undefined;
  const leave = () => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/' });
  };
  useKeys(isOpen || isEdited ? {} : { Escape: leave });
}

/** One warning problem: why it stands where it stands, how it did before, and the brief. */
export function ProblemPage() {
  const { id } = problemRoute.useParams();
  const { show = 'why', horizon, rows, edit } = problemRoute.useSearch();
  const asOf = useAsOf();
  const query = useAssessment(id, asOf);
  useLeave(edit === 'on' || show === 'definition');
  if (query.isPending) return <Loading label={PROBLEM.fetching} lines={12} />;
  if (query.isError)
    return <Unassessed key={id} id={id} error={query.error} onRetry={() => void query.refetch()} />;
  const assessment = query.data;
  return (
    <div className="picture-page">
      <header className="page-head">
        <p className="crumb">
          <Link to="/">{PROBLEM.board}</Link>
        </p>
        <h1>{assessment.title}</h1>
        <p className="question">{assessment.question}</p>
        <p className="muted head-facts">
          <Phrase
            words={PROBLEM.asOf}
            parts={{ when: <When value={assessment.asOf} />, reports: assessment.reports }}
          />
        </p>
        <Comments key={id} of={makeThingKey('problem', id)} isSmall />
        <Waiting of={makeThingKey('problem', id)} />
        <nav className="views" aria-label={PROBLEM.views}>
          {PROBLEM_VIEWS.map((view) => (
            <Link
              key={view}
              to="."
              search={(search) => ({ ...search, evidence: undefined, edit: undefined, show: view })}
              resetScroll={false}
              className="view"
              activeProps={{}}
              aria-current={view === show ? 'page' : undefined}
            >
              {LABELS[view]}
            </Link>
          ))}
        </nav>
      </header>
      <div
        className={query.isPlaceholderData ? 'fetched is-old' : 'fetched'}
        aria-busy={query.isPlaceholderData}
      >
        {show === 'why' && <WhyView assessment={assessment} horizon={Number(horizon)} />}
        {show === 'indicators' && (
          <Suspense fallback={<Loading label={SIGNS.loading} lines={12} />}>
            <IndicatorsView key={id} problem={id} />
          </Suspense>
        )}
        {show === 'hypotheses' && (
          <HypothesesView assessment={assessment} order={rows ?? 'telling'} isEdited={edit === 'on'} />
        )}
        {show === 'ladder' && <LadderView assessment={assessment} />}
        {show === 'record' && <RecordView problem={id} assessment={assessment} />}
        {show === 'replay' && <ReplayView problem={id} assessment={assessment} />}
        {show === 'brief' && <BriefView problem={id} isEdited={edit === 'on'} />}
        {show === 'definition' && <DefinitionView key={id} problem={id} />}
      </div>
    </div>
  );
}
