import { type ReactNode, useId } from 'react';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { useSession } from '../api/session.ts';
import { useRemembered } from '../components/remembered.ts';
import { FORM_WORDS } from '../words/decisions.ts';
import { ACCOUNT_MENU } from '../words/text/accounts.ts';

/* What the forms of this folder and of the register have in common. */

const isText = (value: unknown): value is string => typeof value === 'string';

/** What stands in a field, without spaces around it. */
export function takeText(data: FormData, name: string): string {
  const value = data.get(name);
  return isText(value) ? value.trim() : '';
}

/** The name of who decides, as this browser remembers it; an account's name is not asked for, and does not replace it. */
export function usePersonName(): readonly [string, (name: string) => void] {
  const [name, remember] = useRemembered('name', '', isText);
  return [
    name,
    (given) => {
      if (given !== '') remember(given);
    },
  ];
}

/** A label, what it labels, and a hint below. */
export function Field(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (id: string, hint: string) => ReactNode;
}) {
  const id = useId();
  const hint = `${id}-hint`;
  return (
    <div className="decision-field">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id, hint)}
      {props.hint !== undefined && (
        <p id={hint} className="muted">
          {props.hint}
        </p>
      )}
    </div>
  );
}

/** Who decides: somebody logged in need not say so. */
export function PersonField({ name, hint }: { readonly name: string; readonly hint: string }) {
  const { data } = useSession();
  if (data?.isAccount === true)
    return <p className="muted">{ACCOUNT_MENU.decidesAs(data.displayName ?? data.name)}</p>;
  return (
    <Field label={FORM_WORDS.by} hint={hint}>
      {(id, described) => (
        <input
          id={id}
          name="by"
          required
          maxLength={DECISION_LIMITS.by}
          defaultValue={name}
          autoComplete="name"
          aria-describedby={described}
        />
      )}
    </Field>
  );
}

/** Sends the form, or leaves it. */
export function FormButtons(props: {
  readonly submit: string;
  readonly sending: string;
  readonly isSending: boolean;
  readonly onCancel: () => void;
}) {
  const { submit, sending, isSending, onCancel } = props;
  return (
    <div className="popover-actions">
      <button type="submit" className="button button-main" disabled={isSending}>
        {isSending ? sending : submit}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {FORM_WORDS.cancel}
      </button>
    </div>
  );
}
