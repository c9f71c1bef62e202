import type { Cause, RootCause } from '../../model/correction.ts';
import { clean } from './width.ts';

const DONE = { reject: 'rejected', merge: 'merged', split: 'split', correct: 'corrected' } as const;

/** A cause in a few words: `rejected by Ann Example (j3): misread`. */
export function formatCause(cause: Cause): string {
  if (cause.type !== 'repeats') return formatRoot(cause);
  return `repeats ${clean(cause.claim.outlet ?? 'a report')}: ${formatRoot(cause.because)}`;
}

function formatRoot(cause: RootCause): string {
  switch (cause.type) {
    case 'judgement':
      return `${DONE[cause.verdict ?? 'reject']} by ${clean(cause.by)} (${cause.judgement}): ${clean(cause.note)}`;
    case 'withdrawal':
      return `taken back by ${clean(cause.by)} (${cause.judgement}): ${clean(cause.note)}`;
    case 'note':
      return `${cause.note.type} by ${clean(cause.outlet ?? 'its publisher')}: “${clean(cause.note.text)}”`;
    case 'version':
      return `version ${cause.version} of ${clean(cause.outlet ?? 'the page')}`;
    case 'document':
      return `report of ${clean(cause.outlet ?? 'an unknown outlet')}, ${cause.document.slice('sha256:'.length, 'sha256:'.length + 12)}`;
    case 'time':
      return 'nothing came in: time passed';
  }
}
