import type { SourceKind } from '../../../model/grade.ts';
import { makeThingKey } from '../../../model/thing.ts';
import { useGrades } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { Comments } from '../together/Comments.tsx';
import { describeRecord, describeReliability, GRADE_WORDS } from '../words/grades.ts';
import { GradeTag, SetLine } from './GradeMark.tsx';
import { SetSourceGrade } from './SetGrade.tsx';

/** Offices and groups by what became of what they said, each with its letter; outlets have a page of their own. */
export function SourceGrades() {
  const query = useGrades(useAsOf());
  const isSpeaker = ({ type }: { readonly type: SourceKind }) => type !== 'outlet';
  return (
    <section className="picture-part grades" aria-labelledby="reliability">
      <h2 id="reliability">{GRADE_WORDS.speakers}</h2>
      <Fetched query={query} label={GRADE_WORDS.fetching}>
        {({ rows }) =>
          !rows.some(isSpeaker) ? (
            <Empty title={GRADE_WORDS.none}>
              <p>{GRADE_WORDS.noneHint}</p>
            </Empty>
          ) : (
            <ul>
              {rows.filter(isSpeaker).map((row) => (
                <li key={row.source}>
                  <p>
                    <GradeTag grade={row.grade} isSet={row.isSet} /> <strong>{row.name}</strong>{' '}
                    {describeReliability(row.grade).slice(3)}{' '}
                    <SetSourceGrade source={row.source} name={row.name} grade={row.grade} />
                  </p>
                  <p className="note">
                    {describeRecord(row)} {row.reason}
                  </p>
                  {row.set !== undefined && (
                    <SetLine set={row.set} workedOut={describeReliability(row.workedOut)} />
                  )}
                  <Comments
                    of={makeThingKey('source', row.source)}
                    within="source:*"
                    label={row.name}
                    isSmall
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
    </section>
  );
}
