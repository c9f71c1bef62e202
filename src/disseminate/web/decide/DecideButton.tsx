import { Dialog } from 'radix-ui';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type Draft, useDecide } from '../api/decisions.ts';
import { useStatus } from '../api/queries.ts';
import { announce } from '../components/announce.ts';
import { useAsOf } from '../components/instant.ts';
import { type ActWords, FORM_WORDS } from '../words/decisions.ts';
import { DecisionForm, type ValueField } from './DecisionForm.tsx';

interface DecideButtonProps {
  readonly words: ActWords;
  /** What it is about, in the words of the texts. */
  readonly about?: ReactNode;
  /** Tells apart buttons that read alike: `of “Two rockets hit the port”`. */
  readonly label?: string;
  readonly field?: ValueField;
  /** The decision, with the value that was chosen. */
  readonly draft: (value: string) => Draft;
  readonly isSmall?: boolean;
}

/** Where the focus goes when what one decided about is no longer there, and its button neither. */
function useFocusKept() {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own !== null && document.activeElement === own) document.getElementById('page')?.focus();
    };
  }, []);
  return button;
}

/** A button that opens the form of a decision, and puts it on record. */
export function DecideButton(props: DecideButtonProps) {
  const { words, label, isSmall = false } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useFocusKept();
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger
        ref={button}
        className={isSmall ? 'link decide-link' : 'button'}
        aria-label={label === undefined ? undefined : `${words.button} ${label}`}
      >
        {words.button}
      </Dialog.Trigger>
      <Dialog.Portal>
        {/* The overlay of the library locks scrolling by an inline style, which no page of ours may have. */}
        <div className="dialog-back" />
        <Dialog.Content
          className="dialog"
          // Keys of the page below are not meant here.
          onKeyDown={(event) => event.stopPropagation()}
        >
          <Dialog.Title className="dialog-title">{words.title}</Dialog.Title>
          {props.about !== undefined && <div className="dialog-about">{props.about}</div>}
          <Dialog.Description className="muted">{words.hint}</Dialog.Description>
          <Body {...props} onDone={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Body({ words, field, draft, onDone }: DecideButtonProps & { readonly onDone: () => void }) {
  const asOf = useAsOf();
  const { data } = useStatus(asOf);
  const decide = useDecide();
  if (data?.readOnly !== undefined)
    return (
      <>
        <p className="dialog-stop">
          <strong>{FORM_WORDS.isReadOnly}.</strong> {data.readOnly}
        </p>
        <Dialog.Close className="button">{FORM_WORDS.close}</Dialog.Close>
      </>
    );
  return (
    <>
      {asOf !== undefined && <p className="dialog-stop">{FORM_WORDS.isEarlier}</p>}
      <DecisionForm
        submit={words.submit}
        field={field}
        isSending={decide.isPending}
        error={decide.error}
        onCancel={onDone}
        onDecide={({ value, by, note }) =>
          decide.mutate(
            { ...draft(value), by, note },
            {
              onSuccess: ({ id }) => {
                announce(`${words.done} ${id} is on record.`);
                onDone();
              },
            },
          )
        }
      />
    </>
  );
}
