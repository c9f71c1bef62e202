import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { PASSWORD_LENGTH } from '../../../model/account.ts';
import { useChangeOwnPassword, useSession } from '../api/session.ts';
import { announce } from '../components/announce.ts';
import { Fetched, Page } from '../components/Page.tsx';
import { Empty, Failed } from '../components/States.tsx';
import { Field } from '../decide/fields.tsx';
import { ACCOUNT_MENU, ACCOUNTS, OWN_ACCOUNT, ROLE_HINTS, ROLE_WORDS } from '../words/text/accounts.ts';
import '../styles/accounts.css';

function PasswordField(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isNew: boolean;
}) {
  const { name, label, hint, isNew } = props;
  return (
    <Field label={label} hint={hint}>
      {(id, described) => (
        <input
          id={id}
          name={name}
          type="password"
          required
          minLength={isNew ? PASSWORD_LENGTH.least : undefined}
          maxLength={2 * PASSWORD_LENGTH.most}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          aria-describedby={hint === undefined ? undefined : described}
        />
      )}
    </Field>
  );
}

function PasswordForm({ account }: { readonly account: string }) {
  const change = useChangeOwnPassword();
  const [isUnlike, setUnlike] = useState(false);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    // As they were typed: spaces belong to them.
    const take = (name: string) => String(data.get(name) ?? '');
    const given = { password: take('before'), newPassword: take('next') };
    const isAlike = given.newPassword === take('again');
    setUnlike(!isAlike);
    if (!isAlike) return change.reset();
    change.mutate(given, {
      onSuccess: () => {
        form.reset();
        announce(OWN_ACCOUNT.done);
      },
    });
  };
  return (
    <form className="decision-form own-password" aria-label={OWN_ACCOUNT.password} onSubmit={send}>
      <h2>{OWN_ACCOUNT.password}</h2>
      <p className="muted">{OWN_ACCOUNT.hint}</p>
      {/* For whatever keeps passwords for people. */}
      <input hidden readOnly name="username" autoComplete="username" value={account} />
      <PasswordField name="before" label={OWN_ACCOUNT.before} isNew={false} />
      <PasswordField name="next" label={OWN_ACCOUNT.next} hint={OWN_ACCOUNT.nextHint} isNew />
      <PasswordField name="again" label={OWN_ACCOUNT.again} isNew />
      {isUnlike && (
        <p className="dialog-stop" role="alert">
          {OWN_ACCOUNT.notAlike}
        </p>
      )}
      {change.error !== null && <Failed error={change.error} />}
      <div className="popover-actions">
        <button type="submit" className="button button-main" disabled={change.isPending}>
          {change.isPending ? ACCOUNTS.sending : OWN_ACCOUNT.submit}
        </button>
      </div>
    </form>
  );
}

/** Who one is here, and the own password. */
export function OwnAccountPage() {
  const query = useSession();
  return (
    <Page title={OWN_ACCOUNT.title}>
      <Fetched query={query} label={OWN_ACCOUNT.fetching}>
        {({ isAccount, name, displayName = name, role, canLogIn }) =>
          isAccount ? (
            <div className="own-account">
              <p className="own-name">
                <strong dir="auto">{displayName}</strong>
              </p>
              <dl className="own-facts">
                <dt>{OWN_ACCOUNT.name}</dt>
                <dd>{name}</dd>
                <dt>{OWN_ACCOUNT.role}</dt>
                <dd>{ACCOUNTS.option(ROLE_WORDS[role], ROLE_HINTS[role])}</dd>
              </dl>
              <PasswordForm account={name} />
            </div>
          ) : (
            <Empty title={OWN_ACCOUNT.none}>
              <p>{ACCOUNT_MENU.deskHint}</p>
              {canLogIn && (
                <p>
                  <Link to="/log-in">{ACCOUNT_MENU.logIn}</Link>
                </p>
              )}
            </Empty>
          )
        }
      </Fetched>
    </Page>
  );
}
