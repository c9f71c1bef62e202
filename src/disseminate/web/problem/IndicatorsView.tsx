import { useEffect, useState } from 'react';
import type { SignHistory } from '../../../model/sign-history.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useSigns } from '../api/signs.ts';
import { useAsOf } from '../components/instant.ts';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { Comments } from '../together/Comments.tsx';
import { describeDate } from '../words/dates.ts';
import { STATE_WORDS } from '../words/indicators.ts';
import { SIGNS } from '../words/text/problem.ts';
import { COMMENTS } from '../words/text/together.ts';
import { SignGrid } from './SignGrid.tsx';
import { joinPortions, type Place, tellCell } from './signs.ts';
import '../styles/signs.css';

/** Portions that are shown at first: 90 days. */
const FIRST = 3;

const FORMS = [
  { form: 'for-2', words: SIGNS.forIt },
  { form: 'against-2', words: SIGNS.against },
  { form: 'idle', words: SIGNS.idle },
  { form: 'open', words: STATE_WORDS['not observed'] },
  { form: 'looked', words: STATE_WORDS['looked and not seen'] },
  { form: 'blind', words: STATE_WORDS['cannot be seen'] },
  { form: 'open is-dead-day', words: SIGNS.dead },
] as const;

function Legend() {
  return (
    <ul className="sign-legend" aria-label={SIGNS.legend}>
      {FORMS.map(({ form, words }) => (
        <li key={form}>
          <span className={`sign-day sign-${form}`} aria-hidden="true" /> {words}
        </li>
      ))}
    </ul>
  );
}

/** What stands at the place that is pointed at, or has the focus. */
function Readout({ history, at }: { readonly history: SignHistory; readonly at: Place | undefined }) {
  const row = at === undefined ? undefined : history.rows[at.row];
  const day = at === undefined ? undefined : history.days[at.column];
  const cell = at === undefined ? undefined : row?.cells[at.column];
  if (row === undefined || day === undefined || cell === undefined)
    return <p className="sign-readout muted">{SIGNS.pointAt}</p>;
  const origins = cell.origins ?? [];
  return (
    <p className="sign-readout">
      <strong>{describeDate(day.day)}</strong> <span dir="auto">{row.title}</span>:{' '}
      {tellCell(cell, day.reports)}
      {origins.length > 0 && (
        <span className="muted" dir="auto">
          {' '}
          · {SIGNS.origins(origins, cell.confirmed + cell.possible)}
        </span>
      )}
    </p>
  );
}

function Days({ history, problem }: { readonly history: SignHistory; readonly problem: string }) {
  const [at, setAt] = useState<Place>();
  return (
    <>
      <Legend />
      <SignGrid history={history} problem={problem} onPoint={setAt} />
      <Readout history={history} at={at} />
      <h3>{COMMENTS.signs}</h3>
      <ul className="sign-comments">
        {history.rows.map(({ id, title }) => (
          <li key={id}>
            <span dir="auto">{title}</span>
            <Comments
              of={makeThingKey('indicator', `${problem}/${id}`)}
              within={`indicator:${problem}/*`}
              label={title}
              isSmall
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Each indicator and window of a problem, day by day: 90 days, and earlier ones where they are asked for. */
export function IndicatorsView({ problem }: { readonly problem: string }) {
  const query = useSigns(problem, useAsOf());
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const shown = data?.pages.length ?? 0;
  useEffect(() => {
    if (shown > 0 && shown < FIRST && hasNextPage && !isFetching) void fetchNextPage();
  }, [shown, hasNextPage, isFetching, fetchNextPage]);
  if (query.isPending) return <Loading label={SIGNS.loading} lines={12} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const history = joinPortions(query.data.pages);
  if (history === undefined || history.rows.length === 0) return <Empty title={SIGNS.noSigns} />;
  if (history.first === undefined) return <Empty title={SIGNS.noDays} />;
  return (
    <section
      className={query.isPlaceholderData ? 'picture-part is-old' : 'picture-part'}
      aria-labelledby="signs"
      aria-busy={query.isPlaceholderData}
    >
      <div className="why-head">
        <h2 id="signs">
          {SIGNS.title} <span className="muted">{SIGNS.days(history.days.length)}</span>
        </h2>
        {hasNextPage ? (
          <button type="button" className="button" disabled={isFetching} onClick={() => void fetchNextPage()}>
            {isFetching ? SIGNS.fetchingEarlier : SIGNS.earlier}
          </button>
        ) : (
          <p className="muted">{SIGNS.atStart(describeDate(history.first))}</p>
        )}
      </div>
      <p className="note">{SIGNS.note}</p>
      <Days history={history} problem={problem} />
    </section>
  );
}
