import type { SourceHealth } from '../../../model/source.ts';
import { findSafeAddress } from '../api/addresses.ts';
import { useSources } from '../api/picture.ts';
import { Fetched, Page } from '../components/Page.tsx';
import { Empty } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { SourceGrades } from '../grades/SourceGrades.tsx';
import { count } from '../words/vocabulary.ts';

/** Looks that failed one after another from which a source is called dead. */
const DEAD = 5;

type State = SourceHealth['state'] | 'dead';

function findState({ state, failures }: SourceHealth): State {
  return state === 'failing' && failures >= DEAD ? 'dead' : state;
}

const STATE_WORDS: Readonly<Record<State, string>> = {
  new: 'not asked yet',
  alive: 'alive',
  failing: 'failing',
  dead: 'dead: it cannot be seen',
};

/** Filled: alive. Half: failing. Ring: not asked yet. Crossed: dead. */
function StateSign({ state }: { readonly state: State }) {
  return (
    <svg
      className={`state-sign state-${state}`}
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
    >
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill={state === 'alive' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {state === 'failing' && <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />}
      {state === 'dead' && <path d="m3 9 6-6" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}

function SourceRow({ source }: { readonly source: SourceHealth }) {
  const state = findState(source);
  const address = findSafeAddress(source.feed);
  return (
    <li className={`source source-${state}`}>
      <p className="source-state">
        <StateSign state={state} />
        {STATE_WORDS[state]}
      </p>
      <div className="source-words">
        <h2>{source.name}</h2>
        <p className="address">
          {address === undefined ? (
            source.feed
          ) : (
            <a href={address} rel="noopener noreferrer">
              {source.feed}
            </a>
          )}
        </p>
        {source.problem !== undefined && <p className="source-problem">{source.problem}</p>}
      </div>
      <p className="source-facts muted">
        {source.lastSuccess === undefined ? (
          <span>never answered</span>
        ) : (
          <span>
            last answer <When value={source.lastSuccess} />
          </span>
        )}
        {source.lastItem !== undefined && (
          <span>
            last item <When value={source.lastItem} />
          </span>
        )}
        {source.nextDue !== undefined && (
          <span>
            next look <When value={source.nextDue} />
          </span>
        )}
        <span>
          {count(source.kept, 'page')} kept{source.lost > 0 && `, ${source.lost} lost`}
        </span>
      </p>
    </li>
  );
}

const ORDER: readonly State[] = ['dead', 'failing', 'new', 'alive'];

/** How the sources have been answering, those that do not first. */
export function SourcesPage() {
  const sources = useSources();
  return (
    <Page
      title="Sources"
      aside={
        sources.data !== undefined && <p className="muted">{count(sources.data.rows.length, 'source')}</p>
      }
    >
      <Fetched query={sources} label="Fetching the sources">
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title="No source is watched">
              <p>
                Name feeds in <code>sources.yaml</code> and start <code>tocsin collect</code>. What is here
                was handed in by hand, or is the example.
              </p>
            </Empty>
          ) : (
            <ul className="sources">
              {rows
                .toSorted(
                  (a, b) =>
                    ORDER.indexOf(findState(a)) - ORDER.indexOf(findState(b)) || a.name.localeCompare(b.name),
                )
                .map((source) => (
                  <SourceRow key={source.source} source={source} />
                ))}
            </ul>
          )
        }
      </Fetched>
      <SourceGrades />
    </Page>
  );
}
