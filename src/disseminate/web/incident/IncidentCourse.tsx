import type { Incident } from '../../../model/incident.ts';
import { Limited } from '../components/Limited.tsx';
import { Sign, type SignKind } from '../components/Sign.tsx';
import { When } from '../components/When.tsx';
import { ToReader } from '../evidence/ClaimLink.tsx';
import { INCIDENT } from '../words/text/incident.ts';
import { listMoments, type Moment, type MomentKind } from './moments.ts';

/** Moments shown at first. */
const FIRST = 16;

const SIGNS: Readonly<Partial<Record<MomentKind, SignKind>>> = {
  origin: 'origin',
  possible: 'possible',
  denial: 'ownDenial',
  claimed: 'ownConfirmation',
};

function Words({ moment }: { readonly moment: Moment }) {
  const { words, claim } = moment;
  if (claim === undefined) return <span dir="auto">{words}</span>;
  return (
    <ToReader to={claim} className="moment-words">
      <span dir="auto">{words}</span>
    </ToReader>
  );
}

/** What was said of an incident, in the order of time: the first word, origins, changes of figures, denials, corrections. */
export function IncidentCourse({ incident }: { readonly incident: Incident }) {
  const moments = listMoments(incident);
  if (moments.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="course">
      <h2 id="course">{INCIDENT.course}</h2>
      <p className="muted">{INCIDENT.courseHint}</p>
      <Limited items={moments} first={FIRST} className="moments">
        {(moment, at) => {
          const sign = SIGNS[moment.kind];
          return (
            <li key={`${moment.kind} ${moment.at} ${at}`} className={`moment moment-${moment.kind}`}>
              <span className="moment-when muted">
                <When value={moment.at} />
              </span>
              <span className="moment-kind">
                {sign === undefined ? (
                  <span className="moment-tick" aria-hidden="true" />
                ) : (
                  <Sign kind={sign} />
                )}
                {INCIDENT.moments[moment.kind]}
              </span>
              <Words moment={moment} />
            </li>
          );
        }}
      </Limited>
    </section>
  );
}
