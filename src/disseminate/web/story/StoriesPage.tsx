import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { StorySummary } from '../../../model/story.ts';
import { useAsOf } from '../components/instant.ts';
import { CountryField, DateField, WordsField } from '../components/ListFilters.tsx';
import { LongList } from '../components/LongList.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import type { StoriesSearch } from '../routes/search.ts';
import { describeDayOf } from '../words/dates.ts';
import { describeCounts } from '../words/picture.ts';
import { LIST_FILTERS } from '../words/text/lists.ts';
import { STORIES, STORY } from '../words/text/story.ts';
import { nameCountry } from '../words/vocabulary.ts';

const storiesRoute = getRouteApi('/stories');

function StoryRow({ story }: { readonly story: StorySummary }) {
  return (
    <article className="picture-row">
      <p className="picture-when">
        <When value={story.last} isDay />
        {describeDayOf(story.first) !== describeDayOf(story.last) && (
          <span>
            <Phrase words={STORIES.since} parts={{ day: <When value={story.first} isDay /> }} />
          </span>
        )}
      </p>
      <div className="picture-words">
        <h2 dir="auto">
          <Link to="/stories/$id" params={{ id: story.id }} data-row>
            {story.title}
          </Link>
        </h2>
        <p className="muted">
          {STORY.reports(story.documents, story.outlets)}
          {story.countries.length > 0 && ` · ${story.countries.slice(0, 3).map(nameCountry).join(', ')}`}
        </p>
      </div>
      <p className="picture-counts">
        <Door to={{ kind: 'story', story: story.id }}>{describeCounts(story)}</Door>
      </p>
    </article>
  );
}

function Filters({ search }: { readonly search: StoriesSearch }) {
  const navigate = storiesRoute.useNavigate();
  const put = useCallback(
    (changed: StoriesSearch) =>
      void navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  );
  const putWords = useCallback((q: string | undefined) => put({ q }), [put]);
  const { q, country, from, to } = search;
  const isSet = [q, country, from, to].some((value) => value !== undefined);
  return (
    <div className="picture-filters">
      <WordsField label={LIST_FILTERS.words} value={q} onSet={putWords} />
      <CountryField value={country} onSet={(value) => put({ country: value })} />
      <DateField label={LIST_FILTERS.from} value={from} onSet={(value) => put({ from: value })} />
      <DateField label={LIST_FILTERS.to} value={to} onSet={(value) => put({ to: value })} />
      {isSet && (
        <button
          type="button"
          className="link"
          onClick={() => put({ q: undefined, country: undefined, from: undefined, to: undefined })}
        >
          {LIST_FILTERS.clear}
        </button>
      )}
    </div>
  );
}

/** What the documents are about, and on how many origins each story rests. */
export function StoriesPage() {
  const search = storiesRoute.useSearch();
  const { q, country, from, to } = search;
  return (
    <LongList<StorySummary>
      words={STORIES}
      path="/stories"
      parameters={{ asOf: useAsOf(), q, country, from, to }}
      isNarrowed={[q, country, from, to].some((value) => value !== undefined)}
      filters={<Filters search={search} />}
    >
      {(story) => <StoryRow story={story} />}
    </LongList>
  );
}
