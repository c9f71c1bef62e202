import { type FormEvent, type ReactNode, useId } from 'react';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { useRemembered } from '../components/remembered.ts';
import { Failed } from '../components/States.tsx';
import { FORM_WORDS } from '../words/decisions.ts';

/** What is chosen or typed beside the reason: which part, which grade, which name. */
export interface ValueField {
  readonly label: string;
  readonly hint?: string;
  /** What can be chosen; anything can be typed unless given. */
  readonly options?: readonly { readonly value: string; readonly words: string }[];
  /** What stands there at first. */
  readonly first?: string;
}

/** What a person has filled in. */
export interface Filled {
  readonly value: string;
  readonly by: string;
  readonly note: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function takeText(data: FormData, name: string): string {
  const value = data.get(name);
  return isText(value) ? value.trim() : '';
}

function ValueInput({ id, field }: { readonly id: string; readonly field: ValueField }) {
  const { options, first } = field;
  if (options === undefined)
    return <input id={id} name="value" required maxLength={DECISION_LIMITS.value} autoComplete="off" />;
  return (
    <select id={id} name="value" defaultValue={first}>
      {options.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

function Field(props: {
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

interface DecisionFormProps {
  readonly submit: string;
  readonly field?: ValueField | undefined;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly onDecide: (filled: Filled) => void;
  readonly onCancel: () => void;
}

/** Whatever is decided: a value where there is one, the reason, and who decides. */
export function DecisionForm({ submit, field, isSending, error, onDecide, onCancel }: DecisionFormProps) {
  const [name, rememberName] = useRemembered('name', '', isText);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const filled = { value: takeText(data, 'value'), by: takeText(data, 'by'), note: takeText(data, 'note') };
    rememberName(filled.by);
    onDecide(filled);
  };
  return (
    <form className="decision-form" onSubmit={send}>
      {field !== undefined && (
        <Field label={field.label} hint={field.hint}>
          {(id) => <ValueInput id={id} field={field} />}
        </Field>
      )}
      <Field label={FORM_WORDS.note} hint={FORM_WORDS.noteHint}>
        {(id, hint) => (
          <textarea
            id={id}
            name="note"
            rows={3}
            required
            maxLength={DECISION_LIMITS.note}
            aria-describedby={hint}
          />
        )}
      </Field>
      <Field label={FORM_WORDS.by} hint={FORM_WORDS.byHint}>
        {(id, hint) => (
          <input
            id={id}
            name="by"
            required
            maxLength={DECISION_LIMITS.by}
            defaultValue={name}
            autoComplete="name"
            aria-describedby={hint}
          />
        )}
      </Field>
      {error !== null && <Failed error={error} />}
      <div className="popover-actions">
        <button type="submit" className="button button-main" disabled={isSending}>
          {isSending ? FORM_WORDS.sending : submit}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {FORM_WORDS.cancel}
        </button>
      </div>
    </form>
  );
}
