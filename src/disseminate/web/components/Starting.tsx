import { useStatus } from '../api/queries.ts';
import { FRAME } from '../words/text/frame.ts';

/** How far a server has come that was just started, until it can show everything. */
export function Starting({ asOf }: { readonly asOf: string | undefined }) {
  const { data } = useStatus(asOf);
  if (data?.starting === undefined) return null;
  const { phase, done, total } = data.starting;
  return (
    <div className="starting">
      <p>
        <strong>{FRAME.starting(phase, done, total)}</strong> {FRAME.startingHint}
      </p>
      <progress aria-label={FRAME.starting(phase, done, total)} value={done} max={Math.max(total, 1)} />
    </div>
  );
}
