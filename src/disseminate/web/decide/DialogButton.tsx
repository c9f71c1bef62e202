import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useMay } from '../api/session.ts';
import type { ActWords } from '../words/decisions.ts';
import { openDialog, refreshDialog, useIsOpen } from './open-dialog.ts';

// The form's own code, so that it is there when it is opened.
void import('./DialogHost.tsx');

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
  const key = useId();
  const isOpen = useIsOpen(key);
  const button = useFocusKept();
  const may = useMay(operation);
  useEffect(() => {
    if (isOpen) refreshDialog({ key, words, about, isTimeless, children });
  });
  if (!may) return null;
  return (
    <button
      type="button"
      ref={button}
      className={isSmall ? 'link decide-link' : 'button'}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label={label === undefined ? undefined : `${words.button} ${label}`}
      onClick={() => openDialog({ key, words, about, isTimeless, children, opener: button.current })}
    >
      {words.button}
    </button>
  );
}
