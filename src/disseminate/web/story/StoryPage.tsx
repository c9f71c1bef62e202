import { getRouteApi, Link } from '@tanstack/react-router';
import type { Story } from '../../../model/story.ts';
import { isGone } from '../api/client.ts';
import { useStory } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { SetDocumentAside } from '../decide/SetAsideButtons.tsx';
import { SetAsideList } from '../decide/SetAsideList.tsx';
import { Door } from '../evidence/Door.tsx';
import { IncidentLine } from '../incident/IncidentLine.tsx';
import { describeDate } from '../words/dates.ts';
import { SECTION_WORDS } from '../words/decisions.ts';
import { describeCounts } from '../words/picture.ts';
import { count, nameCountry } from '../words/vocabulary.ts';
import { RelayTree, TreeKey } from './RelayTree.tsx';

const storyRoute = getRouteApi('/stories/$id');

function Incidents({ story }: { readonly story: Story }) {
  if (story.incidents.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="incidents">
      <h2 id="incidents">What happened in it</h2>
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
    words: `${outlet ?? 'Outlet unknown'}, ${describeDate(published ?? seen)}: ${title ?? 'No title'}`,
  }));
}

/** One story: who is first-hand, who repeats whom, and what happened in it. */
export function StoryPage() {
  const { id } = storyRoute.useParams();
  const query = useStory(id, useAsOf());
  if (query.isPending) return <Loading label="Fetching the story" lines={12} />;
  if (query.isError) {
    return (
      <>
        <Failed error={query.error} onRetry={() => void query.refetch()} />
        <p className="state">
          {isGone(query.error) && (
            <>
              {SECTION_WORDS.gone} <Link to="/decisions">{SECTION_WORDS.decisions}</Link>
              <br />
            </>
          )}
          <Link to="/stories">All stories</Link>
        </p>
      </>
    );
  }
  const story = query.data;
  return (
    <div className={query.isPlaceholderData ? 'picture-page is-old' : 'picture-page'}>
      <header className="page-head">
        <p className="crumb">
          <Link to="/stories">Stories</Link>
        </p>
        <h1>{story.title}</h1>
        <p className="muted">
          <When value={story.first} />
          {story.last !== story.first && (
            <>
              {' – '}
              <When value={story.last} />
            </>
          )}{' '}
          · {count(story.documents, 'report')} of {count(story.outlets, 'outlet')}
          {story.countries.length > 0 && ` · ${story.countries.map(nameCountry).join(', ')}`}
        </p>
        <SetDocumentAside documents={listReports(story)} />
      </header>
      <section className="picture-part" aria-labelledby="tree">
        <h2 id="tree">
          <Door to={{ kind: 'story', story: story.id }}>{describeCounts(story.tree)}</Door>
        </h2>
        <TreeKey />
        <RelayTree story={story.id} tree={story.tree} />
      </section>
      <Incidents story={story} />
      <SetAsideList parts={story.setAside} />
    </div>
  );
}
