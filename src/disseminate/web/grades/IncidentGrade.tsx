import type { Incident } from '../../../model/incident.ts';
import { describeCredibility, describeReliability, GRADE_WORDS } from '../words/grades.ts';
import { GradeTag, SetLine } from './GradeMark.tsx';
import { SetIncidentGrade, SetSourceGrade } from './SetGrade.tsx';

/** How credible an incident is, and apart from that how reliable its sources are. */
export function IncidentGrade({ incident }: { readonly incident: Incident }) {
  const { information, sources = [] } = incident;
  if (information === undefined) return null;
  const { grade, set, workedOut, reason } = information;
  return (
    <section className="picture-part grades" aria-labelledby="credibility">
      <h2 id="credibility">{GRADE_WORDS.information}</h2>
      <p>
        <GradeTag grade={grade} isSet={set !== undefined} /> {describeCredibility(grade).slice(3)}{' '}
        <SetIncidentGrade incident={incident.id} title={incident.title} grade={grade} />
      </p>
      {set === undefined ? (
        <p className="note">{reason}</p>
      ) : (
        <SetLine set={set} workedOut={describeCredibility(workedOut)} />
      )}
      {sources.length > 0 && (
        <>
          <h3>{GRADE_WORDS.sources}</h3>
          <ul>
            {sources.map((mark) => (
              <li key={mark.source}>
                <GradeTag grade={mark.grade} isSet={mark.isSet} /> {mark.name}{' '}
                <span className="muted">{describeReliability(mark.grade).slice(3)}</span>{' '}
                <SetSourceGrade source={mark.source} name={mark.name} grade={mark.grade} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
