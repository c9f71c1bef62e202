import { getRouteApi, Link } from '@tanstack/react-router';
import type { StorySummary } from '../../../model/story.ts';
import { useStories } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { PictureRows } from '../components/PictureRows.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeDayOf } from '../words/dates.ts';
import { describeCounts } from '../words/picture.ts';
import { count, nameCountry } from '../words/vocabulary.ts';

const storiesRoute = getRouteApi('/stories');

function StoryRow({ story }: { readonly story: StorySummary }) {
  return (
    <article className="picture-row">
      <p className="picture-when">
        <When value={story.last} isDay />
        {describeDayOf(story.first) !== describeDayOf(story.last) && (
          <span>
            since <When value={story.first} isDay />
          </span>
        )}
      </p>
      <div className="picture-words">
        <h2>
          <Link to="/stories/$id" params={{ id: story.id }} data-row>
            {story.title}
          </Link>
        </h2>
        <p className="muted">
          {count(story.documents, 'report')} of {count(story.outlets, 'outlet')}
          {story.countries.length > 0 && ` · ${story.countries.slice(0, 3).map(nameCountry).join(', ')}`}
        </p>
      </div>
      <p className="picture-counts">
        <Door to={{ kind: 'story', story: story.id }}>{describeCounts(story)}</Door>
      </p>
    </article>
  );
}

/** What the documents are about, and on how many origins each story rests. */
export function StoriesPage() {
  const { country } = storiesRoute.useSearch();
  const stories = useStories({ asOf: useAsOf(), country });
  return (
    <PictureRows title="Stories" noun="story" nouns="stories" query={stories} country={country} to="/stories">
      {(story) => (
        <li key={story.id}>
          <StoryRow story={story} />
        </li>
      )}
    </PictureRows>
  );
}
