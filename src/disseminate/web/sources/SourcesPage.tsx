import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { RELIABILITIES } from '../../../model/grade.ts';
import { SOURCE_STATES, type SourceRow } from '../../../model/source-book.ts';
import { OPML_ADDRESS, useSourceTable } from '../api/sources.ts';
import { useAsOf } from '../components/instant.ts';
import { ChoiceField, WordsField } from '../components/ListFilters.tsx';
import { Fetched, Page } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { VirtualList } from '../components/VirtualList.tsx';
import { Door } from '../evidence/Door.tsx';
import { GradeTag } from '../grades/GradeMark.tsx';
import { SourceGrades } from '../grades/SourceGrades.tsx';
import { parseSourcesSearch, SOURCE_SORTS, type SourcesSearch } from '../routes/search.ts';
import { describeReliability } from '../words/grades.ts';
import {
  describeDuration,
  SOURCE_LIST,
  SOURCE_STATE_WORDS,
  SOURCE_TYPE_WORDS,
  SOURCES,
} from '../words/text/sources.ts';
import { nameCountry, nameLanguage } from '../words/vocabulary.ts';
import { AddSources } from './AddSources.tsx';
import { CoverageHoles } from './CoverageHoles.tsx';
import { chooseRows } from './rows.ts';
import { SourceState } from './SourceState.tsx';

function Row({ row }: { readonly row: SourceRow }) {
  const { grade, lag, behind } = row;
  const where = [
    ...(row.country === undefined ? [] : [nameCountry(row.country)]),
    ...row.languages.map(nameLanguage),
    ...(row.listed?.type === undefined ? [] : [SOURCE_TYPE_WORDS[row.listed.type]]),
  ];
  return (
    <div className={`source source-${row.state}`}>
      <SourceState row={row} />
      <div className="source-words">
        <h2>
          {grade !== undefined && (
            <Door
              to={{ kind: 'source', source: row.source }}
              label={SOURCES.gradeDoor(row.name, grade.grade)}
              title={grade.reason}
            >
              <GradeTag grade={grade.grade} isSet={grade.isSet} />
            </Door>
          )}{' '}
          <Link to="/sources/$id" params={{ id: row.source }} data-row dir="auto">
            {row.name}
          </Link>
        </h2>
        <p className="muted">{where.join(', ')}</p>
        {row.health?.problem !== undefined && <p className="source-problem">{row.health.problem}</p>}
      </div>
      <p className="source-facts muted">
        <span>{SOURCES.documents(row.documents, row.claims, row.own)}</span>
        {lag !== undefined && <span>{SOURCES.lag(describeDuration(lag.median))}</span>}
        {behind !== undefined && <span>{SOURCES.behind(describeDuration(behind.median))}</span>}
      </p>
    </div>
  );
}

function Filters({ rows, search }: { readonly rows: readonly SourceRow[]; readonly search: SourcesSearch }) {
  const navigate = useNavigate();
  const set = (name: keyof SourcesSearch) => (value: string | undefined) =>
    void navigate({ to: '.', search: (before) => ({ ...before, [name]: value }), replace: true });
  const languages = [...new Set(rows.flatMap((row) => row.languages))].sort();
  const countries = [...new Set(rows.flatMap(({ country }) => country ?? []))].sort();
  const options = (values: readonly string[], words: (value: string) => string) =>
    values.map((value) => ({ value, words: words(value) }));
  return (
    <div className="filters source-filters">
      <WordsField label={SOURCES.words} value={search.q} onSet={set('q')} />
      <ChoiceField
        label={SOURCES.state}
        value={search.state}
        onSet={set('state')}
        options={SOURCE_STATES.map((value) => ({ value, words: SOURCE_STATE_WORDS[value] }))}
      />
      <ChoiceField
        label={SOURCES.grade}
        value={search.grade}
        onSet={set('grade')}
        options={RELIABILITIES.map((value) => ({ value, words: describeReliability(value) }))}
      />
      <ChoiceField
        label={SOURCES.language}
        value={search.language}
        onSet={set('language')}
        options={options(languages, nameLanguage)}
      />
      <ChoiceField
        label={SOURCES.country}
        value={search.country}
        onSet={set('country')}
        options={options(countries, nameCountry)}
      />
      <ChoiceField
        label={SOURCES.listed}
        value={search.feed}
        onSet={set('feed')}
        options={[
          { value: 'listed', words: SOURCES.listedOnly },
          { value: 'other', words: SOURCES.unlisted },
        ]}
      />
      <ChoiceField
        label={SOURCES.sort}
        value={search.sort}
        onSet={set('sort')}
        none={SOURCES.sorts.state}
        options={SOURCE_SORTS.filter((value) => value !== 'state').map((value) => ({
          value,
          words: SOURCES.sorts[value],
        }))}
      />
    </div>
  );
}

/** Everybody who is heard or asked, how well each does, and what nobody covers. */
export function SourcesPage() {
  const search = parseSourcesSearch(useSearch({ strict: false }));
  const table = useSourceTable(useAsOf());
  const shown = chooseRows(table.data?.rows ?? [], search);
  return (
    <Page
      title={SOURCES.title}
      aside={
        <p className="muted" role="status">
          {table.data === undefined ? '' : SOURCES.total(shown.length, table.data.rows.length)}
        </p>
      }
    >
      <p className="source-actions">
        <AddSources />{' '}
        <a className="button" href={OPML_ADDRESS} download>
          {SOURCE_LIST.export}
        </a>
      </p>
      <Fetched query={table} label={SOURCES.fetching}>
        {({ rows, holes }) => (
          <>
            <CoverageHoles holes={holes} />
            <Filters rows={rows} search={search} />
            {shown.length === 0 ? (
              <Empty title={rows.length === 0 ? SOURCES.none : SOURCES.noneFits}>
                <p>{rows.length === 0 ? SOURCES.noneHint : SOURCES.widen}</p>
              </Empty>
            ) : (
              <VirtualList
                key={JSON.stringify(search)}
                total={shown.length}
                height={84}
                label={SOURCES.list}
                selector="a[data-row]"
              >
                {(index) => <Row row={shown[index]!} />}
              </VirtualList>
            )}
          </>
        )}
      </Fetched>
      <SourceGrades />
    </Page>
  );
}
