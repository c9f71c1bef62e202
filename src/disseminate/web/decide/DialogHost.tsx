import { useLocation } from '@tanstack/react-router';
import { Dialog } from 'radix-ui';
import { type ReactNode, useEffect } from 'react';
import { useStatus } from '../api/queries.ts';
import { useAsOf } from '../components/instant.ts';
import { FORM_WORDS } from '../words/decisions.ts';
import { closeDialog, type OpenDialog, useOpenDialog } from './open-dialog.ts';

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

/** Where the focus goes when a form was closed: to its button, or to the page where that is no longer there. */
function giveFocusBack({ opener }: OpenDialog): void {
  const target = opener?.isConnected === true ? opener : document.getElementById('page');
  target?.focus();
}

/** Shows the form that a button of the page has opened, for as long as one stays on the page. */
export function DialogHost() {
  const open = useOpenDialog();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const from = open?.path;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the router says that the page is another one
  useEffect(() => {
    if (from !== undefined && window.location.pathname !== from) closeDialog();
  }, [path, from]);
  if (open === undefined) return null;
  const { words, about, isTimeless, children } = open;
  return (
    <Dialog.Root key={open.key} open onOpenChange={(isOpen) => !isOpen && closeDialog()}>
      <Dialog.Portal>
        {/* The overlay of the library locks scrolling by an inline style, which no page of ours may have. */}
        <div className="dialog-back" />
        <Dialog.Content
          className="dialog"
          // Keys of the page below are not meant here.
          onKeyDown={(event) => event.stopPropagation()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack(open);
          }}
        >
          <Dialog.Title className="dialog-title">{words.title}</Dialog.Title>
          {about !== undefined && <div className="dialog-about">{about}</div>}
          <Dialog.Description className="muted">{words.hint}</Dialog.Description>
          <Body isTimeless={isTimeless}>{children(closeDialog)}</Body>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
