import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { useStatus } from '../api/queries.ts';
import { describeDate, describeUtc } from '../words/dates.ts';
import { AS_OF } from '../words/text/frame.ts';
import { useAsOf, useChooseInstant } from './instant.ts';
import { TimeSlider } from './TimeSlider.tsx';
import { PHONE, useMedia } from './useMedia.ts';

/** An instant as a `datetime-local` field wants it, in the reader's zone. */
function toFieldValue(instant: string): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Says that what is shown is not what is known now. */
function Away({ asOf, onLive }: { readonly asOf: string; readonly onLive: () => void }) {
  const { data } = useStatus(asOf);
  const isExample = data?.exampleAsOf !== undefined && Date.parse(data.exampleAsOf) === Date.parse(asOf);
  return (
    <span className="as-of-away" role="status">
      {isExample ? AS_OF.isExample : AS_OF.isEarlier} {AS_OF.notShown}{' '}
      <button type="button" className="link" onClick={onLive}>
        {AS_OF.back}
      </button>
    </span>
  );
}

/** Chooses the instant as of which everything is shown. */
export function AsOf() {
  const asOf = useAsOf();
  const choose = useChooseInstant();
  const isPhone = useMedia(PHONE);
  const [isOpen, setOpen] = useState(false);

  const go = (instant: string | undefined) => {
    setOpen(false);
    choose(instant);
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
          <span className="as-of-label">{AS_OF.label}</span>
          {asOf === undefined ? (
            <>
              <span className="live" aria-hidden="true" /> {AS_OF.live}
            </>
          ) : (
            <span title={describeUtc(asOf)}>{describeDate(asOf)}</span>
          )}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="popover" align="start" sideOffset={6}>
            <form onSubmit={submit}>
              <label htmlFor="instant">{AS_OF.field}</label>
              <input
                id="instant"
                name="instant"
                type="datetime-local"
                required
                defaultValue={asOf === undefined ? undefined : toFieldValue(asOf)}
              />
              <div className="popover-actions">
                <button type="submit" className="button button-main">
                  {AS_OF.show}
                </button>
                <button type="button" className="button" onClick={() => go(undefined)}>
                  {AS_OF.live}
                </button>
              </div>
            </form>
            {isPhone && <TimeSlider asOf={asOf} onChoose={choose} />}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {!isPhone && <TimeSlider asOf={asOf} onChoose={choose} />}
      {asOf !== undefined && <Away asOf={asOf} onLive={() => go(undefined)} />}
    </div>
  );
}
