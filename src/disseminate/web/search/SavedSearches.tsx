import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isConflict, isGone } from '../api/client.ts';
import { useStatus } from '../api/queries.ts';
import { useSavedSearches, useSaving } from '../api/search.ts';
import type { SavedSearchList } from '../api/wire.ts';
import { announce } from '../components/announce.ts';
import { useAsOf } from '../components/instant.ts';
import { takeText } from '../decide/fields.tsx';
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
  const error = change.error ?? remove.error;
  const look = () => {
    if (!isReadOnly) change.mutate({ id, change: { isSeen: true } });
  };
  return (
    <li className="saved-search">
      {isNamed ? (
        <RenameForm row={row} change={change} onDone={() => setNamed(false)} />
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
            aria-expanded={isNamed}
            onClick={() => {
              change.reset();
              setNamed(!isNamed);
            }}
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
      {error !== null && (
        <p role="alert" className="dialog-stop saved-fault">
          {error.message}
        </p>
      )}
    </li>
  );
}

/** Another name, given from the one that was seen: of two who rename a search the second is told, and what they typed stays. */
function RenameForm(props: {
  readonly row: Saved;
  readonly change: ReturnType<typeof useSaving>['change'];
  readonly onDone: () => void;
}) {
  const { row, change, onDone } = props;
  const { id, name } = row;
  const field = useRef<HTMLInputElement>(null);
  const [seen, setSeen] = useState<string | undefined>(name);
  useEffect(() => field.current?.select(), []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = takeText(new FormData(event.currentTarget), 'name');
    if (given === '') return;
    change.mutate(
      { id, change: { name: given, nameBefore: seen ?? name } },
      {
        onSuccess: onDone,
        onError: (error) => {
          // Whoever was told of another name has seen it. With a search that is gone its row goes too: it is said aloud.
          if (isConflict(error)) setSeen(undefined);
          else if (isGone(error)) announce(SEARCH.goneMeanwhile(name, given));
        },
      },
    );
  };
  return (
    <form onSubmit={send}>
      <input
        ref={field}
        name="name"
        aria-label={SEARCH.renamed}
        defaultValue={name}
        maxLength={120}
        required
        dir="auto"
        autoComplete="off"
      />{' '}
      <button type="submit" className="link" disabled={change.isPending}>
        {SEARCH.renameNow}
      </button>
    </form>
  );
}
