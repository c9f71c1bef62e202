import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useStatus } from '../api/queries.ts';
import { count } from '../words/vocabulary.ts';
import { AsOf, useAsOf } from './AsOf.tsx';
import { DarkIcon, DocumentsIcon, LightIcon, ReadIcon, ReferenceIcon } from './icons.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useTheme } from './theme.ts';

/** The places to go; further ones are added here as they come to exist. */
const PLACES = [
  { to: '/documents', label: 'Documents', Icon: DocumentsIcon },
  { to: '/read', label: 'Read a page', Icon: ReadIcon },
] as const;

function Rail() {
  const { theme, toggle } = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <div className="rail">
      <Link to="/documents" className="brand">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
          <circle cx="8" cy="8" r="2.25" fill="currentColor" />
        </svg>
        Tocsin
      </Link>
      <nav aria-label="Main">
        <ul>
          {PLACES.map(({ to, label, Icon }) => (
            <li key={to}>
              <Link to={to} className="rail-link">
                <Icon />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="rail-end">
        <a className="rail-link" href="/api/v1/docs">
          <ReferenceIcon />
          API
        </a>
        <button type="button" className="rail-link" onClick={toggle}>
          {theme === 'dark' ? <LightIcon /> : <DarkIcon />}
          {other === 'dark' ? 'Dark' : 'Light'}
        </button>
      </div>
    </div>
  );
}

function StatusLine({ asOf }: { readonly asOf: string | undefined }) {
  const { data, isError } = useStatus(asOf);
  if (isError) return <span>The server does not answer.</span>;
  if (data === undefined) return <span>Asking the server…</span>;
  const { counts } = data;
  return (
    <>
      <span>{data.name}</span>
      <span>{count(counts.documents, 'document')}</span>
      <span>{count(counts.claims, 'claim')}</span>
      <span>{count(counts.events, 'event')}</span>
      {data.example !== undefined && <span>example: {data.example}</span>}
    </>
  );
}

/** Rail, top bar, page and footer. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const asOf = useAsOf();
  return (
    <div className="frame">
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <Rail />
      <header className={asOf === undefined ? 'top' : 'top top-away'}>
        <AsOf />
        <SearchBox />
      </header>
      <main id="page" className="page" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <StatusLine asOf={asOf} />
      </footer>
    </div>
  );
}
