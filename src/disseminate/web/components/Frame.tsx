import { Link, useRouterState } from '@tanstack/react-router';
import { Popover } from 'radix-ui';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { AccountEntries, AccountMenu } from '../accounts/AccountMenu.tsx';
import { useStatus } from '../api/queries.ts';
import { useOpenDialog } from '../decide/open-dialog.ts';
import { UndoOffer } from '../decide/UndoOffer.tsx';
import { useEvidenceAddress } from '../evidence/Door.tsx';
import { EvidenceDrawer } from '../evidence/EvidenceDrawer.tsx';
import { RailCount } from '../together/RailCount.tsx';
import { COMMON } from '../words/text/common.ts';
import { FRAME } from '../words/text/frame.ts';
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
  SearchIcon,
  SourcesIcon,
  StoriesIcon,
} from './icons.tsx';
import { useAsOf } from './instant.ts';
import { Overlays, useOverlay } from './Overlays.tsx';
import { SearchBox } from './SearchBox.tsx';
import { Starting } from './Starting.tsx';
import { usePlaceKept } from './scrolling.ts';
import { useTheme } from './theme.ts';
import { PHONE, useMedia } from './useMedia.ts';

/** The places to go. On a phone those that are not `main` stand behind "More". */
const PLACES = [
  { to: '/', label: FRAME.board, Icon: BoardIcon, isMain: true },
  { to: '/stories', label: FRAME.stories, Icon: StoriesIcon, isMain: true },
  { to: '/incidents', label: FRAME.incidents, Icon: IncidentsIcon, isMain: true },
  { to: '/map', label: FRAME.map, Icon: MapIcon, isMain: false },
  { to: '/search', label: FRAME.search, Icon: SearchIcon, isMain: false },
  { to: '/documents', label: FRAME.documents, Icon: DocumentsIcon, isMain: true },
  { to: '/actors', label: FRAME.actors, Icon: ActorsIcon, isMain: false },
  { to: '/sources', label: FRAME.sources, Icon: SourcesIcon, isMain: false },
  { to: '/score', label: FRAME.score, Icon: ScoreIcon, isMain: false },
  { to: '/decisions', label: FRAME.decisions, Icon: DecisionsIcon, isMain: false },
  { to: '/inbox', label: FRAME.inbox, Icon: InboxIcon, isMain: false },
  { to: '/review', label: FRAME.review, Icon: ReviewIcon, isMain: false },
  { to: '/read', label: FRAME.read, Icon: ReadIcon, isMain: false },
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
      {FRAME.api}
    </a>
  );
}

function ThemeButton() {
  const { theme, toggle } = useTheme();
  return (
    <button type="button" className="rail-link" onClick={toggle}>
      {theme === 'dark' ? <LightIcon /> : <DarkIcon />}
      {theme === 'dark' ? FRAME.light : FRAME.dark}
    </button>
  );
}

function HelpButton({ onHelp }: { readonly onHelp: () => void }) {
  return (
    <button type="button" className="rail-link" onClick={onHelp}>
      <HelpIcon />
      {FRAME.help}
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
        {FRAME.more}
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
        {COMMON.product}
      </Link>
      <nav aria-label={FRAME.main}>
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
  if (isError) return <span>{FRAME.noAnswer}</span>;
  if (data === undefined) return <span>{FRAME.asking}</span>;
  const { counts } = data;
  return (
    <>
      <span>{data.name}</span>
      <span>{FRAME.documentCount(counts.documents)}</span>
      <span>{FRAME.claimCount(counts.claims)}</span>
      <span>{FRAME.eventCount(counts.events)}</span>
      {data.example !== undefined && <span>{FRAME.example(data.example)}</span>}
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

const DialogHost = lazy(() =>
  import('../decide/DialogHost.tsx').then((module) => ({ default: module.DialogHost })),
);

/** The form that a button of the page has opened; its code comes with the first such button. */
function OpenForm() {
  if (useOpenDialog() === undefined) return null;
  return (
    <Suspense>
      <DialogHost />
    </Suspense>
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
        {FRAME.skip}
      </a>
      <Rail onHelp={() => setOpen('help')} />
      <header className={asOf === undefined ? 'top' : 'top top-away'}>
        <AsOf />
        <SearchBox />
      </header>
      <Starting asOf={asOf} />
      <main id="page" className="page" tabIndex={-1} ref={page}>
        {children}
      </main>
      <EvidenceDrawer />
      <OpenForm />
      <Overlays open={open} setOpen={setOpen} places={PLACES} />
      <Announcement />
      <footer className="foot">
        <StatusLine asOf={asOf} />
      </footer>
    </div>
  );
}
