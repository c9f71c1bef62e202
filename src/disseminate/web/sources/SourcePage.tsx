import { Link, useParams } from '@tanstack/react-router';
import { findWord, formatPercent } from '../../../model/probability.ts';
import type { SourceDetail } from '../../../model/source-book.ts';
import { useMay } from '../api/session.ts';
import {
  useDependants,
  usePauseSource,
  useRemoveSource,
  useSource,
  useSourceList,
  useSourceRecord,
} from '../api/sources.ts';
import { announce } from '../components/announce.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched, Page } from '../components/Page.tsx';
import { Failed } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { DialogButton } from '../decide/DialogButton.tsx';
import { Door } from '../evidence/Door.tsx';
import { SourceRecordView } from '../evidence/SourceEvidence.tsx';
import { GradeTag, SetLine } from '../grades/GradeMark.tsx';
import { SetSourceGrade } from '../grades/SetGrade.tsx';
import { shortenId } from '../routes/search.ts';
import { describeReliability } from '../words/grades.ts';
import { describeBin, describeDuration, SOURCE_LIST, SOURCE_PAGE, SOURCES } from '../words/text/sources.ts';
import { SourceState } from './SourceState.tsx';

/** Pauses a listed source, goes on with it, or takes it out. */
function ListActions({ id, isPaused }: { readonly id: string; readonly isPaused: boolean }) {
  const list = useSourceList();
  const pause = usePauseSource();
  const remove = useRemoveSource();
  const may = useMay('PATCH /sources/{id}');
  const base = list.data?.version;
  if (!may || base === undefined) return null;
  return (
    <p className="source-actions">
      <button
        type="button"
        className="button"
        disabled={pause.isPending}
        onClick={() =>
          pause.mutate(
            { id, paused: !isPaused, base },
            { onSuccess: () => announce(SOURCE_LIST.changed(id, !isPaused)) },
          )
        }
      >
        {isPaused ? SOURCE_LIST.goOn : SOURCE_LIST.pause}
      </button>{' '}
      <DialogButton words={SOURCE_LIST.remove} operation="DELETE /sources/{id}" isTimeless>
        {(close) => (
          <button
            type="button"
            className="button button-main"
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(
                { id, base },
                { onSuccess: () => announce(SOURCE_LIST.remove.done), onSettled: close },
              )
            }
          >
            {SOURCE_LIST.remove.submit}
          </button>
        )}
      </DialogButton>
      {pause.isError && <Failed error={pause.error} />}
      {remove.isError && <Failed error={remove.error} />}
    </p>
  );
}

function Health({ detail: { row, days } }: { readonly detail: SourceDetail }) {
  const { health, listed, patience } = row;
  return (
    <section className="picture-part" aria-labelledby="source-health">
      <h2 id="source-health">{SOURCE_PAGE.health}</h2>
      <SourceState row={row} />
      <p className="muted">
        {SOURCE_PAGE.days(days.length)}
        {patience !== undefined && <>; {SOURCE_PAGE.patience(patience)}</>}
      </p>
      {listed !== undefined && <p className="address">{listed.feed}</p>}
      {listed?.family !== undefined && (
        <p className="muted" dir="auto">
          {SOURCE_PAGE.family(listed.family)}
        </p>
      )}
      {health !== undefined && (
        <p className="muted">
          {health.failures > 0 && <>{SOURCE_PAGE.failures(health.failures)}; </>}
          {health.lastSuccess !== undefined && (
            <>
              {SOURCE_PAGE.answered} <When value={health.lastSuccess} />;{' '}
            </>
          )}
          {health.nextDue !== undefined && row.state !== 'paused' && (
            <>
              {SOURCE_PAGE.next} <When value={health.nextDue} />;{' '}
            </>
          )}
          {SOURCE_PAGE.kept(health.kept, health.lost)}
        </p>
      )}
      {health?.problem !== undefined && <p className="source-problem">{health.problem}</p>}
      {listed !== undefined && <ListActions id={listed.id} isPaused={listed.paused === true} />}
    </section>
  );
}

function Lags({ detail: { lags, row } }: { readonly detail: SourceDetail }) {
  const most = Math.max(1, ...lags.map(({ count }) => count));
  return (
    <section className="picture-part" aria-labelledby="source-lags">
      <h2 id="source-lags">{SOURCE_PAGE.lags}</h2>
      {row.lag === undefined ? (
        <p className="muted">{SOURCE_PAGE.noLags}</p>
      ) : (
        <ul className="source-bars">
          {lags.map(({ upTo, count }) => (
            <li key={upTo ?? 'later'}>
              <span>{describeBin(upTo)}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * count) / most} height="8" fill="currentColor" />
              </svg>
              <span>{count}</span>
            </li>
          ))}
        </ul>
      )}
      {row.behind !== undefined && <p>{SOURCES.behind(describeDuration(row.behind.median))}</p>}
    </section>
  );
}

function Depends({ source }: { readonly source: string }) {
  const query = useDependants(source, useAsOf());
  return (
    <section className="picture-part" aria-labelledby="source-depends">
      <h2 id="source-depends">{SOURCE_PAGE.depends}</h2>
      <p className="muted">{SOURCE_PAGE.dependsHint}</p>
      <Fetched query={query} label={SOURCE_PAGE.working}>
        {({ problems }) =>
          problems.length === 0 ? (
            <p>{SOURCE_PAGE.dependsNone}</p>
          ) : (
            <ul className="source-depends">
              {problems.map(({ problem, title, p, withoutP, level, withoutLevel, signs }) => (
                <li key={problem}>
                  <Link to="/problems/$id" params={{ id: problem }}>
                    {title}
                  </Link>{' '}
                  <Door to={{ kind: 'problem', problem }}>
                    {tellProbability(p)}, {level}
                  </Door>
                  ; {SOURCE_PAGE.without} {tellProbability(withoutP)}, {withoutLevel}
                  <ul>
                    {signs.map(({ id, title: sign, carried, origins }) => (
                      <li key={id}>
                        <Door to={{ kind: 'problem', problem, part: id }}>{sign}</Door>{' '}
                        <span className="muted">{SOURCE_PAGE.carried(carried, origins)}</span>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
    </section>
  );
}

const tellProbability = (p: number) => `${formatPercent(p)}, ${findWord(p)}`;

function Newest({ detail: { newest } }: { readonly detail: SourceDetail }) {
  if (newest.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="source-newest">
      <h2 id="source-newest">{SOURCE_PAGE.newest}</h2>
      <ul>
        {newest.map(({ document, title, published, seen }) => (
          <li key={document}>
            <Link to="/documents/$id" params={{ id: shortenId(document) }} dir="auto">
              {title ?? SOURCE_PAGE.untitled}
            </Link>{' '}
            <span className="muted">
              <When value={published ?? seen} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Grade({ source }: { readonly source: string }) {
  const query = useSourceRecord(source, useAsOf());
  const record = query.data?.source;
  return (
    <section className="picture-part grades" aria-labelledby="source-record">
      <h2 id="source-record">{SOURCE_PAGE.record}</h2>
      {record === undefined ? (
        <p className="muted">{query.isPending ? SOURCE_PAGE.fetching : SOURCE_PAGE.noRecord}</p>
      ) : (
        <>
          <p>
            <GradeTag grade={record.grade} isSet={record.isSet} />{' '}
            {describeReliability(record.grade).slice(3)}{' '}
            <SetSourceGrade source={record.source} name={record.name} grade={record.grade} />
          </p>
          {record.set !== undefined && (
            <SetLine set={record.set} workedOut={describeReliability(record.workedOut)} />
          )}
          <SourceRecordView record={record} />
        </>
      )}
    </section>
  );
}

/** One source: its record and grade, how it is heard, what rests on it. */
export function SourcePage() {
  const { id } = useParams({ from: '/sources/$id' });
  const query = useSource(id, useAsOf());
  return (
    <Page title={query.data?.row.name ?? id} crumb={<Link to="/sources">{SOURCES.title}</Link>}>
      <Fetched query={query} label={SOURCE_PAGE.fetching}>
        {(detail) => (
          <>
            <p className="muted">
              {SOURCES.documents(detail.row.documents, detail.row.claims, detail.row.own)}
            </p>
            <Grade source={id} />
            <Health detail={detail} />
            <Depends source={id} />
            <Lags detail={detail} />
            <Newest detail={detail} />
          </>
        )}
      </Fetched>
    </Page>
  );
}
