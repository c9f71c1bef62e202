import { useState } from 'react';
import type { SourceDraft, SourcesPreview } from '../../../model/source-book.ts';
import { useAddSources, useFindFeeds, usePreview } from '../api/sources.ts';
import { announce } from '../components/announce.ts';
import { Failed } from '../components/States.tsx';
import { DialogButton } from '../decide/DialogButton.tsx';
import { Field } from '../decide/fields.tsx';
import { SOURCE_LIST } from '../words/text/sources.ts';

/** Bytes of a file that are sent. */
const LARGEST = 2_000_000;

/** A button with a form that adds sources to the list: by address or by file, previewed first. */
export function AddSources() {
  return (
    <DialogButton words={SOURCE_LIST.add} operation="POST /sources" isTimeless>
      {(close) => <Form onDone={close} />}
    </DialogButton>
  );
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const preview = usePreview();
  const find = useFindFeeds();
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST);
    if (file.size > LARGEST) return;
    const text = await file.text();
    preview.mutate({ form: /^\s*<|^\ufeff?\s*</.test(text) ? 'opml' : 'yaml', text });
  };
  return (
    <div className="source-form">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          preview.mutate({ drafts: [{ name: name.trim(), feed: address.trim() }] });
        }}
      >
        <Field label={SOURCE_LIST.address} hint={SOURCE_LIST.lookHint}>
          {(id, hint) => (
            <input
              id={id}
              type="url"
              required
              value={address}
              maxLength={2000}
              aria-describedby={hint}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <button
          type="button"
          className="button"
          disabled={address === '' || find.isPending}
          onClick={() => find.mutate(address.trim())}
        >
          {find.isPending ? SOURCE_LIST.looking : SOURCE_LIST.look}
        </button>
        {find.isError && <Failed error={find.error} />}
        {find.data !== undefined && (
          <ul aria-label={SOURCE_LIST.found}>
            {find.data.feeds.map(({ feed, name: title, items }) => (
              <li key={feed}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setAddress(feed);
                    if (title !== undefined) setName(title);
                  }}
                >
                  {feed}
                </button>{' '}
                {items !== undefined && <span className="muted">{SOURCE_LIST.items(items)}</span>}
              </li>
            ))}
          </ul>
        )}
        <Field label={SOURCE_LIST.name}>
          {(id) => (
            <input
              id={id}
              required
              value={name}
              maxLength={200}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="button" disabled={preview.isPending}>
          {SOURCE_LIST.preview}
        </button>
      </form>
      <Field label={SOURCE_LIST.file}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".opml,.xml,.yaml,.yml"
            onChange={(event) => void readFile(event.target.files?.[0])}
          />
        )}
      </Field>
      {isTooLarge && <p role="alert">{SOURCE_LIST.tooLarge}</p>}
      {preview.isError && <Failed error={preview.error} />}
      {preview.data !== undefined && <Preview preview={preview.data} onDone={onDone} />}
    </div>
  );
}

function Preview({ preview, onDone }: { readonly preview: SourcesPreview; readonly onDone: () => void }) {
  const add = useAddSources();
  const { rows, faults, base } = preview;
  const drafts: readonly SourceDraft[] = rows.flatMap(({ source: { kind: _, ...draft }, known }) =>
    known === undefined ? [draft] : [],
  );
  const where = (line: number | undefined) => (line === undefined ? '' : `${SOURCE_LIST.line(line)}: `);
  return (
    <section className="source-preview" aria-label={SOURCE_LIST.preview}>
      <ul>
        {rows.map(({ source, line, known }) => (
          <li key={`${source.feed} ${line}`} className={known === undefined ? '' : 'muted'}>
            <span className="muted">{where(line)}</span>
            <strong dir="auto">{source.name}</strong> <span className="address">{source.feed}</span>{' '}
            {known === undefined ? SOURCE_LIST.isNew : SOURCE_LIST.known(known)}
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <>
          <p>{SOURCE_LIST.faults(faults.length)}</p>
          <ul>
            {faults.map(({ line, message }) => (
              <li key={`${line} ${message}`} dir="auto">
                {where(line)}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {add.isError && <Failed error={add.error} />}
      {drafts.length === 0 ? (
        faults.length === 0 && <p>{SOURCE_LIST.nothing}</p>
      ) : (
        <button
          type="button"
          className="button button-main"
          disabled={add.isPending}
          onClick={() =>
            add.mutate(
              { drafts, base },
              {
                onSuccess: () => {
                  announce(SOURCE_LIST.add.done);
                  onDone();
                },
              },
            )
          }
        >
          {add.isPending ? SOURCE_LIST.sending : SOURCE_LIST.submit(drafts.length)}
        </button>
      )}
    </section>
  );
}
