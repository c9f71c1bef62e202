import { useNavigate } from '@tanstack/react-router';
import { CERTAINTIES } from '../../../model/claim.ts';
import { RELIABILITIES } from '../../../model/grade.ts';
import type { Searched } from '../../../model/search.ts';
import type { FoundCount } from '../api/wire.ts';
import { setApart } from '../words/apart.ts';
import { SEARCH } from '../words/text/search.ts';
import {
  CERTAINTY_WORDS,
  describeEventType,
  nameCountry,
  nameLanguage,
  REALIS_WORDS,
  STANCE_WORDS,
} from '../words/vocabulary.ts';
import { FOUND_FILTERS, type SearchTerms, type TermName } from './address.ts';

const lookUp = (words: Readonly<Record<string, string>>) => (value: string) =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value;
const same = (value: string) => value;
/** `register:qassem-soleimani` without where the record stands. */
const nameRecord = (record: string) => record.replace(/^register:/, '').replaceAll('-', ' ');

/** The filters with values to choose from, and what these are called. */
const CHOICES = [
  { name: 'eventType', describe: describeEventType },
  { name: 'mode', describe: same },
  { name: 'realis', describe: lookUp(REALIS_WORDS) },
  { name: 'stance', describe: lookUp(STANCE_WORDS) },
  { name: 'certainty', describe: lookUp(CERTAINTY_WORDS) },
  { name: 'actor', describe: nameRecord },
  { name: 'outlet', describe: same },
  { name: 'country', describe: nameCountry },
  { name: 'language', describe: nameLanguage },
] as const;

/** Values that can always be chosen. */
const FIXED: { readonly [Name in TermName]?: readonly string[] } = {
  certainty: CERTAINTIES,
  grade: RELIABILITIES,
};

interface FilterPanelProps {
  readonly of: Searched;
  readonly terms: SearchTerms;
  readonly facets: FoundCount['facets'] | undefined;
}

/** Filters with the number of hits that carry each value; what is set stands in the address. */
export function FilterPanel({ of, terms, facets }: FilterPanelProps) {
  const navigate = useNavigate();
  const set = (name: TermName, value: string) =>
    navigate({ to: '/search', search: (old) => ({ ...old, [name]: value === '' ? undefined : value }) });
  const clear = () =>
    navigate({
      to: '/search',
      search: (old) => ({ ...old, ...Object.fromEntries(FOUND_FILTERS.map((name) => [name, undefined])) }),
    });
  const label = (name: Exclude<TermName, 'q'>, field: React.ReactNode) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: its field is handed in
    <label key={name} className={terms[name] === undefined ? 'filter' : 'filter is-set'}>
      <span>{SEARCH.labels[name]}</span>
      {field}
    </label>
  );
  const choose = (name: Exclude<TermName, 'q'>, describe: (value: string) => string) => {
    const offered = facets?.[name] ?? FIXED[name]?.map((value) => ({ value, count: undefined })) ?? [];
    const own = terms[name];
    const options =
      own === undefined || offered.some(({ value }) => value === own)
        ? offered
        : [{ value: own, count: undefined }, ...offered];
    return label(
      name,
      <select value={own ?? ''} onChange={(event) => set(name, event.target.value)}>
        <option value="">{SEARCH.any}</option>
        {options.map(({ value, count }) => (
          <option key={value} value={value}>
            {count === undefined ? describe(value) : SEARCH.counted(setApart(describe(value)), count)}
          </option>
        ))}
      </select>,
    );
  };
  /** What is typed counts when the field is left or Enter is pressed. */
  const type = (name: Exclude<TermName, 'q'>, kind: 'text' | 'date' | 'number') =>
    label(
      name,
      <input
        key={terms[name] ?? ''}
        type={kind}
        min={kind === 'number' ? 1 : undefined}
        defaultValue={terms[name] ?? ''}
        dir={kind === 'text' ? 'auto' : undefined}
        onBlur={(event) => event.target.value !== (terms[name] ?? '') && set(name, event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && set(name, event.currentTarget.value)}
      />,
    );
  const isSet = FOUND_FILTERS.some((name) => terms[name] !== undefined);
  return (
    <fieldset className="search-filters">
      <legend className="unseen">{SEARCH.filters}</legend>
      {CHOICES.map(({ name, describe }) => choose(name, describe))}
      {choose('grade', same)}
      {type('origins', 'number')}
      {type('actorName', 'text')}
      {type('place', 'text')}
      {type('from', 'date')}
      {type('to', 'date')}
      {of === 'events' && type('happensFrom', 'date')}
      {of === 'events' && type('happensTo', 'date')}
      {label(
        'versions',
        <select
          value={terms.versions ?? 'latest'}
          onChange={(event) => set('versions', event.target.value === 'all' ? 'all' : '')}
        >
          <option value="latest">{SEARCH.latestVersion}</option>
          <option value="all">{SEARCH.allVersions}</option>
        </select>,
      )}
      <p className="muted search-note">{SEARCH.filtersNote}</p>
      {isSet && (
        <button type="button" className="link" onClick={clear}>
          {SEARCH.clear}
        </button>
      )}
    </fieldset>
  );
}
