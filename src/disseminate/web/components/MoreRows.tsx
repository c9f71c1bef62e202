import { COMMON } from '../words/text/common.ts';
import { FRAME } from '../words/text/frame.ts';

interface MoreRowsProps {
  readonly query: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  /** How many are not shown yet, where it is known. */
  readonly left: number | undefined;
}

/** The button below a list of which more can be fetched; nothing where all is shown. */
export function MoreRows({ query, left }: MoreRowsProps) {
  if (!query.hasNextPage) return null;
  return (
    <p className="more-rows">
      <button
        type="button"
        className="button"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {left === undefined ? FRAME.more : COMMON.more(left)}
      </button>
    </p>
  );
}
