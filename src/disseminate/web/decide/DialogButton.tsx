import { Dialog } from 'radix-ui';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useStatus } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { useAsOf } from '../components/instant.ts';
import { type ActWords, FORM_WORDS } from '../words/decisions.ts';

interface DialogButtonProps {
  readonly words: ActWords;
  /** What it is about, in the words of the texts. */
  readonly about?: ReactNode;
  /** Tells apart buttons that read alike: `of “Two rockets hit the port”`. */
  readonly label?: string | undefined;
  readonly isSmall?: boolean;
  /** What the form asks for in the end: where that is not for one's role, it is not offered. */
  readonly operation?: string;
  /** True where it is about nothing that was otherwise at an earlier instant. */
  readonly isTimeless?: boolean;
  /** The form; it is not shown where nobody may decide. */
  readonly children: (close: () => void) => ReactNode;
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

/** A button that opens a form over the page, where one may write at all. */
export function DialogButton(props: DialogButtonProps) {
  const { words, about, label, isSmall = false, children } = props;
  const { operation = 'POST /judgements', isTimeless = false } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useFocusKept();
  const may = useMay(operation);
  if (!may) return null;
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
          {about !== undefined && <div className="dialog-about">{about}</div>}
          <Dialog.Description className="muted">{words.hint}</Dialog.Description>
          <Body isTimeless={isTimeless}>{children(() => setOpen(false))}</Body>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Body({ isTimeless, children }: { readonly isTimeless: boolean; readonly children: ReactNode }) {
  const asOf = useAsOf();
  const { data } = useStatus(asOf);
  if (data?.readOnly !== undefined)
    return (
      <>
        <p className="dialog-stop">
          <strong>{FORM_WORDS.isReadOnly}</strong> {data.readOnly}
        </p>
        <Dialog.Close className="button">{FORM_WORDS.close}</Dialog.Close>
      </>
    );
  return (
    <>
      {asOf !== undefined && !isTimeless && <p className="dialog-stop">{FORM_WORDS.isEarlier}</p>}
      {children}
    </>
  );
}
