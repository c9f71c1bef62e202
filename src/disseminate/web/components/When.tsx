import { describeDate, describeUtc } from '../words/dates.ts';

/** A date or instant in words, with UTC on hover. */
export function When({ value }: { readonly value: string }) {
  return (
    <time dateTime={value} title={describeUtc(value)}>
      {describeDate(value)}
    </time>
  );
}
