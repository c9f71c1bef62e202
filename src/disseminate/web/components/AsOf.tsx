import { useNavigate, useSearch } from '@tanstack/react-router';
import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { describeDate, describeUtc } from '../words/dates.ts';

/** The instant that every view is shown as of; nothing while live. */
export function useAsOf(): string | undefined {
  return useSearch({ strict: false, select: (search) => search.asOf });
}

/** An instant as a `datetime-local` field wants it, in the reader's zone. */
function toFieldValue(instant: string): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Chooses the instant as of which everything is shown. */
export function AsOf() {
  const asOf = useAsOf();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);

  const go = (instant: string | undefined) => {
    setOpen(false);
    navigate({ to: '.', search: (search) => ({ ...search, asOf: instant }) });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('instant');
    if (typeof value === 'string' && value !== '') go(new Date(value).toISOString());
  };

  return (
    <div className="as-of">
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger className="button as-of-button">
          <span className="as-of-label">As of</span>
          {asOf === undefined ? (
            <>
              <span className="live" aria-hidden="true" /> now
            </>
          ) : (
            <span title={describeUtc(asOf)}>{describeDate(asOf)}</span>
          )}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="popover" align="start" sideOffset={6}>
            <form onSubmit={submit}>
              <label htmlFor="instant">Show what was known at</label>
              <input
                id="instant"
                name="instant"
                type="datetime-local"
                required
                defaultValue={asOf === undefined ? undefined : toFieldValue(asOf)}
              />
              <div className="popover-actions">
                <button type="submit" className="button button-main">
                  Show
                </button>
                <button type="button" className="button" onClick={() => go(undefined)}>
                  Now
                </button>
              </div>
            </form>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {asOf !== undefined && (
        <span className="as-of-away" role="status">
          An earlier state. What came later is not shown.{' '}
          <button type="button" className="link" onClick={() => go(undefined)}>
            Back to now
          </button>
        </span>
      )}
    </div>
  );
}
