import { Link, useRouterState } from '@tanstack/react-router';
import { Popover } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { AccountEntries, AccountMenu } from '../accounts/AccountMenu.tsx';
import { useStatus } from '../api/queries.ts';
import { UndoOffer } from '../decide/UndoOffer.tsx';
import { useEvidenceAddress } from '../evidence/Door.tsx';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer.tsx';
import { RailCount } from '../together/RailCount.tsx';
import { HELP } from '../words/text/help.ts';
import { MAP } from '../words/text/map.ts';
import { INBOX, REVIEW } from '../words/text/together.ts';
import { count } from '../words/vocabulary.ts';
import { AsOf } from './AsOf.tsx';
import { useAnnouncement } from './announce.ts';
import {
  ActorsIcon,
  BoardIcon,
  DarkIcon,
  DecisionsIcon,
  DocumentsIcon,
  HelpIcon,
  InboxIcon,
  IncidentsIcon,
  LightIcon,
  MapIcon,
  MoreIcon,
  ReadIcon,
  ReferenceIcon,
  ReviewIcon,
  ScoreIcon,
  SourcesIcon,
  StoriesIcon,
} from './icons.tsx';
import { useAsOf } from './instant.ts';
import { Overlays, useOverlay } from './Overlays.tsx';
import { SearchBox } from './SearchBox.tsx';
import { usePlaceKept } from './scrolling.ts';
import { useTheme } from './theme.ts';
import { PHONE, useMedia } from './useMedia.ts';

/** The places to go. On a phone those that are not `main` stand behind "More". */
const PLACES = [
  { to: '/', label: 'Board', Icon: BoardIcon, isMain: true },
  { to: '/stories', label: 'Stories', Icon: StoriesIcon, isMain: true },
  { to: '/incidents', label: 'Incidents', Icon: IncidentsIcon, isMain: true },
  { to: '/map', label: MAP.title, Icon: MapIcon, isMain: false },
  { to: '/documents', label: 'Documents', Icon: DocumentsIcon, isMain: true },
  { to: '/actors', label: 'Actors', Icon: ActorsIcon, isMain: false },
  { to: '/sources', label: 'Sources', Icon: SourcesIcon, isMain: false },
  { to: '/score', label: 'Score', Icon: ScoreIcon, isMain: false },
  { to: '/decisions', label: 'Decisions', Icon: DecisionsIcon, isMain: false },
  { to: '/inbox', label: INBOX.title, Icon: InboxIcon, isMain: false },
  { to: '/review', label: REVIEW.title, Icon: ReviewIcon, isMain: false },
  { to: '/read', label: 'Read a page', Icon: ReadIcon, isMain: false },
] as const;

function PlaceLink({ place }: { readonly place: (typeof PLACES)[number] }) {
  const { to, label, Icon } = place;
  // A problem is opened from the board and belongs to it.
  const isProblem = useRouterState({ select: ({ location }) => location.pathname.startsWith('/problems/') });
  return (
    <Link
      to={to}
      className={to === '/' && isProblem ? 'rail-link active' : 'rail-link'}
      activeOptions={{ exact: to === '/', includeSearch: false }}
    >
      <Icon />
      {label}
      {to === '/inbox' && <RailCount />}
    </Link>
  );
}

function ApiLink() {
  return (
    <a className="rail-link" href="/api/v1/docs">
      <ReferenceIcon />
      API
    </a>
  );
}

function ThemeButton() {
  const { theme, toggle } = useTheme();
  return (
    <button type="button" className="rail-link" onClick={toggle}>
      {theme === 'dark' ? <LightIcon /> : <DarkIcon />}
      {theme === 'dark' ? 'Light' : 'Dark'}
    </button>
  );
}

function HelpButton({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <button type="button" className="rail-link" onClick={onHelp}>
      <HelpIcon />
      {HELP.button}
    </button>
  );
}

/** What has no room in the bottom bar of a phone. */
function More({ onHelp }: { readonly onHelp: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="rail-link">
        <MoreIcon />
        More
        <RailCount />
      </Popover.Trigger>
      <Popover.Portal>
        {/* Whatever is chosen in it, it has served. */}
        <Popover.Content
          className="popover more-places"
          align="end"
          sideOffset={6}
          onClick={() => setOpen(false)}
        >
          {PLACES.filter(({ isMain }) => !isMain).map((place) => (
            <PlaceLink key={place.to} place={place} />
          ))}
          <ApiLink />
          <HelpButton onHelp={onHelp} />
          <ThemeButton />
          <AccountEntries />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Rail({ onHelp }: { readonly onHelp: () => void }) {
  const isPhone = useMedia(PHONE);
  return (
    <div className="rail">
      <Link to="/" className="brand" activeOptions={{ includeSearch: false }} activeProps={{}}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
          <circle cx="8" cy="8" r="2.25" fill="currentColor" />
        </svg>
        Tocsin
      </Link>
      <nav aria-label="Main">
        <ul>
          {PLACES.filter(({ isMain }) => isMain || !isPhone).map((place) => (
            <li key={place.to}>
              <PlaceLink place={place} />
            </li>
          ))}
          {isPhone && (
            <li>
              <More onHelp={onHelp} />
            </li>
          )}
        </ul>
      </nav>
      {!isPhone && (
        <div className="rail-end">
          <ApiLink />
          <HelpButton onHelp={onHelp} />
          <ThemeButton />
          <AccountMenu />
        </div>
      )}
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

/** What was just done. */
function Announcement() {
  const said = useAnnouncement();
  return (
    <div className={said === '' ? 'unseen' : 'announcement'}>
      <p role="status">{said}</p>
      <UndoOffer />
    </div>
  );
}

/** Rail, top bar, page with the evidence drawer beside it, and footer. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const asOf = useAsOf();
  const page = useRef<HTMLElement>(null);
  const hasDrawer = useEvidenceAddress() !== undefined;
  usePlaceKept(page);
  const { open, setOpen } = useOverlay();
  return (
    <div className={hasDrawer ? 'frame has-drawer' : 'frame'}>
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <Rail onHelp={() => setOpen('help')} />
      <header className={asOf === undefined ? 'top' : 'top top-away'}>
        <AsOf />
        <SearchBox />
      </header>
      <main id="page" className="page" tabIndex={-1} ref={page}>
        {children}
      </main>
      <EvidenceDrawer />
      <Overlays open={open} setOpen={setOpen} places={PLACES} />
      <Announcement />
      <footer className="foot">
        <StatusLine asOf={asOf} />
      </footer>
    </div>
  );
}
