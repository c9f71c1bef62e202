import { useEffect, useState } from 'react';
import type { DraftedBrief, SignedBrief } from '../../../model/brief.ts';
import { findDraftAddress, useSignDraft } from '../api/drafts.ts';
import { Failed } from '../components/States.tsx';
import { BRIEF } from '../words/text/problem.ts';

function Deliveries({ deliveries }: Pick<SignedBrief, 'deliveries'>) {
  if (deliveries.length === 0) return <p>{BRIEF.noChannel}</p>;
  return (
    <ul>
      {deliveries.map(({ channel, state, problem = '' }) => (
        <li key={channel}>{state === 'sent' ? BRIEF.sent(channel) : BRIEF.failed(channel, problem)}</li>
      ))}
    </ul>
  );
}

/** A file of the signed brief, for as long as it is shown. */
function Download({ signed }: Pick<SignedBrief, 'signed'>) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const file = URL.createObjectURL(new Blob([JSON.stringify(signed)], { type: 'application/json' }));
    setAddress(file);
    return () => URL.revokeObjectURL(file);
  }, [signed]);
  const { problem, asOf } = signed.content;
  return (
    <a href={address} download={`${problem}-${asOf.slice(0, 10)}.brief.json`}>
      {BRIEF.download}
    </a>
  );
}

interface SignProps {
  readonly drafted: DraftedBrief;
  readonly isLocked: boolean;
}

/** The edited brief as files, and signed with the key of the desk. */
export function SignDraft({ drafted: { draft, marks }, isLocked }: SignProps) {
  const { problem, revision } = draft;
  const sign = useSignDraft(problem);
  const [isSent, setIsSent] = useState(false);
  const start = (send: boolean) => {
    setIsSent(send);
    sign.mutate({ revision, send });
  };
  const isOff = isLocked || revision === 0 || marks.length > 0 || sign.isPending;
  return (
    <section aria-label={BRIEF.sign}>
      <p role="status">{marks.length > 0 ? BRIEF.marks(marks.length) : BRIEF.sound}</p>
      <p className="exports">
        <span className="muted">{BRIEF.file}</span>
        <a href={findDraftAddress(problem, 'html')} target="_blank" rel="noreferrer">
          {BRIEF.html}
        </a>
        <a href={findDraftAddress(problem, 'markdown')} target="_blank" rel="noreferrer">
          {BRIEF.markdown}
        </a>
      </p>
      <div className="definition-buttons">
        <button type="button" className="button button-main" disabled={isOff} onClick={() => start(false)}>
          {BRIEF.sign}
        </button>
        <button type="button" className="button" disabled={isOff} onClick={() => start(true)}>
          {BRIEF.signAndSend}
        </button>
      </div>
      {sign.error !== null && <Failed error={sign.error} />}
      {sign.data !== undefined && sign.variables?.revision === revision && (
        <div role="status">
          <p>{BRIEF.signed}</p>
          <p>
            <Download signed={sign.data.signed} />
          </p>
          {isSent && <Deliveries deliveries={sign.data.deliveries} />}
        </div>
      )}
    </section>
  );
}
