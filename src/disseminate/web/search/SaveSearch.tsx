import { type FormEvent, useState } from 'react';
import type { SearchTerms as KeptTerms } from '../../../model/saved-search.ts';
import type { Searched } from '../../../model/search.ts';
import { useSaving } from '../api/search.ts';
import { announce } from '../components/announce.ts';
import { DialogButton } from '../decide/DialogButton.tsx';
import { SEARCH } from '../words/text/search.ts';
import type { SearchTerms } from './address.ts';

/** Keeps what is searched for, under a name. */
export function SaveSearch({ of, terms }: { readonly of: Searched; readonly terms: SearchTerms }) {
  return (
    <DialogButton words={SEARCH.saveAct}>
      {(close) => <SaveForm of={of} terms={terms} onDone={close} />}
    </DialogButton>
  );
}

function SaveForm({
  of,
  terms,
  onDone,
}: {
  readonly of: Searched;
  readonly terms: SearchTerms;
  readonly onDone: () => void;
}) {
  const { save } = useSaving();
  const [name, setName] = useState(terms.q ?? '');
  const [by, setBy] = useState('');
  const [isAlert, setAlert] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries(terms).filter(([, value]) => value !== undefined);
    save.mutate(
      { name: name.trim(), by: by.trim(), of, isAlert, terms: Object.fromEntries(given) as KeptTerms },
      {
        onSuccess: () => {
          announce(SEARCH.savedDone(name.trim()));
          onDone();
        },
      },
    );
  };
  return (
    <form className="search-save" onSubmit={submit}>
      <label>
        <span>{SEARCH.name}</span>
        <input required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        <span>{SEARCH.by}</span>
        <input required maxLength={120} value={by} onChange={(event) => setBy(event.target.value)} />
      </label>
      <label className="search-check">
        <input type="checkbox" checked={isAlert} onChange={(event) => setAlert(event.target.checked)} />
        <span>
          {SEARCH.alert} {SEARCH.alertHint}
        </span>
      </label>
      {save.isError && (
        <p role="alert" className="dialog-stop">
          {save.error.message}
        </p>
      )}
      <p className="search-acts">
        <button type="submit" className="button" disabled={save.isPending}>
          {SEARCH.saveAct.submit}
        </button>
        <button type="button" className="link" onClick={onDone}>
          {SEARCH.cancel}
        </button>
      </p>
    </form>
  );
}
