import { useDecide } from '../api/decisions.ts';
import { announce, useUndoOffer } from '../components/announce.ts';
import { useKeys } from '../components/keys.ts';
import { REGROUP } from '../words/text/regroup.ts';

/** Beside the line that tells of a decision: takes it back at once. The same by the key U, wherever the focus is. */
export function UndoOffer() {
  const offer = useUndoOffer();
  const decide = useDecide();
  const undo = () => {
    if (offer === undefined || decide.isPending) return;
    decide.mutate(
      { verdict: 'withdraw', value: offer.judgement, by: offer.by, note: REGROUP.undoneAtOnce },
      {
        onSuccess: ({ id }) => announce(REGROUP.takenBack(offer.judgement, id)),
        onError: (error) => announce(error.message),
      },
    );
  };
  useKeys(offer === undefined ? {} : { u: undo });
  if (offer === undefined) return null;
  return (
    <button type="button" className="button" aria-keyshortcuts="u" disabled={decide.isPending} onClick={undo}>
      {REGROUP.undo}{' '}
      <span className="key-hint" aria-hidden="true">
        {REGROUP.undoKey}
      </span>
    </button>
  );
}
