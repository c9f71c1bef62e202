import { DecideButton } from '../decide/DecideButton.tsx';
import {
  CREDIBILITY_OPTIONS,
  GRADE_WORDS,
  RELIABILITY_OPTIONS,
  SET_CREDIBILITY,
  SET_RELIABILITY,
} from '../words/grades.ts';

/** Sets how credible an incident is. */
export function SetIncidentGrade(props: {
  readonly incident: string;
  readonly title: string;
  readonly grade: string;
}) {
  const { incident, title, grade } = props;
  return (
    <DecideButton
      isSmall
      words={SET_CREDIBILITY}
      about={<p>{title}</p>}
      field={{ label: GRADE_WORDS.grade, options: CREDIBILITY_OPTIONS, first: grade }}
      draft={(value) => ({ verdict: 'grade', of: { type: 'incident', incident }, value })}
    />
  );
}

/** Sets how reliable a source is. */
export function SetSourceGrade(props: {
  readonly source: string;
  readonly name: string;
  readonly grade: string;
}) {
  const { source, name, grade } = props;
  return (
    <DecideButton
      isSmall
      words={SET_RELIABILITY}
      label={name}
      about={<p>{name}</p>}
      field={{ label: GRADE_WORDS.grade, options: RELIABILITY_OPTIONS, first: grade }}
      draft={(value) => ({ verdict: 'grade', of: { type: 'source', source }, value })}
    />
  );
}
