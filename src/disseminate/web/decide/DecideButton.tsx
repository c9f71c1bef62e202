import type { ReactNode } from 'react';
import { type Draft, useDecide } from '../api/decisions.ts';
import { announce, type UndoOffer } from '../components/announce.ts';
import type { ActWords } from '../words/decisions.ts';
import { FORM_WORDS } from '../words/decisions.ts';
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
      {(close) => <DecideBody {...props} onDone={close} />}
    </DialogButton>
  );
}

/** What is taken back is not offered to be taken back again: the list of decisions has both. */
function findOffer({ verdict }: Draft, judgement: string, by: string): UndoOffer | undefined {
  return verdict === 'withdraw' ? undefined : { judgement, by };
}

/** The form of a decision, in a dialog that is open already. */
export function DecideBody({
  words,
  field,
  draft,
  onDone,
}: Pick<DecideButtonProps, 'words' | 'field' | 'draft'> & { readonly onDone: () => void }) {
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
              announce(FORM_WORDS.isOnRecord(words.done, id), findOffer(draft(value), id, by));
              onDone();
            },
          },
        )
      }
    />
  );
}
