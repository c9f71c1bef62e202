import type { SetGrade } from '../../../model/grade.ts';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { UndoButton } from '../decide/SetAsideButtons.tsx';
import { GRADE_WORDS } from '../words/grades.ts';

/** A letter or a digit in its tag; a filled one was set by a person. */
export function GradeTag({ grade, isSet }: { readonly grade: string; readonly isSet: boolean }) {
  return <span className={isSet ? 'grade-tag is-set' : 'grade-tag'}>{grade}</span>;
}

/** Who set a grade, when and why, and what had been worked out. */
export function SetLine({ set, workedOut }: { readonly set: SetGrade; readonly workedOut: string }) {
  return (
    <p className="cause">
      <Phrase
        words={GRADE_WORDS.set}
        parts={{ who: set.by, when: <When value={set.made} />, note: set.note, workedOut }}
      />{' '}
      <UndoButton judgement={set.judgement} />
    </p>
  );
}
