import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import type { Incident } from '../../../model/incident.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useIncident } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { RealisLine } from '../components/RealisLine.tsx';
import { findOriginSign, Sign } from '../components/Sign.tsx';
import { Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Words } from '../components/Words.tsx';
import { Gone } from '../decide/Gone.tsx';
import { MergeIncident, SplitIncident } from '../decide/RegroupButtons.tsx';
import { SetClaimAside, SetIncidentAside } from '../decide/SetAsideButtons.tsx';
import { SetAsideList } from '../decide/SetAsideList.tsx';
import { ToReader } from '../evidence/ClaimLink.tsx';
import { Door } from '../evidence/Door.tsx';
import { IncidentGrade, IncidentSources } from '../grades/IncidentGrade.tsx';
import { formatList } from '../reader/queue/list.ts';
import { OpenedFrom } from '../reader/queue/opened.ts';
import { Comments } from '../together/Comments.tsx';
import { Waiting } from '../together/Waiting.tsx';
import { describeMention } from '../words/decisions.ts';
import { describeCounts, describeIncidentType, describeOrigin, nameParties } from '../words/picture.ts';
import { COMMON } from '../words/text/common.ts';
import { FACTS, FIGURES } from '../words/text/figures.ts';
import { INCIDENT } from '../words/text/incident.ts';
import { nameCountry, REALIS_WORDS } from '../words/vocabulary.ts';
import { findBlamed } from './blamed.ts';
import { Differing } from './Differing.tsx';
import { Disputes, Distortions } from './Disputes.tsx';
import { Figures } from './Figures.tsx';
import { IncidentCourse } from './IncidentCourse.tsx';
import { describeWhen } from './IncidentLine.tsx';
import { groupMentions, type Told } from './mentions.ts';
import { Parties } from './Parties.tsx';
import { Replies } from './Replies.tsx';

/* What draws comes with its libraries only once a page has something to draw. */
const FigureCourses = lazy(() =>
  import('./FigureCourses.tsx').then((module) => ({ default: module.FigureCourses })),
);
const PlaceLocator = lazy(() =>
  import('../charts/PlaceLocator.tsx').then((module) => ({ default: module.PlaceLocator })),
);

const incidentRoute = getRouteApi('/incidents/$id');

function Facts({ incident }: { readonly incident: Incident }) {
  const { where, realis, actors, recipients, instruments, targetKinds } = incident;
  const place =
    where === undefined ? '' : [where.name, where.country === undefined ? '' : nameCountry(where.country)];
  const rows: readonly (readonly [string, ReactNode])[] = [
    [FACTS.when, describeWhen(incident)],
    [
      FACTS.where,
      place === '' ? FACTS.notSaid : [...new Set(place)].filter((part) => part !== '').join(', '),
    ],
    [
      FACTS.who,
      actors.length === 0 ? (
        FACTS.nobody
      ) : (
        <Parties key="who" parties={actors} blamedBy={findBlamed(incident)} />
      ),
    ],
    [FACTS.against, recipients.length === 0 ? '' : <Parties key="against" parties={recipients} />],
    [FACTS.instruments, nameParties(instruments)],
    [FACTS.targets, targetKinds.join(', ')],
  ];
  return (
    <dl className="facts-table incident-facts">
      <div>
        <dt>{FACTS.toldAs}</dt>
        <dd className="realis">
          <RealisLine event={{ realis, background: false }} />
          {REALIS_WORDS[realis]} · {describeIncidentType(incident)}
        </dd>
      </div>
      {rows
        .filter(([, words]) => words !== '')
        .map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      <Differing incident={incident} />
      {incident.information !== undefined && (
        <div>
          <dt>{FACTS.credibility}</dt>
          <dd>
            <IncidentGrade incident={incident} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Where it lies, where that is known. */
function Place({ incident: { where } }: { readonly incident: Incident }) {
  if (where?.lat === undefined || where.lon === undefined) return null;
  const { name, lat, lon, precision } = where;
  return (
    <Suspense fallback={<Loading label={INCIDENT.fetchingPlace} lines={4} />}>
      <PlaceLocator name={name} lat={lat} lon={lon} precision={precision} />
    </Suspense>
  );
}

function MentionLine({ told }: { readonly told: Told }) {
  const { mention, claim, background } = told;
  return (
    <>
      <ToReader to={claim}>
        <span className="ref-facts">
          <RealisLine event={{ realis: mention.realis, background }} />
          <span className="ref-outlet" dir="auto">
            {claim.outlet ?? COMMON.outletUnknown}
          </span>
          {claim.published !== undefined && <When value={claim.published} />}
          <span>
            {background ? INCIDENT.asHistory(REALIS_WORDS[mention.realis]) : REALIS_WORDS[mention.realis]}
          </span>
        </span>
        <Words text={claim.words} className="ref-words" />
      </ToReader>
      <SetClaimAside claim={claim} events={[{ id: mention.event, words: describeMention(mention) }]} />
    </>
  );
}

function Mentions({ incident }: { readonly incident: Incident }) {
  return (
    <section className="picture-part" aria-labelledby="mentions">
      <h2 id="mentions">
        <Door to={{ kind: 'incident', incident: incident.id }}>
          {INCIDENT.mentions(incident.told.length, describeCounts(incident.tree))}
        </Door>
      </h2>
      {groupMentions(incident).map(({ origin, told }) => (
        <section key={origin?.id ?? 'none'} className="origin-group">
          <h3 className="origin-head">
            {origin !== undefined && <Sign kind={findOriginSign(origin)} isNamed />}
            <bdi className="origin-name">{origin?.name ?? COMMON.noOrigin}</bdi>
            {origin !== undefined && <span className="muted">{describeOrigin(origin)}</span>}
          </h3>
          <Limited items={told} first={10} className="refs">
            {(each) => (
              <li key={`${each.claim.document} ${each.mention.event}`} className="mention">
                <MentionLine told={each} />
              </li>
            )}
          </Limited>
        </section>
      ))}
    </section>
  );
}

/** One happening with everything that is said of it. */
export function IncidentPage() {
  const { id } = incidentRoute.useParams();
  const query = useIncident(id, useAsOf());
  if (query.isPending) return <Loading label={INCIDENT.fetching} lines={12} />;
  if (query.isError) {
    return (
      <Gone error={query.error} onRetry={() => void query.refetch()}>
        <Link to="/incidents">{INCIDENT.all}</Link>
      </Gone>
    );
  }
  const incident = query.data;
  return (
    <div className={query.isPlaceholderData ? 'picture-page is-old' : 'picture-page'}>
      <header className="page-head">
        <p className="crumb">
          <Link to="/incidents">{INCIDENT.list}</Link>
        </p>
        <h1 dir="auto">{incident.title}</h1>
        <p className="muted">
          <Phrase
            words={INCIDENT.known}
            parts={{ since: <When value={incident.first} />, last: <When value={incident.last} /> }}
          />
        </p>
        {incident.formerly !== undefined && <p className="note">{INCIDENT.formerly}</p>}
        <div className="page-acts">
          <MergeIncident incident={incident} />
          <SplitIncident incident={incident} />
          <SetIncidentAside incident={incident.id} title={incident.title} />
        </div>
        <Waiting of={makeThingKey('incident', incident.id)} />
        <Comments key={incident.id} of={makeThingKey('incident', incident.id)} />
      </header>
      <div className="incident-head">
        <Facts incident={incident} />
        <Place incident={incident} />
      </div>
      <section className="picture-part" aria-labelledby="figures">
        <h2 id="figures">{FIGURES.title}</h2>
        <Figures incident={incident} />
        {incident.figures.length > 0 && (
          <Suspense fallback={<Loading label={INCIDENT.fetchingChart} lines={4} />}>
            <FigureCourses incident={incident.id} figures={incident.figures} />
          </Suspense>
        )}
      </section>
      <Disputes incident={incident} />
      <Distortions incident={incident} />
      <IncidentCourse incident={incident} />
      <Replies incident={incident} />
      <OpenedFrom value={formatList({ kind: 'incident', id: incident.id })}>
        <Mentions incident={incident} />
      </OpenedFrom>
      <IncidentSources incident={incident} />
      <SetAsideList parts={incident.setAside} />
    </div>
  );
}
