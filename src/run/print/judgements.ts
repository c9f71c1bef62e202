import type { Judgement } from '../../model/judgement.ts';
import { formatDate } from '../../text/dates.ts';
import { nameThing } from '../decisions/names.ts';
import type { Style } from './terminal.ts';
import { clean, shorten } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** What people of the desk decided, in the order in which they did; what was withdrawn says so. */
export function formatJudgements(
  judgements: readonly Judgement[],
  form: Form & { readonly standing: ReadonlySet<string> },
): string {
  if (judgements.length === 0) return 'Nothing was decided.\n';
  return judgements
    .map((judgement) => {
      const isOver = judgement.verdict !== 'withdraw' && !form.standing.has(judgement.id);
      return formatJudgement(judgement, form, isOver ? ' (withdrawn)' : '');
    })
    .join('');
}

/** One judgement in two lines: what of which thing, then who, when and why. */
export function formatJudgement(judgement: Judgement, { width, style }: Form, mark = ''): string {
  const { id, verdict, value, correction, of, by, made, note } = judgement;
  const field = correction === undefined ? '' : ` ${correction.field} to`;
  const what = value === undefined ? verdict : `${verdict}${field} ${clean(value)}`;
  return [
    `${style.bold(id)} ${shorten(`${what}: ${nameThing(of)}${mark}`, width - id.length - 1)}`,
    `   ${style.dim(shorten(`${clean(by)}, ${formatDate(made)}: ${clean(note)}`, width - 3))}`,
    '',
  ].join('\n');
}
