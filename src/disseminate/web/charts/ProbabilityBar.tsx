import type { Probability } from '../../../model/probability.ts';

const percent = (share: number) => `${Math.min(Math.max(share, 0), 1) * 100}%`;

interface ProbabilityBarProps {
  readonly probability: Pick<Probability, 'p' | 'low' | 'high'>;
  readonly baseRate?: Pick<Probability, 'p'>;
  /** Right end of the bar, 0 to 1. */
  readonly until?: number;
}

/** A bar from nothing to certain with the interval as a whisker and the base rate as a tick. Words stand beside it. */
export function ProbabilityBar({ probability, baseRate, until = 1 }: ProbabilityBarProps) {
  const { p, low, high } = probability;
  return (
    <svg className="p-bar" width="100%" height="20" aria-hidden="true">
      <rect className="p-track" x="0" y="5.5" width="100%" height="9" />
      <rect className="p-fill" x="0" y="5.5" width={percent(p / until)} height="9" />
      <line className="p-whisker" x1={percent(low / until)} x2={percent(high / until)} y1="10" y2="10" />
      {[low, high].map((end, at) => (
        <line
          key={at === 0 ? 'low' : 'high'}
          className="p-whisker"
          x1={percent(end / until)}
          x2={percent(end / until)}
          y1="7"
          y2="13"
        />
      ))}
      {baseRate !== undefined && (
        <line
          className="p-base"
          x1={percent(baseRate.p / until)}
          x2={percent(baseRate.p / until)}
          y1="0"
          y2="20"
        />
      )}
    </svg>
  );
}
