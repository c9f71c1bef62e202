import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import type { AuditEntry } from '../../../model/audit.ts';
import { useAudit, useMay } from '../api/session.ts';
import { useAsOf } from '../components/instant.ts';
import { MoreRows } from '../components/MoreRows.tsx';
import { Page } from '../components/Page.tsx';
import { Empty, Failed, Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { takeText } from '../decide/fields.tsx';
import {
  ACCOUNTS,
  AUDIT,
  nameOperation,
  nameReason,
  OPERATION_WORDS,
  OUTCOME_SIGNS,
  OUTCOME_WORDS,
  ROLE_WORDS,
} from '../words/text/accounts.ts';
import { ForAdmins } from './AccountsPage.tsx';
import '../styles/accounts.css';

const auditRoute = getRouteApi('/audit');

function Row({ entry }: { readonly entry: AuditEntry }) {
  const { number, at, by, role, operation, on, outcome, reason, address, omitted } = entry;
  return (
    <li className="audit-entry">
      <span className="muted audit-number">{number}</span>
      <When value={at} />
      <div className="audit-words">
        <p dir="auto">
          <strong>{by ?? AUDIT.nobody}</strong>
          {role !== undefined && <span className="muted"> {ROLE_WORDS[role]}</span>}:{' '}
          {nameOperation(operation)}
          {on !== undefined && <span className="audit-on"> {on}</span>}
        </p>
        {(address !== undefined || omitted !== undefined) && (
          <p className="muted">
            {address !== undefined && AUDIT.from(address)} {omitted !== undefined && AUDIT.omitted(omitted)}
          </p>
        )}
      </div>
      <span className={`audit-outcome is-${outcome}`}>
        <span aria-hidden="true">{OUTCOME_SIGNS[outcome]}</span> {OUTCOME_WORDS[outcome]}
        {reason !== undefined && `: ${nameReason(reason)}`}
      </span>
    </li>
  );
}

function Filter() {
  const { by, operation } = auditRoute.useSearch();
  const navigate = auditRoute.useNavigate();
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const take = (name: string) => takeText(data, name) || undefined;
    void navigate({ search: (search) => ({ ...search, by: take('by'), operation: take('operation') }) });
  };
  return (
    <form className="audit-filter" key={`${by} ${operation}`} onSubmit={show}>
      <label>
        {AUDIT.by}
        <input name="by" defaultValue={by} placeholder={AUDIT.anyone} maxLength={80} autoComplete="off" />
      </label>
      <label>
        {AUDIT.operation}
        <select name="operation" defaultValue={operation ?? ''}>
          <option value="">{AUDIT.anything}</option>
          {Object.keys(OPERATION_WORDS).map((each) => (
            <option key={each} value={each}>
              {nameOperation(each)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {AUDIT.show}
      </button>
    </form>
  );
}

function List() {
  const { by, operation } = auditRoute.useSearch();
  const query = useAudit({ by, operation });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const isFiltered = by !== undefined || operation !== undefined;
  return (
    <>
      <Filter />
      {query.isPending && <Loading label={AUDIT.fetching} lines={10} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <Empty title={isFiltered ? AUDIT.noneFits : AUDIT.none}>
          {isFiltered && <p>{AUDIT.noneHint}</p>}
        </Empty>
      )}
      <ol className={query.isPlaceholderData ? 'audit is-old' : 'audit'}>
        {rows.map((entry) => (
          <Row key={entry.number} entry={entry} />
        ))}
      </ol>
      <MoreRows query={query} left={undefined} />
    </>
  );
}

/** Who did what, newest first. */
export function AuditPage() {
  const may = useMay('GET /audit');
  const asOf = useAsOf();
  return (
    <Page title={AUDIT.title}>
      <p className="muted audit-hint">{AUDIT.hint}</p>
      {asOf !== undefined && <p className="note">{ACCOUNTS.isNow}</p>}
      {may ? <List /> : <ForAdmins title={AUDIT.notForYou} />}
    </Page>
  );
}
