import { Link } from '@tanstack/react-router';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useLogOut, useSession } from '../api/session.ts';
import { AccountIcon } from '../components/icons.tsx';
import { ACCOUNT_MENU, ROLE_HINTS, ROLE_WORDS } from '../words/text/accounts.ts';
import '../styles/accounts.css';

/** Who one is and what that allows, and where to go from there. Nothing until it is known. */
export function AccountEntries() {
  const { data } = useSession();
  const logOut = useLogOut();
  if (data === undefined) return null;
  const { displayName, name, role, isAccount, canLogIn, may } = data;
  return (
    <div className="account-entries">
      <p className="account-who">
        <strong dir="auto">{isAccount ? (displayName ?? name) : ACCOUNT_MENU.desk}</strong>
        <span className="muted">
          {isAccount && displayName !== name ? `${name}, ` : ''}
          {ROLE_WORDS[role]}
        </span>
      </p>
      <p className="muted">{isAccount ? ROLE_HINTS[role] : ACCOUNT_MENU.deskHint}</p>
      {isAccount && (
        <Link to="/account" className="rail-link">
          {ACCOUNT_MENU.own}
        </Link>
      )}
      {may.includes('GET /accounts') && (
        <Link to="/accounts" className="rail-link">
          {ACCOUNT_MENU.accounts}
        </Link>
      )}
      {may.includes('GET /audit') && (
        <Link to="/audit" className="rail-link">
          {ACCOUNT_MENU.audit}
        </Link>
      )}
      {isAccount && (
        <button type="button" className="rail-link" onClick={() => logOut.mutate()}>
          {ACCOUNT_MENU.logOut}
        </button>
      )}
      {!isAccount && canLogIn && (
        <Link to="/log-in" className="rail-link">
          {ACCOUNT_MENU.logIn}
        </Link>
      )}
    </div>
  );
}

/** The same behind a button at the end of the rail. */
export function AccountMenu() {
  const [isOpen, setOpen] = useState(false);
  const { data } = useSession();
  if (data === undefined) return null;
  const name = data.isAccount ? (data.displayName ?? data.name) : ACCOUNT_MENU.desk;
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="rail-link" aria-label={ACCOUNT_MENU.label(name)}>
        <AccountIcon />
        <span className="account-name" dir="auto">
          {name}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          side="right"
          align="end"
          sideOffset={8}
          // Whatever is chosen in it, it has served.
          onClick={() => setOpen(false)}
        >
          <AccountEntries />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
