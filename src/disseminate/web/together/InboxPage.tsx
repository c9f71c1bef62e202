import { getRouteApi, Link } from '@tanstack/react-router';
import { DESK_NAME } from '../../../model/audit.ts';
import type { InboxRow } from '../../../model/together.ts';
import { useSession } from '../api/session.ts';
import { useAssignments, useInbox, useMarkRead } from '../api/together.ts';
import { announce } from '../components/announce.ts';
import { useAsOf } from '../components/instant.ts';
import { OneOf } from '../components/OneOf.tsx';
import { Fetched, Page } from '../components/Page.tsx';
import { Empty, Failed } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { INBOX_STATES, INBOX_VIEWS, type InboxSearch, type InboxView } from '../routes/search.ts';
import { describeInboxRow, INBOX } from '../words/text/together.ts';
import { Assignments } from './Assignments.tsx';
import { ThingLink } from './ThingLink.tsx';
import '../styles/together.css';

const inboxRoute = getRouteApi('/inbox');

function Row({ row }: { readonly row: InboxRow }) {
  const mark = useMarkRead();
  const { entry, by, at, of, about, text, due, isRead } = row;
  const words = isRead ? INBOX.markUnread : INBOX.markRead;
  return (
    <li className={isRead ? 'inbox-row' : 'inbox-row is-new'}>
      <div className="inbox-words">
        <p>
          {!isRead && <span className="tag">{INBOX.isNew}</span>} <strong dir="auto">{by}</strong>{' '}
          {describeInboxRow(row)}{' '}
          {row.cause === 'assignment' && due !== undefined && <When value={due} isDay />}
        </p>
        <p className="assignment-about">
          <ThingLink of={of} about={about} />
        </p>
        {text !== '' && (
          <p className="comment-text" dir="auto">
            {text}
          </p>
        )}
        {mark.error !== null && <Failed error={mark.error} />}
      </div>
      <p className="inbox-facts muted">
        <When value={at} />
        <button
          type="button"
          className="link decide-link"
          disabled={mark.isPending}
          aria-label={INBOX.ofRow(words, `${by} ${describeInboxRow(row)}`)}
          onClick={() => mark.mutate({ entries: [entry], isRead: !isRead })}
        >
          {words}
        </button>
      </p>
    </li>
  );
}

function Messages({ state }: { readonly state: InboxSearch['state'] }) {
  const query = useInbox(useAsOf());
  const mark = useMarkRead();
  return (
    <Fetched query={query} label={INBOX.fetching}>
      {({ rows, unread }) => {
        const shown = state === 'unread' ? rows.filter(({ isRead }) => !isRead) : rows;
        const entries = rows.filter(({ isRead }) => !isRead).map(({ entry }) => entry);
        return (
          <>
            {unread > 0 && (
              <p className="inbox-all">
                <button
                  type="button"
                  className="button"
                  disabled={mark.isPending}
                  onClick={() =>
                    mark.mutate({ entries, isRead: true }, { onSuccess: () => announce(INBOX.allRead) })
                  }
                >
                  {INBOX.markAll}
                </button>
              </p>
            )}
            {shown.length === 0 && (
              <Empty title={rows.length === 0 ? INBOX.none : INBOX.noneUnread}>
                <p>{INBOX.noneHint}</p>
              </Empty>
            )}
            <ul className="inbox">
              {shown.map((row) => (
                <Row key={row.entry} row={row} />
              ))}
            </ul>
          </>
        );
      }}
    </Fetched>
  );
}

function Assigned({ show, state }: { readonly show: InboxView; readonly state: InboxSearch['state'] }) {
  const { data } = useSession();
  const own = data === undefined ? undefined : data.isAccount ? data.name : DESK_NAME;
  const who = show === 'mine' ? { to: own } : show === 'given' ? { from: own } : {};
  const which = state === 'done' ? { state } : state === 'all' ? {} : { state: 'open' as const };
  const request = own === undefined ? undefined : Object.fromEntries(Object.entries({ ...who, ...which }));
  const query = useAssignments(request, useAsOf());
  return (
    <Fetched query={query} label={INBOX.fetchingAssignments}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={INBOX.noAssignments}>
            <p>{INBOX.noAssignmentsHint}</p>
          </Empty>
        ) : (
          <Assignments rows={rows} isNamed />
        )
      }
    </Fetched>
  );
}

function Choice({ show, state }: { readonly show: InboxView; readonly state: InboxSearch['state'] }) {
  const navigate = inboxRoute.useNavigate();
  const isMessages = show === 'messages';
  const words: Readonly<Record<string, string>> = isMessages ? INBOX.reads : INBOX.states;
  const first = isMessages ? 'all' : 'open';
  return (
    <OneOf
      legend={INBOX.which}
      names={Object.keys(words)}
      chosen={state ?? first}
      describe={(name) => words[name]}
      onChoose={(name) => {
        const chosen = INBOX_STATES.find((each) => each === name);
        void navigate({
          search: (search) => ({ ...search, state: name === first ? undefined : chosen }),
          replace: true,
        });
      }}
    />
  );
}

/** What is for whoever looks: who calls or answers them, what they are to do, and what they gave others to do. */
export function InboxPage() {
  const { show = 'messages', state } = inboxRoute.useSearch();
  const { data } = useSession();
  const inbox = useInbox(useAsOf());
  return (
    <Page
      title={data?.isAccount === false ? INBOX.ofDesk : INBOX.title}
      aside={
        <p className="muted" role="status">
          {inbox.data === undefined ? '' : INBOX.unread(inbox.data.unread)}
        </p>
      }
    >
      <nav className="views inbox-views" aria-label={INBOX.views}>
        {INBOX_VIEWS.map((view) => (
          <Link
            key={view}
            to="/inbox"
            search={(search) => ({
              ...search,
              show: view === 'messages' ? undefined : view,
              state: undefined,
            })}
            // The address of the messages would else be taken for a part of the others.
            activeOptions={{ exact: true }}
            className="view"
            activeProps={{}}
            aria-current={view === show ? 'page' : undefined}
          >
            {INBOX.tabs[view]}
          </Link>
        ))}
      </nav>
      <Choice show={show} state={state} />
      {show === 'messages' ? <Messages state={state} /> : <Assigned show={show} state={state} />}
    </Page>
  );
}
