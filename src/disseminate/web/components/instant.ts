import { useNavigate, useSearch } from '@tanstack/react-router';
import { useStatus } from '../api/queries.ts';
import { LIVE } from '../routes/search.ts';

/** The instant that every view is shown as of; nothing while live. */
export function useAsOf(): string | undefined {
  return useSearch({
    strict: false,
    select: (search) => (search.asOf === LIVE ? undefined : search.asOf),
  });
}

/** Where there is an example, its instant is shown first: then "live" has to be said. */
export function useChooseInstant(): (instant: string | undefined) => void {
  const navigate = useNavigate();
  const { data } = useStatus(useAsOf());
  return (instant) => {
    const asOf = instant ?? (data?.exampleAsOf === undefined ? undefined : LIVE);
    navigate({
      to: '.',
      search: (search) => ({ ...search, asOf }),
      state: (before) => before,
      resetScroll: false,
    });
  };
}
