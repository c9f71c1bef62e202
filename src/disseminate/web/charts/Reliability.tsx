import type { ScoreFigures } from '../../../model/score.ts';
import { findTenth, type ScoredForecasts } from '../evidence/address.ts';
import { Door } from '../evidence/Door.tsx';
import { describeBin } from '../words/score.ts';
import { RELIABILITY } from '../words/text/charts.ts';

const SIZE = 168;
const INSET = 28;
/** Room above for the name of the upward axis. */
const HEAD = 24;
/** Around each mark what is clicked belongs to it. */
const REACH = 12;

/** How often it came true (upwards, with its interval) of what was said to be so likely (to the right); on the line both are the same. Each mark is a door to its forecasts. */
export function Reliability({ bins, of }: Pick<ScoreFigures, 'bins'> & { readonly of: ScoredForecasts }) {
  const used = bins.filter((bin) => bin.count > 0);
  const most = Math.max(1, ...used.map((bin) => bin.count));
  const x = (p: number) => INSET + p * SIZE;
  const y = (p: number) => HEAD + (1 - p) * SIZE;
  const words = used.map((bin) => RELIABILITY.bin(bin.count, bin.mean, bin.frequency));
  return (
    <figure className="reliability" aria-label={RELIABILITY.label(words)}>
      <svg
        viewBox={`0 0 ${SIZE + INSET + 12} ${SIZE + HEAD + 36}`}
        width={SIZE + INSET + 12}
        height={SIZE + HEAD + 36}
      >
        <title>{RELIABILITY.title}</title>
        <rect className="frame-line" x={x(0)} y={y(1)} width={SIZE} height={SIZE} />
        <line className="diagonal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        {used.map((bin) => (
          <Door
            key={bin.from}
            to={{ ...of, bin: findTenth(bin.from) }}
            label={RELIABILITY.binTitle(bin.count, describeBin(bin))}
          >
            <title>{RELIABILITY.binTitle(bin.count, describeBin(bin))}</title>
            <circle className="bin-reach" cx={x(bin.mean)} cy={y(bin.frequency)} r={REACH} />
            <line
              className="bin-interval"
              x1={x(bin.mean)}
              y1={y(bin.low)}
              x2={x(bin.mean)}
              y2={y(bin.high)}
            />
            <circle
              className="bin"
              cx={x(bin.mean)}
              cy={y(bin.frequency)}
              r={3 + 6 * Math.sqrt(bin.count / most)}
            />
          </Door>
        ))}
        {[0, 0.5, 1].map((p) => (
          <g key={p}>
            <text x={x(p)} y={SIZE + HEAD + 14} textAnchor="middle">
              {p * 100}
            </text>
            <text x={INSET - 4} y={y(p) + 4} textAnchor="end">
              {p * 100}
            </text>
          </g>
        ))}
        <text x={x(0.5)} y={SIZE + HEAD + 30} textAnchor="middle">
          {RELIABILITY.said}
        </text>
        <text className="axis-name" x={0} y={12}>
          {RELIABILITY.cameTrue}
        </text>
      </svg>
    </figure>
  );
}
