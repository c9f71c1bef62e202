import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { EVENT_TYPES, REALIS } from '../../../model/event.ts';
import type { IncidentSummary } from '../../../model/incident.ts';
import { useAsOf } from '../components/instant.ts';
import { CheckField, ChoiceField, CountryField, DateField, WordsField } from '../components/ListFilters.tsx';
import { LongList } from '../components/LongList.tsx';
import type { IncidentsSearch } from '../routes/search.ts';
import { INCIDENTS } from '../words/text/incident.ts';
import { LIST_FILTERS } from '../words/text/lists.ts';
import { describeEventType, REALIS_WORDS } from '../words/vocabulary.ts';
import { IncidentLine } from './IncidentLine.tsx';

const incidentsRoute = getRouteApi('/incidents');

const TYPES = EVENT_TYPES.map((value) => ({ value, words: describeEventType(value) }));
const TOLD = REALIS.map((value) => ({ value, words: REALIS_WORDS[value] }));

function Filters({ search }: { readonly search: IncidentsSearch }) {
  const navigate = incidentsRoute.useNavigate();
  const put = useCallback(
    (changed: IncidentsSearch) =>
      void navigate({ search: (old) => ({ ...old, ...changed }), replace: true, resetScroll: false }),
    [navigate],
  );
  const putWords = useCallback((q: string | undefined) => put({ q }), [put]);
  const { q, country, eventType, realis, from, to, differs } = search;
  const isSet = Object.values({ q, country, eventType, realis, from, to, differs }).some(
    (value) => value !== undefined,
  );
  return (
    <div className="picture-filters">
      <WordsField label={LIST_FILTERS.words} value={q} onSet={putWords} />
      <CountryField value={country} onSet={(value) => put({ country: value })} />
      <ChoiceField
        label={LIST_FILTERS.eventType}
        value={eventType}
        options={TYPES}
        onSet={(value) => put({ eventType: value as IncidentsSearch['eventType'] })}
      />
      <ChoiceField
        label={LIST_FILTERS.realis}
        value={realis}
        options={TOLD}
        onSet={(value) => put({ realis: value as IncidentsSearch['realis'] })}
      />
      <DateField label={LIST_FILTERS.from} value={from} onSet={(value) => put({ from: value })} />
      <DateField label={LIST_FILTERS.to} value={to} onSet={(value) => put({ to: value })} />
      <CheckField
        label={LIST_FILTERS.differs}
        isOn={differs !== undefined}
        onSet={(isOn) => put({ differs: isOn ? 'true' : undefined })}
      />
      {isSet && (
        <button
          type="button"
          className="link"
          onClick={() =>
            put({
              q: undefined,
              country: undefined,
              eventType: undefined,
              realis: undefined,
              from: undefined,
              to: undefined,
              differs: undefined,
            })
          }
        >
          {LIST_FILTERS.clear}
        </button>
      )}
    </div>
  );
}

/** What is said to have happened, or to be prepared, threatened or feared. */
export function IncidentsPage() {
  const search = incidentsRoute.useSearch();
  const { q, country, eventType, realis, from, to, differs } = search;
  const chosen = { q, country, eventType, realis, from, to, differs };
  return (
    <LongList<IncidentSummary>
      words={INCIDENTS}
      path="/incidents"
      parameters={{ asOf: useAsOf(), ...chosen }}
      isNarrowed={Object.values(chosen).some((value) => value !== undefined)}
      filters={<Filters search={search} />}
    >
      {(incident) => <IncidentLine incident={incident} />}
    </LongList>
  );
}
