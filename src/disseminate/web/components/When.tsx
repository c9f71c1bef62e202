import { describeDate, describeDayOf, describeUtc } from '../words/dates.ts';

interface WhenProps {
  readonly value: string;
  /** Leaves the time of day out. */
  readonly isDay?: boolean;
}

/** A date or instant in words, with UTC on hover. */
export function When({ value, isDay = false }: WhenProps) {
  return (
    <time dateTime={value} title={describeUtc(value)}>
      {isDay ? describeDayOf(value) : describeDate(value)}
    </time>
  );
}
