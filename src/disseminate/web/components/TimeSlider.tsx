import { useEffect, useRef, useState } from 'react';
import { useTimeSpan } from '../api/picture.ts';
import { describeDate } from '../words/dates.ts';
import { AS_OF } from '../words/text/frame.ts';
import { findDayNumber, findEndOfDay } from './days.ts';
import { StepIcon } from './icons.tsx';

/** Milliseconds for which the slider rests before the views follow. */
const PAUSE = 200;

const nameDay = (day: number) => describeDate(findEndOfDay(day).slice(0, 10));

interface TimeSliderProps {
  readonly asOf: string | undefined;
  readonly onChoose: (instant: string | undefined) => void;
}

/** A slider over the days of what is kept, its right end being now. The arrows go by days, PageUp and PageDown by more. */
export function TimeSlider({ asOf, onChoose }: TimeSliderProps) {
  const span = useTimeSpan();
  const chosen = findDayNumber(asOf);
  const [moved, setMoved] = useState<number>();
  const latest = useRef(onChoose);
  useEffect(() => {
    latest.current = onChoose;
  });
  const live = span === undefined ? 0 : span.last + 1;
  useEffect(() => {
    if (moved === undefined) return;
    const timer = setTimeout(() => {
      latest.current(moved >= live ? undefined : findEndOfDay(moved));
      setMoved(undefined);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [moved, live]);
  // One day leaves nothing to choose.
  if (span === undefined || span.last === span.first) return null;
  const shown = Math.min(Math.max(moved ?? chosen ?? live, span.first), live);
  const isLive = shown === live && (moved !== undefined || chosen === undefined);
  const words = isLive ? AS_OF.live : nameDay(shown);
  const step = (by: number) => setMoved(Math.min(Math.max(shown + by, span.first), live));
  return (
    <div className="time-slider">
      <button
        type="button"
        className="button button-icon"
        aria-label={AS_OF.earlier}
        disabled={shown <= span.first}
        onClick={() => step(-1)}
      >
        <StepIcon isBack />
      </button>
      <input
        type="range"
        aria-label={AS_OF.slider}
        aria-valuetext={words}
        title={words}
        min={span.first}
        max={live}
        step={1}
        value={shown}
        onChange={(event) => setMoved(Number(event.target.value))}
      />
      <button
        type="button"
        className="button button-icon"
        aria-label={AS_OF.later}
        disabled={isLive}
        onClick={() => step(1)}
      >
        <StepIcon />
      </button>
      {/* The button beside it has the instant that is shown; this is the one that comes next. */}
      {moved !== undefined && <output className="time-slider-day">{words}</output>}
    </div>
  );
}
