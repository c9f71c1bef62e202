import { type FormEvent, type ReactNode, useId } from 'react';
import type { DefinitionEdit } from '../../../model/definition.ts';
import { STRENGTHS, type Strength } from '../../../model/problem.ts';
import { EDITING } from '../words/text/problem.ts';

type OnEdit = (edit: DefinitionEdit) => void;

function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <p className="edit-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  );
}

function TextField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Field label={label}>
      {(id) => (
        <input id={id} name={name} type="text" required maxLength={300} dir="auto" autoComplete="off" />
      )}
    </Field>
  );
}

interface NumberProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
}

function NumberField({ name, label, value }: NumberProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          name={name}
          type="number"
          required
          min="0.1"
          max="1000"
          step="any"
          defaultValue={value}
        />
      )}
    </Field>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
}

function ChoiceField({ name, label, options }: ChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} name={name}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface FormProps {
  readonly title: string;
  readonly read: (take: (name: string) => string) => DefinitionEdit;
  readonly onEdit: OnEdit;
  readonly children: ReactNode;
}

/** A form that is closed at first, and empty again once its change was added. */
function AddForm({ title, read, onEdit, children }: FormProps) {
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    onEdit(read((name) => String(data.get(name) ?? '').trim()));
    form.reset();
  };
  return (
    <details className="edit-add">
      <summary>{title}</summary>
      <form onSubmit={add} aria-label={title}>
        {children}
        <button type="submit" className="button">
          {EDITING.add}
        </button>
      </form>
    </details>
  );
}

export function AddHypothesis({ onEdit }: { readonly onEdit: OnEdit }) {
  return (
    <AddForm
      title={EDITING.addHypothesis}
      onEdit={onEdit}
      read={(take) => ({
        edit: 'hypothesis',
        title: take('title'),
        why: take('why'),
        answer: take('answer') === 'no' ? 'no' : 'yes',
        share: Number(take('share')),
      })}
    >
      <TextField name="title" label={EDITING.what} />
      <TextField name="why" label={EDITING.why} />
      <ChoiceField name="answer" label={EDITING.answer} options={['yes', 'no']} />
      <NumberField name="share" label={EDITING.share} value={1} />
    </AddForm>
  );
}

export function AddRow({ onEdit }: { readonly onEdit: OnEdit }) {
  return (
    <AddForm
      title={EDITING.addRow}
      onEdit={onEdit}
      read={(take) => ({
        edit: 'indicator',
        title: take('title'),
        why: take('why'),
        direction: take('direction') === 'against' ? 'against' : 'for',
        strength: take('strength') as Strength,
        halfLife: Number(take('halfLife')),
        words: take('words')
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      })}
    >
      <TextField name="title" label={EDITING.what} />
      <TextField name="why" label={EDITING.why} />
      <ChoiceField name="direction" label={EDITING.direction} options={['for', 'against']} />
      <ChoiceField name="strength" label={EDITING.strength} options={Object.keys(STRENGTHS)} />
      <NumberField name="halfLife" label={EDITING.halfLife} value={14} />
      <TextField name="words" label={EDITING.words} />
    </AddForm>
  );
}
