import { Link } from '@tanstack/react-router';
import type { IncidentSummary } from '../../../model/incident.ts';
import { RealisLine } from '../components/RealisLine.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeRange } from '../words/dates.ts';
import { describeIncidentType, describeOrigins, nameParties } from '../words/picture.ts';
import { COMMON } from '../words/text/common.ts';
import { INCIDENT } from '../words/text/incident.ts';
import { REALIS_WORDS } from '../words/vocabulary.ts';

/** When an incident is said to be, as precisely as it is known. */
export function describeWhen({ when }: Pick<IncidentSummary, 'when'>): string {
  return when === undefined ? COMMON.notDated : describeRange(when.from, when.to, when.precision);
}

/** `militias → US Embassy`. */
export function describeWho({ actors, recipients }: Pick<IncidentSummary, 'actors' | 'recipients'>): string {
  const by = nameParties(actors.slice(0, 3));
  const to = nameParties(recipients.slice(0, 3));
  if (to === '') return by;
  return `${by === '' ? INCIDENT.unnamed : by} → ${to}`;
}

/** An incident in one row. */
export function IncidentLine({ incident }: { readonly incident: IncidentSummary }) {
  const { id, title, realis, differing, where } = incident;
  const facts = [describeWho(incident), where?.name ?? ''].filter((fact) => fact !== '');
  return (
    <article className="picture-row">
      <p className="picture-when">{describeWhen(incident)}</p>
      <div className="picture-words">
        <h2 dir="auto">
          <Link to="/incidents/$id" params={{ id }} data-row>
            {title}
          </Link>
        </h2>
        {facts.length > 0 && <p dir="auto">{facts.join(' · ')}</p>}
        <p className="muted realis">
          <RealisLine event={{ realis, background: false }} />
          {REALIS_WORDS[realis]} · {describeIncidentType(incident)}
        </p>
      </div>
      <p className="picture-counts">
        <Door to={{ kind: 'incident', incident: id }}>{describeOrigins(incident)}</Door>
        <span className="muted">{INCIDENT.told(incident.mentions, incident.documents)}</span>
        {differing > 0 && (
          <Link to="/incidents/$id" params={{ id }} hash="figures">
            {INCIDENT.differing(differing)}
          </Link>
        )}
      </p>
    </article>
  );
}
