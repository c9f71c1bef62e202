import type { Confidence } from '../../../model/forecast.ts';
import type { Level } from '../../../model/problem.ts';
import { COMMON } from '../words/text/common.ts';

/** The level as a fill and its word: never colour alone. */
export function LevelTag({ level }: { readonly level: Level }) {
  return (
    <span className="level">
      <svg className={`level-fill level-${level}`} width="14" height="14" aria-hidden="true">
        <rect x="0.5" y="0.5" width="13" height="13" rx="3" />
      </svg>
      {level}
    </span>
  );
}

const BARS: Readonly<Record<Confidence, number>> = { low: 1, moderate: 2, high: 3 };

/** How good the evidence is, as one to three bars and its word. It stands apart from the probability. */
export function ConfidenceBars({ confidence }: { readonly confidence: Confidence }) {
  return (
    <span className="confidence">
      <svg className="confidence-bars" width="20" height="14" viewBox="0 0 20 14" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            className={bar <= BARS[confidence] ? 'is-full' : 'is-empty'}
            x={(bar - 1) * 7 + 0.5}
            y={9.5 - bar * 3}
            width="5"
            height={bar * 3 + 4}
          />
        ))}
      </svg>
      {COMMON.confidence(confidence)}
    </span>
  );
}
