import { type Account, ROLES } from '../../../model/account.ts';
import { useAccounts, useChangeAccount, useMay, useSession } from '../api/session.ts';
import { announce } from '../components/announce.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched, Page } from '../components/Page.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { Empty, Failed } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { ACCOUNT_MENU, ACCOUNTS, ROLE_WORDS } from '../words/text/accounts.ts';
import { AddAccountButton, NewPasswordButton } from './AccountForms.tsx';
import '../styles/accounts.css';

function Row({ account }: { readonly account: Account }) {
  const { name, displayName, role, created, disabled } = account;
  const change = useChangeAccount();
  const isOver = disabled !== undefined;
  const act = isOver ? ACCOUNTS.enable : ACCOUNTS.disable;
  return (
    <li className={isOver ? 'account is-over' : 'account'}>
      <div className="account-words">
        <h2 dir="auto">{displayName}</h2>
        <p className="muted">
          <Phrase
            words={isOver ? ACCOUNTS.disabledSince : ACCOUNTS.since}
            parts={{ name, when: <When value={disabled ?? created} /> }}
          />
        </p>
      </div>
      <select
        aria-label={ACCOUNTS.roleOf(name)}
        value={role}
        disabled={change.isPending}
        onChange={({ target }) => {
          const chosen = ROLES.find((each) => each === target.value) ?? role;
          change.mutate(
            { name, role: chosen },
            { onSuccess: () => announce(ACCOUNTS.roleSet(name, chosen)) },
          );
        }}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {ROLE_WORDS[each]}
          </option>
        ))}
      </select>
      <p className="account-acts">
        <NewPasswordButton name={name} />
        <button
          type="button"
          className="link decide-link"
          aria-label={ACCOUNTS.of(act, name)}
          disabled={change.isPending}
          onClick={() =>
            change.mutate(
              { name, disabled: !isOver },
              { onSuccess: () => announce(isOver ? ACCOUNTS.enabled(name) : ACCOUNTS.disabled(name)) },
            )
          }
        >
          {act}
        </button>
      </p>
      {change.error !== null && <Failed error={change.error} />}
    </li>
  );
}

function List() {
  const query = useAccounts();
  return (
    <Fetched query={query} label={ACCOUNTS.fetching}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={ACCOUNTS.none}>
            <p>{ACCOUNTS.noneHint}</p>
          </Empty>
        ) : (
          <ul className="accounts" aria-label={ACCOUNTS.count(rows.length)}>
            {rows.map((account) => (
              <Row key={account.name} account={account} />
            ))}
          </ul>
        )
      }
    </Fetched>
  );
}

/** Says that something is for admins, to whoever is none. */
export function ForAdmins({ title }: { readonly title: string }) {
  const { data } = useSession();
  return (
    <Empty title={title}>{data !== undefined && <p>{ACCOUNT_MENU.mayNot(data.role, 'admin')}</p>}</Empty>
  );
}

/** Who may log in, and what they may do. */
export function AccountsPage() {
  const may = useMay('GET /accounts');
  const asOf = useAsOf();
  return (
    <Page title={ACCOUNTS.title} aside={may ? <AddAccountButton /> : undefined}>
      {asOf !== undefined && <p className="note">{ACCOUNTS.isNow}</p>}
      {may ? <List /> : <ForAdmins title={ACCOUNTS.notForYou} />}
    </Page>
  );
}
