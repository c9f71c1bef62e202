import { type FormEvent, useEffect, useRef } from 'react';
import type { Corrected } from '../../../../model/correction.ts';
import { DECISION_LIMITS } from '../../../../model/decision.ts';
import type { Document } from '../../../../model/document.ts';
import { type CorrectedField, isEventField, NONE } from '../../../../model/field-correction.ts';
import { useDecide } from '../../api/decisions.ts';
import { Failed } from '../../components/States.tsx';
import { Field, FormButtons, PersonField, takeText, usePersonName } from '../../decide/fields.tsx';
import { FORM_WORDS } from '../../words/decisions.ts';
import { CORRECT } from '../../words/text/correct.ts';
import type { IndexedReading } from '../indexed.ts';
import { type Corrigible, findValue, listEntities, listOptions, listTimes } from './fields.ts';
import { TokensField } from './TokensField.tsx';

interface CorrectFormProps {
  readonly document: Document;
  readonly index: IndexedReading;
  readonly meant: Corrigible;
  readonly field: CorrectedField;
  /** The correction of this field that stands: another one takes its place. */
  readonly standing: Corrected | undefined;
  readonly onBack: () => void;
  readonly onDone: (judgement: string, by: string) => void;
}

/** What one field should read, and why. The focus is where the value is chosen. */
export function CorrectForm(props: CorrectFormProps) {
  const { document, meant, field, standing, onBack, onDone } = props;
  const [name, rememberName] = usePersonName();
  const decide = useDecide();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, input:not([type=hidden])')?.focus();
  }, []);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const by = takeText(data, 'by');
    rememberName(by);
    const { claim } = meant;
    const own = isEventField(field) && meant.event !== undefined ? { event: meant.event.id } : {};
    const instead = standing?.cause.type === 'judgement' ? { instead: standing.cause.judgement } : {};
    decide.mutate(
      {
        verdict: 'correct',
        of: { type: 'claim', document: document.id, claim: claim.id, ...own },
        field,
        value: takeText(data, 'value'),
        words: claim.content.text,
        by,
        note: takeText(data, 'note'),
        ...instead,
      },
      { onSuccess: ({ id }) => onDone(id, by) },
    );
  };
  return (
    <form className="decision-form" onSubmit={send} ref={form}>
      <Field
        label={`${CORRECT.value}: ${CORRECT.fields[field]}`}
        hint={field === 'time' ? CORRECT.timeHint : undefined}
      >
        {(id, hint) => <ValueField {...props} id={id} hint={hint} />}
      </Field>
      <Field label={FORM_WORDS.note}>
        {(id) => (
          <input
            id={id}
            name="note"
            required
            maxLength={DECISION_LIMITS.note}
            defaultValue={CORRECT.misread}
          />
        )}
      </Field>
      <PersonField hint={FORM_WORDS.byHint} name={name} />
      {decide.error !== null && <Failed error={decide.error} />}
      <FormButtons
        submit={CORRECT.submit}
        sending={CORRECT.sending}
        isSending={decide.isPending}
        onCancel={onBack}
      />
    </form>
  );
}

function ValueField(props: CorrectFormProps & { readonly id: string; readonly hint: string }) {
  const { id, hint, index, meant, field } = props;
  const { reading } = index;
  const first = findValue(field, meant, index);
  const options = listOptions(field, reading);
  if (options !== undefined)
    return (
      <select id={id} name="value" defaultValue={first}>
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    );
  if (field === 'time')
    return (
      <>
        <input
          id={id}
          name="value"
          required
          defaultValue={first}
          maxLength={40}
          autoComplete="off"
          list={`${id}-times`}
          aria-describedby={hint}
        />
        <datalist id={`${id}-times`}>
          {listTimes(reading).map(({ value, words }) => (
            <option key={value} value={value} label={words} />
          ))}
        </datalist>
      </>
    );
  const entities = listEntities(reading);
  if (field === 'chain')
    return (
      <TokensField
        id={id}
        name="value"
        fixed={1}
        empty="0"
        first={meant.claim.chain.map((link, at) => ({ value: String(at), words: link.name }))}
        others={entities}
      />
    );
  const known = first === '' ? [] : first.split(',');
  return (
    <TokensField
      id={id}
      name="value"
      fixed={0}
      empty={NONE}
      first={known.map((value) => ({ value, words: index.entityById.get(value)?.name ?? value }))}
      others={entities}
    />
  );
}
