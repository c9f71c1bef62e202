import type { Incident } from '../../../model/incident.ts';
import { Limited } from '../components/Limited.tsx';
import { Door } from '../evidence/Door.tsx';
import { describeCredibility, describeReliability, GRADE_WORDS } from '../words/grades.ts';
import { GradeTag, SetLine } from './GradeMark.tsx';
import { SetIncidentGrade, SetSourceGrade } from './SetGrade.tsx';

/** Sources that are listed at first. */
const FIRST = 6;

/** How credible an incident is, whoever says so: one of its facts. */
export function IncidentGrade({ incident }: { readonly incident: Incident }) {
  const { information } = incident;
  if (information === undefined) return null;
  const { grade, set, workedOut, reason } = information;
  return (
    <section aria-label={GRADE_WORDS.information}>
      <GradeTag grade={grade} isSet={set !== undefined} /> {describeCredibility(grade).slice(3)}{' '}
      <SetIncidentGrade incident={incident.id} title={incident.title} grade={grade} />
      {set === undefined ? (
        <span className="note">
          <Door to={{ kind: 'incident', incident: incident.id }}>{reason}</Door>
        </span>
      ) : (
        <SetLine set={set} workedOut={describeCredibility(workedOut)} />
      )}
    </section>
  );
}

/** How reliable its sources are, whatever they say. */
export function IncidentSources({ incident: { sources = [] } }: { readonly incident: Incident }) {
  if (sources.length === 0) return null;
  return (
    <section className="picture-part grades" aria-labelledby="sources">
      <h2 id="sources">{GRADE_WORDS.sources}</h2>
      <Limited items={sources} first={FIRST} className="grade-list" label={GRADE_WORDS.sources}>
        {(mark) => (
          <li key={mark.source}>
            <GradeTag grade={mark.grade} isSet={mark.isSet} /> <bdi>{mark.name}</bdi>{' '}
            <span className="muted">{describeReliability(mark.grade).slice(3)}</span>{' '}
            <SetSourceGrade source={mark.source} name={mark.name} grade={mark.grade} />
          </li>
        )}
      </Limited>
    </section>
  );
}
