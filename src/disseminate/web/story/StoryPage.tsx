import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import type { ReportNode, Story } from '../../../model/story.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useStory } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Gone } from '../decide/Gone.tsx';
import { SplitStory } from '../decide/RegroupButtons.tsx';
import { SetDocumentAside } from '../decide/SetAsideButtons.tsx';
import { SetAsideList } from '../decide/SetAsideList.tsx';
import { Door } from '../evidence/Door.tsx';
import { IncidentLine } from '../incident/IncidentLine.tsx';
import { Comments } from '../together/Comments.tsx';
import { Waiting } from '../together/Waiting.tsx';
import { describeDate } from '../words/dates.ts';
import { describeCounts, describeOrigins } from '../words/picture.ts';
import { COMMON } from '../words/text/common.ts';
import { STORY } from '../words/text/story.ts';
import { nameCountry } from '../words/vocabulary.ts';
import { RelayTree, TreeKey } from './RelayTree.tsx';
import { isNewSince, useLastVisit } from './visits.ts';

/* What draws comes with its libraries only once it is shown. */
const RelayTime = lazy(() => import('./RelayTime.tsx').then((module) => ({ default: module.RelayTime })));
const BigStory = lazy(() => import('./BigStory.tsx').then((module) => ({ default: module.BigStory })));

const storyRoute = getRouteApi('/stories/$id');

function Incidents({ story }: { readonly story: Story }) {
  if (story.incidents.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="incidents">
      <h2 id="incidents">{STORY.incidents}</h2>
      <ul className="picture-rows">
        {story.incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentLine incident={incident} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Its reports, to be chosen from. */
function listReports({ tree }: Story) {
  return tree.reports.map(({ document, outlet, title, published, seen }) => ({
    id: document,
    words: STORY.report(
      outlet ?? COMMON.outletUnknown,
      describeDate(published ?? seen),
      title ?? COMMON.noTitle,
    ),
  }));
}

/** Reports from which on a story is drawn by the graphics card, and its list made only as far as it is in sight. */
const MANY = 150;

function Tree({ story, before }: { readonly story: Story; readonly before: string | undefined }) {
  const { tree: view } = storyRoute.useSearch();
  const isNew = useCallback((report: ReportNode) => isNewSince(report, before), [before]);
  if (story.tree.reports.length > MANY) {
    return (
      <Suspense fallback={<Loading label={STORY.fetchingGraph} lines={12} />}>
        <BigStory story={story.id} tree={story.tree} isNew={isNew} />
      </Suspense>
    );
  }
  return (
    <>
      <nav className="views tree-views" aria-label={STORY.views}>
        {([undefined, 'list'] as const).map((form) => (
          <Link
            key={form ?? 'time'}
            to="."
            search={(search) => ({ ...search, tree: form })}
            replace
            resetScroll={false}
            // The address without a form would else be taken for a part of the one with it.
            activeOptions={{ exact: true }}
            className="view"
            aria-current={form === view ? 'true' : undefined}
            activeProps={{}}
          >
            {form === undefined ? STORY.overTime : STORY.asList}
          </Link>
        ))}
      </nav>
      <TreeKey />
      {view === 'list' ? (
        <RelayTree story={story.id} tree={story.tree} />
      ) : (
        <Suspense fallback={<Loading label={STORY.fetchingGraph} lines={12} />}>
          <RelayTime story={story.id} tree={story.tree} isNew={isNew} />
        </Suspense>
      )}
    </>
  );
}

/** What came in since this browser looked at the story last. */
function News({ story, before }: { readonly story: Story; readonly before: string | undefined }) {
  if (before === undefined) return <p className="muted">{STORY.firstVisit}</p>;
  const fresh = story.tree.reports.filter((report) => isNewSince(report, before)).length;
  return (
    <p className={fresh === 0 ? 'muted' : 'story-news'}>
      {fresh === 0 ? STORY.noNews(before) : STORY.news(fresh, before)}
    </p>
  );
}

function Body({ story, isOld }: { readonly story: Story; readonly isOld: boolean }) {
  const before = useLastVisit(story.id, useAsOf());
  return (
    <div className={isOld ? 'picture-page is-old' : 'picture-page'}>
      <header className="page-head">
        <p className="crumb">
          <Link to="/stories">{STORY.list}</Link>
        </p>
        <h1 dir="auto">{story.title}</h1>
        <p className="story-headline">
          <Door to={{ kind: 'story', story: story.id }}>
            {STORY.headline(story.tree.reports.length, describeOrigins(story.tree))}
          </Door>
        </p>
        <p className="muted">
          <When value={story.first} />
          {story.last !== story.first && (
            <>
              {' – '}
              <When value={story.last} />
            </>
          )}{' '}
          · {STORY.outlets(story.outlets)}
          {story.countries.length > 0 && ` · ${story.countries.map(nameCountry).join(', ')}`}
        </p>
        <News story={story} before={before} />
        <div className="page-acts">
          <SplitStory story={story} />
          <SetDocumentAside documents={listReports(story)} />
        </div>
        <Waiting of={makeThingKey('story', story.id)} />
        <Comments of={makeThingKey('story', story.id)} />
      </header>
      <section className="picture-part" aria-labelledby="tree">
        <h2 id="tree">
          {STORY.tree}{' '}
          <span className="muted">
            <Door to={{ kind: 'story', story: story.id }}>{describeCounts(story.tree)}</Door>
          </span>
        </h2>
        <Tree story={story} before={before} />
      </section>
      <Incidents story={story} />
      <SetAsideList parts={story.setAside} />
    </div>
  );
}

/** One story: who is first-hand, who repeats whom, and what happened in it. */
export function StoryPage() {
  const { id } = storyRoute.useParams();
  const query = useStory(id, useAsOf());
  if (query.isPending) return <Loading label={STORY.fetching} lines={12} />;
  if (query.isError) {
    return (
      <Gone error={query.error} onRetry={() => void query.refetch()}>
        <Link to="/stories">{STORY.all}</Link>
      </Gone>
    );
  }
  return <Body key={query.data.id} story={query.data} isOld={query.isPlaceholderData} />;
}
