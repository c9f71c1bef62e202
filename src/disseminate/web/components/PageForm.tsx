import { type DragEvent, type FormEvent, useState } from 'react';
import type { PageToRead } from '../api/queries.ts';
import { READ_PAGE } from '../words/text/read-page.ts';
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
            <label htmlFor="words">{READ_PAGE.words}</label>
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
            {file.name} <span className="muted">{READ_PAGE.kilobytes(Math.ceil(file.size / 1_000))}</span>
            <button type="button" className="link" onClick={() => setFile(undefined)}>
              {READ_PAGE.remove}
            </button>
          </p>
        )}
        <label className="file">
          {READ_PAGE.file}{' '}
          <input
            type="file"
            accept=".html,.htm,.xhtml,.txt,text/html,text/plain"
            onChange={(event) => setFile(event.target.files?.[0])}
          />
        </label>
      </div>
      <fieldset className="known">
        <legend>{READ_PAGE.known}</legend>
        <label>
          {READ_PAGE.outlet}

          <input name="outlet" maxLength={200} autoComplete="off" />
        </label>
        <label>
          {READ_PAGE.published}

          <input
            name="published"
            placeholder={READ_PAGE.publishedExample}
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
            autoComplete="off"
          />
        </label>
        <label>
          {READ_PAGE.address}

          <input name="url" type="url" placeholder={READ_PAGE.addressExample} autoComplete="off" />
        </label>
      </fieldset>
      {error !== null && <Failed error={error} />}
      <button
        type="submit"
        className="button button-main"
        disabled={isReading || (file === undefined && words.trim() === '')}
      >
        {isReading ? READ_PAGE.reading : READ_PAGE.read}
      </button>
    </form>
  );
}
