import { useNavigate } from '@tanstack/react-router';
import { type EvidenceTarget, formatEvidence } from './address.ts';
import { useEvidenceAddress } from './Door.tsx';

/** Opens evidence from what is no link: a day of a chart. */
export function useOpenEvidence(): (target: EvidenceTarget) => void {
  const navigate = useNavigate();
  const shown = useEvidenceAddress();
  return (target) => {
    navigate({
      to: '.',
      search: (search) => ({ ...search, evidence: formatEvidence(target) }),
      replace: shown !== undefined,
      state: (before) => (shown === undefined ? { ...before, wentIn: true } : before),
      resetScroll: false,
    });
  };
}
