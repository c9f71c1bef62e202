import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Reading } from '../../../model/reading.ts';
import { useReadNow } from '../api/queries.ts';
import { PageForm } from '../components/PageForm.tsx';
import { Empty } from '../components/States.tsx';
import type { ReaderSearch } from '../routes/search.ts';
import { READER } from '../words/text/reader.ts';
import { READ_NOW } from '../words/text/reading.ts';
import { Reader } from './Reader.tsx';

const readRoute = getRouteApi('/read');

interface NoticeProps {
  readonly readings: readonly Reading[];
  readonly shown: number;
  readonly onShow: (at: number) => void;
  readonly onClose: () => void;
}

function Notice({ readings, shown, onShow, onClose }: NoticeProps) {
  return (
    <div className="notice" role="status">
      <p>{READ_NOW.notKept}</p>
      {readings.length > 1 && (
        <label>
          {READ_NOW.document}
          <select value={shown} onChange={(event) => onShow(Number(event.target.value))}>
            {readings.map(({ document }, at) => (
              <option key={document.id} value={at}>
                {READ_NOW.one(at + 1, readings.length, document.title ?? READER.noTitle)}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" onClick={onClose}>
        {READ_NOW.another}
      </button>
    </div>
  );
}

/** A page read now, and not kept. */
export function ReadPage() {
  const { readings, read, close } = useReadNow();
  const [shown, setShown] = useState(0);
  const place = readRoute.useSearch();
  const navigate = readRoute.useNavigate();
  const move = ({ claim, event, thing, at, view }: ReaderSearch, replace = true) => {
    navigate({
      search: { claim, event, thing, at, view: view === 'text' ? undefined : view },
      replace,
    });
  };
  const leave = () => {
    setShown(0);
    close();
    move({});
  };
  const reading = readings[shown];
  if (reading !== undefined) {
    return (
      <Reader
        key={reading.document.id}
        reading={reading}
        place={place}
        onMove={move}
        onLeave={leave}
        notice={
          <Notice
            readings={readings}
            shown={shown}
            onShow={(at) => {
              setShown(at);
              move({});
            }}
            onClose={leave}
          />
        }
      />
    );
  }
  return (
    <div className="form-page">
      <h1>{READ_NOW.title}</h1>
      <p className="muted">{READ_NOW.hint}</p>
      <PageForm isReading={read.isPending} error={read.error} onRead={(page) => read.mutate(page)} />
      {read.isSuccess && <Empty title={READ_NOW.nothing}>{READ_NOW.nothingHint}</Empty>}
    </div>
  );
}
