import { type FormEvent, useId, useRef } from 'react';
import { useLogIn } from '../api/session.ts';
import { Failed } from '../components/States.tsx';
import { Field } from '../decide/fields.tsx';
import { LOG_IN } from '../words/text/accounts.ts';
import '../styles/accounts.css';

/** Name and password. Whatever address was opened is there once one is in. */
export function LogInPage({ onDone }: { readonly onDone?: () => void }) {
  const logIn = useLogIn();
  const heading = useId();
  const password = useRef<HTMLInputElement>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const take = (name: string) => String(data.get(name) ?? '');
    logIn.mutate(
      { name: take('name').trim(), password: take('password') },
      {
        onSuccess: () => onDone?.(),
        onError: () => {
          if (password.current !== null) password.current.value = '';
          password.current?.focus();
        },
      },
    );
  };
  return (
    <main className="log-in" aria-labelledby={heading}>
      <form className="decision-form" onSubmit={send}>
        <h1 id={heading}>{LOG_IN.title}</h1>
        <p className="muted">{LOG_IN.hint}</p>
        <Field label={LOG_IN.name}>
          {(id) => (
            <input
              id={id}
              name="name"
              required
              maxLength={200}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label={LOG_IN.password}>
          {(id) => (
            <input
              ref={password}
              id={id}
              name="password"
              type="password"
              required
              maxLength={400}
              autoComplete="current-password"
            />
          )}
        </Field>
        {logIn.error !== null && <Failed error={logIn.error} />}
        <button type="submit" className="button button-main" disabled={logIn.isPending}>
          {logIn.isPending ? LOG_IN.sending : LOG_IN.submit}
        </button>
      </form>
    </main>
  );
}
