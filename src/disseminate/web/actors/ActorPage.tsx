import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ActorDetail } from '../../../model/actor.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useActor, useActorIncidents } from '../api/actors.ts';
import { useAsOf } from '../components/instant.ts';
import { MoreRows } from '../components/MoreRows.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Gone } from '../decide/Gone.tsx';
import { UndoButton } from '../decide/SetAsideButtons.tsx';
import { IncidentLine } from '../incident/IncidentLine.tsx';
import { Comments } from '../together/Comments.tsx';
import { ACTOR_WORDS, describeNameDecision, SECTOR_WORDS, TYPE_WORDS } from '../words/actors.ts';
import { COMMON } from '../words/text/common.ts';
import { nameCountry } from '../words/vocabulary.ts';
import { Names } from './Names.tsx';
import { Sightings } from './Sightings.tsx';

const actorRoute = getRouteApi('/actors/$id');

function Wikidata({ id }: { readonly id: string }) {
  return (
    <a href={`https://www.wikidata.org/wiki/${encodeURIComponent(id)}`} rel="noopener noreferrer">
      {id}
    </a>
  );
}

function Facts({ actor }: { readonly actor: ActorDetail }) {
  const { type, country, sector, wikidata, isRegistered, id } = actor;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [ACTOR_WORDS.type, TYPE_WORDS[type]],
    [ACTOR_WORDS.country, country === undefined ? ACTOR_WORDS.unknown : nameCountry(country)],
    [ACTOR_WORDS.sector, sector === undefined ? ACTOR_WORDS.unknown : SECTOR_WORDS[sector]],
    [ACTOR_WORDS.register, isRegistered ? ACTOR_WORDS.inRegister : ACTOR_WORDS.notInRegister],
    [ACTOR_WORDS.record, <code key="record">{id}</code>],
  ];
  return (
    <dl className="facts-table incident-facts">
      {rows.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
      {wikidata !== undefined && (
        <div>
          <dt>{ACTOR_WORDS.wikidata}</dt>
          <dd>
            <Wikidata id={wikidata} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Incidents({ id }: { readonly id: string }) {
  const query = useActorIncidents(id, useAsOf());
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <section className="picture-part" aria-labelledby="incidents">
      <h2 id="incidents">{ACTOR_WORDS.incidents}</h2>
      {query.isPending && <Loading label={ACTOR_WORDS.incidents} lines={3} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className="muted">{ACTOR_WORDS.noIncidents}</p>}
      <ul className={query.isPlaceholderData ? 'picture-rows is-old' : 'picture-rows'}>
        {rows.map((incident) => (
          <li key={incident.id}>
            <IncidentLine incident={incident} />
          </li>
        ))}
      </ul>
      <MoreRows query={query} left={total - rows.length} />
    </section>
  );
}

function NameDecisions({ actor: { decisions } }: { readonly actor: ActorDetail }) {
  return (
    <section className="picture-part" aria-labelledby="name-decisions">
      <h2 id="name-decisions">{ACTOR_WORDS.decisions}</h2>
      {decisions.length === 0 && <p className="muted">{ACTOR_WORDS.noDecisions}</p>}
      <ol className="decisions">
        {decisions.toReversed().map((decision) => (
          <li key={decision.judgement} className="decision">
            <p className="decision-id muted">{decision.judgement}</p>
            <div className="decision-words">
              <h3>
                {decision.by}, {describeNameDecision(decision)}
              </h3>
              <p className="decision-note">{decision.note}</p>
            </div>
            <p className="decision-facts muted">
              <When value={decision.made} />
              <UndoButton judgement={decision.judgement} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Known({ actor: { first, last, documents } }: { readonly actor: ActorDetail }) {
  if (first === undefined || last === undefined) return <p className="muted">{ACTOR_WORDS.isUnnamed}</p>;
  return (
    <p className="muted">
      <Phrase
        words={ACTOR_WORDS.known}
        parts={{
          documents: COMMON.documents(documents),
          since: <When value={first} />,
          last: <When value={last} />,
        }}
      />
    </p>
  );
}

/** One actor: its names, where it is named, what it has a part in, and what was decided of its names. */
export function ActorPage() {
  const { id } = actorRoute.useParams();
  const query = useActor(id, useAsOf());
  if (query.isPending) return <Loading label={ACTOR_WORDS.fetching} lines={12} />;
  if (query.isError) {
    return (
      <Gone error={query.error} onRetry={() => void query.refetch()} words={ACTOR_WORDS.gone}>
        <Link to="/actors">{ACTOR_WORDS.all}</Link>
      </Gone>
    );
  }
  const actor = query.data;
  return (
    <div className={query.isPlaceholderData ? 'picture-page is-old' : 'picture-page'}>
      <header className="page-head">
        <p className="crumb">
          <Link to="/actors">{ACTOR_WORDS.title}</Link>
        </p>
        <h1 dir="auto">{actor.name}</h1>
        <Known actor={actor} />
        <Comments key={actor.id} of={makeThingKey('actor', actor.id)} />
      </header>
      <Facts actor={actor} />
      <Names actor={actor} />
      <Incidents id={actor.id} />
      <Sightings actor={actor} />
      <NameDecisions actor={actor} />
    </div>
  );
}
