import type { SourceRow, SourceStateName } from '../../../model/source-book.ts';
import { When } from '../components/When.tsx';
import { SOURCE_STATE_WORDS, SOURCES } from '../words/text/sources.ts';

/** Filled: alive. Half: failing or late. Ring: not asked or paused. Crossed: dead. */
function StateSign({ state }: { readonly state: SourceStateName }) {
  const isHalf = state === 'failing' || state === 'late';
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
      {isHalf && <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" fill="currentColor" />}
      {state === 'dead' && <path d="m3 9 6-6" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}

/** How a source is, with the time of its last word. */
export function SourceState({ row }: { readonly row: SourceRow }) {
  return (
    <div>
      <p className="source-state">
        <StateSign state={row.state} />
        {SOURCE_STATE_WORDS[row.state]}
      </p>
      <p className="muted source-last">
        {row.last === undefined ? (
          SOURCES.never
        ) : (
          <>
            {SOURCES.lastWord} <When value={row.last} />
          </>
        )}
      </p>
    </div>
  );
}
