import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { SECTORS } from '../../../model/entity.ts';
import { type ActorEntry, LONGEST_ROLE } from '../../../model/register.ts';
import { useAddActor } from '../api/actors.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { DialogButton } from '../decide/DialogButton.tsx';
import { Field, FormButtons, PersonField, takeText, usePersonName } from '../decide/fields.tsx';
import {
  ACTOR_WORDS,
  ADD_ACT,
  ENTERED_TYPES,
  REGISTER_WORDS,
  SECTOR_WORDS,
  TYPE_WORDS,
} from '../words/actors.ts';

/** What was filled in; empty fields tell nothing. */
function takeEntry(form: HTMLFormElement): ActorEntry {
  const data = new FormData(form);
  const given = (['sector', 'wikidata', 'role'] as const).flatMap((name) => {
    const value = takeText(data, name);
    return value === '' ? [] : [[name, value] as const];
  });
  const country = takeText(data, 'country').toUpperCase();
  return {
    name: takeText(data, 'name'),
    type: takeText(data, 'type'),
    ...(country === '' ? {} : { country }),
    ...Object.fromEntries(given),
    aliases: takeText(data, 'aliases')
      .split('\n')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    by: takeText(data, 'by'),
  };
}

/** What an actor is called and what it is. */
function Identity({ onType }: { readonly onType: (type: string) => void }) {
  return (
    <>
      <Field label={ACTOR_WORDS.name}>
        {(id) => <input id={id} name="name" required maxLength={120} autoComplete="off" />}
      </Field>
      <Field label={ACTOR_WORDS.type} hint={REGISTER_WORDS.typeHint}>
        {(id, hint) => (
          <select id={id} name="type" aria-describedby={hint} onChange={({ target }) => onType(target.value)}>
            {ENTERED_TYPES.map((type) => (
              <option key={type} value={type}>
                {TYPE_WORDS[type]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

/** What is known of it beside; none of it is needed. */
function Particulars() {
  return (
    <>
      <Field label={ACTOR_WORDS.country} hint={REGISTER_WORDS.countryHint}>
        {(id, hint) => (
          <input
            id={id}
            name="country"
            pattern="[A-Za-z]{2}"
            maxLength={2}
            autoComplete="off"
            aria-describedby={hint}
          />
        )}
      </Field>
      <Field label={ACTOR_WORDS.sector}>
        {(id) => (
          <select id={id} name="sector">
            <option value="">{ACTOR_WORDS.unknown}</option>
            {SECTORS.map((sector) => (
              <option key={sector} value={sector}>
                {SECTOR_WORDS[sector]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={REGISTER_WORDS.aliases} hint={REGISTER_WORDS.aliasesHint}>
        {(id, hint) => <textarea id={id} name="aliases" rows={3} aria-describedby={hint} />}
      </Field>
      <Field label={REGISTER_WORDS.wikidata} hint={REGISTER_WORDS.wikidataHint}>
        {(id, hint) => (
          <input
            id={id}
            name="wikidata"
            pattern="Q[1-9][0-9]*"
            maxLength={13}
            autoComplete="off"
            aria-describedby={hint}
          />
        )}
      </Field>
    </>
  );
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const [type, setType] = useState<string>(ENTERED_TYPES[0]);
  const [name, rememberName] = usePersonName();
  const add = useAddActor();
  const navigate = useNavigate();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entry = takeEntry(event.currentTarget);
    if (entry.by !== '') rememberName(entry.by);
    add.mutate(entry, {
      onSuccess: (actor) => {
        announce(`${actor.name} ${ADD_ACT.done}`);
        onDone();
        void navigate({ to: '/actors/$id', params: { id: actor.id } });
      },
    });
  };
  return (
    <form className="decision-form" onSubmit={send}>
      <Identity onType={setType} />
      {type === 'person' && (
        <Field label={REGISTER_WORDS.role} hint={REGISTER_WORDS.roleHint}>
          {(id, hint) => (
            <input
              id={id}
              name="role"
              required
              maxLength={LONGEST_ROLE}
              autoComplete="off"
              aria-describedby={hint}
            />
          )}
        </Field>
      )}
      <Particulars />
      <PersonField hint={REGISTER_WORDS.byHint} name={name} />
      {add.error !== null && <Failed error={add.error} />}
      <FormButtons
        submit={ADD_ACT.submit}
        sending={REGISTER_WORDS.sending}
        isSending={add.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

/** Enters an actor in the desk's register, and shows it then. */
export function AddActor() {
  return (
    <DialogButton words={ADD_ACT} operation="POST /register">
      {(close) => <AddForm onDone={close} />}
    </DialogButton>
  );
}
