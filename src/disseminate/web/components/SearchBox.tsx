import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { SEARCH_BOX } from '../words/text/frame.ts';
import { useKeys } from './keys.ts';
import { PHONE, useMedia } from './useMedia.ts';

/** Milliseconds without a key before a list follows what is being typed. */
const PAUSE = 250;

/** Lists that follow the box; from anywhere else it leads to the search. */
const LISTS = ['/search', '/documents'] as const;

/** Searches from every page; a list follows while one types. */
export function SearchBox() {
  const navigate = useNavigate();
  const list = useRouterState({
    select: ({ location }) => LISTS.find((path) => path === location.pathname),
  });
  const isPhone = useMedia(PHONE);
  const isOnList = list !== undefined;
  const label = list === '/documents' ? SEARCH_BOX.documents : SEARCH_BOX.label;
  const asked = useSearch({ strict: false, select: (search) => search.q }) ?? '';
  // Other lists have a field of their own for their words.
  const shown = isOnList ? asked : '';
  const [words, setWords] = useState(shown);
  const [followed, setFollowed] = useState(shown);
  const input = useRef<HTMLInputElement>(null);

  // The address may change without the box: by going back, or by a cleared filter.
  if (followed !== shown) {
    setFollowed(shown);
    setWords(shown);
  }

  const focus = () => input.current?.select();
  useKeys({ '/': focus });

  const go = (text: string, isTyping: boolean) => {
    const q = text.trim() === '' ? undefined : text.trim();
    setFollowed(q ?? '');
    navigate({
      to: list ?? '/search',
      search: (search) => ({ ...(isOnList ? search : {}), q }),
      replace: isTyping,
    });
  };

  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    if (!isOnList || words.trim() === shown) return;
    const timer = setTimeout(() => latest.current(words, true), PAUSE);
    return () => clearTimeout(timer);
  }, [words, shown, isOnList]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(words, isOnList);
  };
  return (
    <search className="search">
      <form onSubmit={submit}>
        <input
          ref={input}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') input.current?.blur();
          }}
          aria-label={label}
          placeholder={isPhone ? SEARCH_BOX.short : label}
          autoComplete="off"
          spellCheck={false}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </form>
    </search>
  );
}
