import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useStatus } from '../api/queries.ts';
import { useSavedSearches, useSaving } from '../api/search.ts';
import type { SavedSearchList } from '../api/wire.ts';
import { useAsOf } from '../components/instant.ts';
import { SEARCH } from '../words/text/search.ts';
import { parseFoundSearch } from './address.ts';

type Saved = SavedSearchList['rows'][number];

/** The searches that the desk keeps, each with how much is new since somebody last looked. */
export function SavedSearches() {
  const saved = useSavedSearches();
  const isReadOnly = useStatus(useAsOf()).data?.readOnly !== undefined;
  const rows = saved.data?.rows ?? [];
  return (
    <section className="saved-searches" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{SEARCH.saved}</h2>
      {saved.isError && <p role="alert">{saved.error.message}</p>}
      {saved.isSuccess && rows.length === 0 && <p className="muted">{SEARCH.savedNone}</p>}
      <ul>
        {rows.map((row) => (
          <SavedRow key={row.id} row={row} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </section>
  );
}

function SavedRow({ row, isReadOnly }: { readonly row: Saved; readonly isReadOnly: boolean }) {
  const { change, remove } = useSaving();
  const [isNamed, setNamed] = useState(false);
  const { id, name, of, terms, by, news, alert } = row;
  const look = () => {
    if (!isReadOnly) change.mutate({ id, change: { isSeen: true } });
  };
  return (
    <li className="saved-search">
      {isNamed ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget).get('name');
            if (typeof given === 'string' && given.trim() !== '')
              change.mutate({ id, change: { name: given.trim() } });
            setNamed(false);
          }}
        >
          <input name="name" aria-label={SEARCH.renamed} defaultValue={name} maxLength={120} required />
        </form>
      ) : (
        <Link
          to="/search"
          search={(old) => ({ asOf: old.asOf, ...parseFoundSearch(terms), of })}
          onClick={look}
          dir="auto"
        >
          {name}
        </Link>
      )}
      <span className={news.count > 0 ? 'saved-news is-new' : 'saved-news'}>
        {news.count > 0 ? SEARCH.news(news.count, news.isWhole) : SEARCH.noNews}
      </span>
      <span className="muted">{SEARCH.savedBy(by)}</span>
      {isReadOnly ? (
        alert !== undefined && <span className="muted">{SEARCH.alertOn}</span>
      ) : (
        <span className="saved-acts">
          <label className="search-check">
            <input
              type="checkbox"
              checked={
                (change.isPending ? change.variables.change.isAlert : undefined) ?? alert !== undefined
              }
              aria-label={SEARCH.alertSwitch(name)}
              onChange={(event) => change.mutate({ id, change: { isAlert: event.target.checked } })}
            />
            <span aria-hidden="true">{SEARCH.alertOn}</span>
          </label>
          <button
            type="button"
            className="link"
            aria-label={SEARCH.renameLabel(name)}
            onClick={() => setNamed(!isNamed)}
          >
            {SEARCH.rename}
          </button>
          <button
            type="button"
            className="link"
            aria-label={SEARCH.deleteLabel(name)}
            onClick={() => remove.mutate(id)}
          >
            {SEARCH.delete}
          </button>
        </span>
      )}
    </li>
  );
}
