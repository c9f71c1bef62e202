import type { FormEvent } from 'react';
import { DISPLAY_NAME_LENGTH, PASSWORD_LENGTH, ROLES } from '../../../model/account.ts';
import { useAddAccount, useChangeAccount } from '../api/session.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { DialogButton } from '../decide/DialogButton.tsx';
import { Field, FormButtons, takeText } from '../decide/fields.tsx';
import { ACCOUNTS, ADD_ACCOUNT, NEW_PASSWORD, ROLE_HINTS, ROLE_WORDS } from '../words/text/accounts.ts';

function PasswordField() {
  return (
    <Field label={ACCOUNTS.password} hint={ACCOUNTS.passwordHint}>
      {(id, hint) => (
        <input
          id={id}
          name="password"
          type="password"
          required
          minLength={PASSWORD_LENGTH.least}
          maxLength={PASSWORD_LENGTH.most}
          autoComplete="new-password"
          aria-describedby={hint}
        />
      )}
    </Field>
  );
}

/** As it was typed: spaces belong to it. */
function takePassword(data: FormData): string {
  return String(data.get('password') ?? '');
}

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const add = useAddAccount();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const displayName = takeText(data, 'displayName');
    const role = ROLES.find((each) => each === data.get('role')) ?? 'viewer';
    add.mutate(
      {
        ...{ name: takeText(data, 'name'), role, password: takePassword(data) },
        ...(displayName === '' ? {} : { displayName }),
      },
      {
        onSuccess: () => {
          announce(ADD_ACCOUNT.done);
          onDone();
        },
      },
    );
  };
  return (
    <form className="decision-form" onSubmit={send}>
      <Field label={ACCOUNTS.name} hint={ACCOUNTS.nameHint}>
        {(id, hint) => (
          <input
            id={id}
            name="name"
            required
            minLength={2}
            maxLength={32}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={hint}
          />
        )}
      </Field>
      <Field label={ACCOUNTS.displayName}>
        {(id) => <input id={id} name="displayName" maxLength={DISPLAY_NAME_LENGTH} autoComplete="off" />}
      </Field>
      <Field label={ACCOUNTS.role}>
        {(id) => (
          <select id={id} name="role" defaultValue="analyst">
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {ACCOUNTS.option(ROLE_WORDS[role], ROLE_HINTS[role])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <PasswordField />
      {add.error !== null && <Failed error={add.error} />}
      <FormButtons
        submit={ADD_ACCOUNT.submit}
        sending={ACCOUNTS.sending}
        isSending={add.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

export function AddAccountButton() {
  return (
    <DialogButton words={ADD_ACCOUNT} operation="POST /accounts" isTimeless>
      {(close) => <AddForm onDone={close} />}
    </DialogButton>
  );
}

function PasswordForm({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const change = useChangeAccount();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(
      { name, password: takePassword(new FormData(event.currentTarget)) },
      {
        onSuccess: () => {
          announce(NEW_PASSWORD.done);
          onDone();
        },
      },
    );
  };
  return (
    <form className="decision-form" onSubmit={send}>
      <PasswordField />
      {change.error !== null && <Failed error={change.error} />}
      <FormButtons
        submit={NEW_PASSWORD.submit}
        sending={ACCOUNTS.sending}
        isSending={change.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

export function NewPasswordButton({ name }: { readonly name: string }) {
  return (
    <DialogButton
      words={NEW_PASSWORD}
      about={<p>{name}</p>}
      label={name}
      operation="PATCH /accounts/{name}"
      isSmall
      isTimeless
    >
      {(close) => <PasswordForm name={name} onDone={close} />}
    </DialogButton>
  );
}
