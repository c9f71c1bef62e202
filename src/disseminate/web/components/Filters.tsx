import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFacets } from '../api/queries.ts';
import { FILTERS, type FilterName, type ListSearch } from '../routes/search.ts';
import { setApart } from '../words/apart.ts';
import { LIST_FILTERS } from '../words/text/lists.ts';
import {
  describeEventType,
  nameCountry,
  nameLanguage,
  REALIS_WORDS,
  STANCE_WORDS,
} from '../words/vocabulary.ts';
import { useAsOf } from './instant.ts';

const same = (value: string) => value;
const lookUp = (words: Readonly<Record<string, string>>) => (value: string) =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : value;

/** The filters with values to choose from: which facet offers them and what they are called. */
const CHOICES = [
  { name: 'outlet', facet: 'outlets', label: LIST_FILTERS.outlet, describe: same },
  { name: 'eventType', facet: 'eventTypes', label: LIST_FILTERS.eventType, describe: describeEventType },
  { name: 'realis', facet: 'realis', label: LIST_FILTERS.realis, describe: lookUp(REALIS_WORDS) },
  { name: 'stance', facet: 'stances', label: LIST_FILTERS.stance, describe: lookUp(STANCE_WORDS) },
  { name: 'country', facet: 'countries', label: LIST_FILTERS.country, describe: nameCountry },
  { name: 'language', facet: 'languages', label: LIST_FILTERS.language, describe: nameLanguage },
] as const;

interface Option {
  readonly value: string;
  readonly count?: number;
}

/** What is offered, with the value that is set even where nothing fits it. */
function listOptions(offered: readonly Option[], set: string | undefined): readonly Option[] {
  if (set === undefined || offered.some(({ value }) => value === set)) return offered;
  return [{ value: set }, ...offered];
}

/** Filters of the list; what is set stands in the address. */
export function Filters({ search }: { readonly search: ListSearch }) {
  const navigate = useNavigate();
  const facets = useFacets(useAsOf());
  const [isOpen, setOpen] = useState(false);
  const set = (name: FilterName, value: string) => {
    navigate({ to: '/documents', search: (old) => ({ ...old, [name]: value === '' ? undefined : value }) });
  };
  const clear = () => {
    const cleared = Object.fromEntries(FILTERS.map((name) => [name, undefined]));
    navigate({ to: '/documents', search: (old) => ({ ...old, ...cleared }) });
  };
  const active = FILTERS.filter((name) => search[name] !== undefined).length;
  return (
    <div className="filters">
      <button
        type="button"
        className="button filters-toggle"
        aria-expanded={isOpen}
        aria-controls="filter-fields"
        onClick={() => setOpen(!isOpen)}
      >
        {LIST_FILTERS.titled(active)}
      </button>
      <fieldset id="filter-fields" className={isOpen ? 'filter-fields is-open' : 'filter-fields'}>
        <legend className="unseen">{LIST_FILTERS.title}</legend>
        {CHOICES.map(({ name, facet, label, describe }) => (
          <label key={name} className={search[name] === undefined ? 'filter' : 'filter is-set'}>
            <span>{label}</span>
            <select value={search[name] ?? ''} onChange={(event) => set(name, event.target.value)}>
              <option value="">{LIST_FILTERS.any}</option>
              {listOptions(facets.data?.[facet] ?? [], search[name]).map(({ value, count }) => (
                <option key={value} value={value}>
                  {LIST_FILTERS.option(setApart(describe(value)), count)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {(['from', 'to'] as const).map((name) => (
          <label key={name} className={search[name] === undefined ? 'filter' : 'filter is-set'}>
            <span>{LIST_FILTERS[name]}</span>
            <input
              type="date"
              value={search[name] ?? ''}
              onChange={(event) => set(name, event.target.value)}
            />
          </label>
        ))}
        {active > 0 && (
          <button type="button" className="link" onClick={clear}>
            {LIST_FILTERS.clear}
          </button>
        )}
      </fieldset>
    </div>
  );
}
