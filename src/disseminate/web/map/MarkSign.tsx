import type { Form, Telling } from './marks.ts';
import { makeFormPath } from './paint/forms.ts';

/** A mark of the map as it stands in a list; the words beside it say the same. */
export function MarkSign({ form, telling }: { readonly form: Form; readonly telling: Telling }) {
  return (
    <svg
      className={`mark-sign mark-${telling}`}
      viewBox="-10 -10 20 20"
      width="20"
      height="20"
      aria-hidden="true"
    >
      <path d={makeFormPath(form, 6.5)} />
      {telling === 'denied' && <line x1="-9" y1="8" x2="9" y2="-8" />}
    </svg>
  );
}
