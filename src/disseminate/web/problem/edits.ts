import type { DefinitionEdit } from '../../../model/definition.ts';
import type { Assessment } from '../../../model/forecast.ts';
import { EDITING } from '../words/text/problem.ts';

/* Changes that are collected before they are saved. */

/** What a change is of: a later one takes the place of an earlier one of the same thing. New things are never the same. */
function nameTarget(edit: DefinitionEdit): string | undefined {
  switch (edit.edit) {
    case 'strength':
      return `strength ${edit.sign}`;
    case 'tells':
      return `tells ${edit.sign} ${edit.hypothesis}`;
    case 'share':
      return `share ${edit.hypothesis}`;
    default:
      return undefined;
  }
}

/** The changes with one more. */
export function addEdit(edits: readonly DefinitionEdit[], edit: DefinitionEdit): readonly DefinitionEdit[] {
  const target = nameTarget(edit);
  return [...edits.filter((each) => target === undefined || nameTarget(each) !== target), edit];
}

/** A change in words. */
export function describeEdit(edit: DefinitionEdit, { contributions, matrix }: Assessment): string {
  const sign = (id: string) => contributions.find((each) => each.id === id)?.title ?? id;
  const hypothesis = (id: string) => matrix?.hypotheses.find((each) => each.id === id)?.title ?? id;
  const { tell } = EDITING;
  switch (edit.edit) {
    case 'strength':
      return tell.strength(sign(edit.sign), edit.strength);
    case 'tells':
      return tell.tells(sign(edit.sign), hypothesis(edit.hypothesis), edit.strength);
    case 'share':
      return tell.share(hypothesis(edit.hypothesis), edit.share);
    case 'hypothesis':
      return tell.hypothesis(edit.title, edit.answer, edit.share);
    case 'indicator':
      return tell.indicator(edit.title, edit.strength, edit.direction);
  }
}
