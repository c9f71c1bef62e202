import type { ReactNode } from 'react';
import { type Draft, useDecide } from '../api/decisions.ts';
import { announce } from '../components/announce.ts';
import type { ActWords } from '../words/decisions.ts';
import { DecisionForm, type ValueField } from './DecisionForm.tsx';
import { DialogButton } from './DialogButton.tsx';

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

/** A button that opens the form of a decision, and puts it on record. */
export function DecideButton(props: DecideButtonProps) {
  const { words, about, label, isSmall = false } = props;
  return (
    <DialogButton words={words} about={about} label={label} isSmall={isSmall}>
      {(close) => <Body {...props} onDone={close} />}
    </DialogButton>
  );
}

function Body({ words, field, draft, onDone }: DecideButtonProps & { readonly onDone: () => void }) {
  const decide = useDecide();
  return (
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
  );
}
