import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import type { Corrected } from '../../../../model/correction.ts';
import type { Document } from '../../../../model/document.ts';
import { type CorrectedField, isEventField } from '../../../../model/field-correction.ts';
import { useStatus } from '../../api/queries.ts';
import { announce } from '../../components/announce.ts';
import { useAsOf } from '../../components/instant.ts';
import { Words } from '../../components/Words.tsx';
import { describeMention, FORM_WORDS } from '../../words/decisions.ts';
import { CORRECT } from '../../words/text/correct.ts';
import type { IndexedReading } from '../indexed.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { type Corrigible, FIELD_KEYS } from './fields.ts';

interface CorrectDialogProps {
  readonly document: Document;
  readonly index: IndexedReading;
  /** Id of the claim that is meant, and of the event that was selected, if one was. */
  readonly claim: string;
  readonly event: string | undefined;
  readonly corrected: readonly Corrected[];
  readonly onClose: () => void;
}

/** Two keys to the field that was misread: `c` opens this, the field's own key its form. */
export function CorrectDialog(props: CorrectDialogProps) {
  const { document, index, claim: id, corrected, onClose } = props;
  const [field, setField] = useState<CorrectedField>();
  const events = index.eventsByClaim.get(id) ?? [];
  const [chosen, setChosen] = useState(props.event ?? events[0]?.id);
  const claim = index.claimById.get(id);
  const asOf = useAsOf();
  const readOnly = useStatus(asOf).data?.readOnly;
  if (claim === undefined) return null;
  const event = events.find((each) => each.id === chosen) ?? events[0];
  const meant: Corrigible = { claim, event };
  const canCorrect = (name: CorrectedField) => !isEventField(name) || event !== undefined;
  const press = (pressed: KeyboardEvent) => {
    // Keys of the page below are not meant here.
    pressed.stopPropagation();
    if (field !== undefined || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    const next = Object.hasOwn(FIELD_KEYS, pressed.key) ? FIELD_KEYS[pressed.key] : undefined;
    if (next === undefined || !canCorrect(next)) return;
    pressed.preventDefault();
    setField(next);
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <div className="dialog-back" />
        <Dialog.Content className="dialog" onKeyDown={press}>
          <Dialog.Title className="dialog-title">{CORRECT.title}</Dialog.Title>
          <div className="dialog-about">
            <Words text={claim.content.text} className="ref-words" />
          </div>
          <Dialog.Description className="muted">{CORRECT.hint}</Dialog.Description>
          {readOnly !== undefined && <p className="dialog-stop">{readOnly}</p>}
          {readOnly === undefined && asOf !== undefined && (
            <p className="dialog-stop">{FORM_WORDS.isEarlier}</p>
          )}
          {events.length > 1 && (
            <label className="decision-field">
              <span>{CORRECT.event}</span>
              <select value={event?.id} onChange={({ target }) => setChosen(target.value)}>
                {events.map((each) => (
                  <option key={each.id} value={each.id}>
                    {describeMention(each)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {readOnly === undefined && field === undefined && (
            <FieldChoice canCorrect={canCorrect} onChoose={setField} />
          )}
          {readOnly === undefined && field !== undefined && (
            <CorrectForm
              key={`${field} ${event?.id}`}
              document={document}
              index={index}
              meant={meant}
              field={field}
              standing={corrected.find(
                (each) =>
                  each.correction.field === field &&
                  each.claim.claim === id &&
                  (isEventField(field) ? each.event === event?.id : each.event === undefined),
              )}
              onBack={() => setField(undefined)}
              onDone={(judgement, by) => {
                announce(`${CORRECT.done} ${judgement} is on record.`, { judgement, by });
                onClose();
              }}
            />
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function FieldChoice(props: {
  readonly canCorrect: (field: CorrectedField) => boolean;
  readonly onChoose: (field: CorrectedField) => void;
}) {
  return (
    <div className="field-choice">
      <p>{CORRECT.choose}</p>
      <ul>
        {Object.entries(FIELD_KEYS).map(([key, field]) => (
          <li key={key}>
            <button
              type="button"
              className="button"
              disabled={!props.canCorrect(field)}
              onClick={() => props.onChoose(field)}
            >
              <kbd>{key}</kbd> {CORRECT.fields[field]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
