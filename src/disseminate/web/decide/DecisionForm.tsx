import type { FormEvent } from 'react';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { Failed } from '../components/States.tsx';
import { FORM_WORDS } from '../words/decisions.ts';
import { Field, FormButtons, PersonField, takeText, usePersonName } from './fields.tsx';

/** What is chosen or typed beside the reason: which part, which grade, which name. */
export interface ValueField {
  readonly label: string;
  readonly hint?: string;
  /** What can be chosen; anything can be typed unless given. */
  readonly options?: readonly { readonly value: string; readonly words: string }[];
  /** Whether several may be chosen, one at least; their values then come with spaces between. */
  readonly isMany?: boolean;
  /** What stands there at first. */
  readonly first?: string;
}

/** What a person has filled in. */
export interface Filled {
  readonly value: string;
  readonly by: string;
  readonly note: string;
}

/** Boxes to tick. Whoever ticks none is told so by the browser, at the first of them. */
function ValueBoxes({ field: { label, options = [] } }: { readonly field: ValueField }) {
  const check = (boxes: HTMLFieldSetElement) => {
    const [first, ...rest] = boxes.querySelectorAll('input');
    const isAny = [first, ...rest].some((box) => box?.checked === true);
    first?.setCustomValidity(isAny ? '' : FORM_WORDS.chooseOne);
  };
  return (
    <fieldset
      className="decision-boxes"
      ref={(boxes) => {
        if (boxes !== null) check(boxes);
      }}
      onChange={(event) => check(event.currentTarget)}
    >
      <legend>{label}</legend>
      {options.map(({ value, words }) => (
        <label key={value}>
          <input type="checkbox" name="value" value={value} />
          <span dir="auto">{words}</span>
        </label>
      ))}
    </fieldset>
  );
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
  const [name, rememberName] = usePersonName();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = field?.isMany === true ? data.getAll('value').join(' ') : takeText(data, 'value');
    const filled = { value, by: takeText(data, 'by'), note: takeText(data, 'note') };
    rememberName(filled.by);
    onDecide(filled);
  };
  return (
    <form className="decision-form" onSubmit={send}>
      {field?.isMany === true && <ValueBoxes field={field} />}
      {field !== undefined && field.isMany !== true && (
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
      <PersonField hint={FORM_WORDS.byHint} name={name} />
      {error !== null && <Failed error={error} />}
      <FormButtons submit={submit} sending={FORM_WORDS.sending} isSending={isSending} onCancel={onCancel} />
    </form>
  );
}
