import { type DragEvent, type FormEvent, useState } from 'react';
import type { PageToRead } from '../api/queries.ts';
import { Failed } from './States.tsx';

/** What the form tells about the page beside its words; empty fields tell nothing. */
function takeFacts(form: HTMLFormElement): Omit<PageToRead, 'page'> {
  const data = new FormData(form);
  const facts: Record<string, string> = {};
  for (const name of ['outlet', 'published', 'url']) {
    const value = data.get(name);
    if (typeof value === 'string' && value.trim() !== '') facts[name] = value.trim();
  }
  return facts;
}

interface PageFormProps {
  readonly isReading: boolean;
  readonly error: Error | null;
  readonly onRead: (page: PageToRead) => void;
}

/** A page to read now: pasted, chosen or dropped. */
export function PageForm({ isReading, error, onRead }: PageFormProps) {
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File>();
  const [isOver, setOver] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const page = file ?? words;
    if (page !== '') onRead({ page, ...takeFacts(event.currentTarget) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    setFile(event.dataTransfer.files[0]);
  };
  return (
    <form className="page-form" onSubmit={submit}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop on; the file field below does the same */}
      <div
        className={isOver ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {file === undefined ? (
          <>
            <label htmlFor="words">Article text or HTML</label>
            <textarea
              id="words"
              rows={14}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              spellCheck={false}
            />
          </>
        ) : (
          <p className="chosen">
            {file.name} <span className="muted">{Math.ceil(file.size / 1_000)} kB</span>
            <button type="button" className="link" onClick={() => setFile(undefined)}>
              Remove
            </button>
          </p>
        )}
        <label className="file">
          Or a saved page{' '}
          <input
            type="file"
            accept=".html,.htm,.xhtml,.txt,text/html,text/plain"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </label>
      </div>
      <fieldset className="known">
        <legend>If you know it</legend>
        <label>
          Outlet
          <input name="outlet" maxLength={200} autoComplete="off" />
        </label>
        <label>
          Published
          <input
            name="published"
            placeholder="2031-05-16"
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
            autoComplete="off"
          />
        </label>
        <label>
          Address
          <input name="url" type="url" placeholder="https://" autoComplete="off" />
        </label>
      </fieldset>
      {error !== null && <Failed error={error} />}
      <button
        type="submit"
        className="button button-main"
        disabled={isReading || (file === undefined && words.trim() === '')}
      >
        {isReading ? 'Reading…' : 'Read'}
      </button>
    </form>
  );
}
