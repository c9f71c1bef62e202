import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Reading } from '../../../model/reading.ts';
import { useReadNow } from '../api/queries.ts';
import { PageForm } from '../components/PageForm.tsx';
import { Empty } from '../components/States.tsx';
import type { ReaderSearch } from '../routes/search.ts';
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
      <p>Read now and not kept. Closing this tab forgets it.</p>
      {readings.length > 1 && (
        <label>
          Document
          <select value={shown} onChange={(event) => onShow(Number(event.target.value))}>
            {readings.map(({ document }, at) => (
              <option key={document.id} value={at}>
                {at + 1} of {readings.length}: {document.title ?? 'No title'}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" onClick={onClose}>
        Read another page
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
      <h1>Read a page</h1>
      <p className="muted">
        Paste an article or its HTML, or drop a saved page. It is read on this server and not kept.
      </p>
      <PageForm isReading={read.isPending} error={read.error} onRead={(page) => read.mutate(page)} />
      {read.isSuccess && <Empty title="Nothing was read">The page holds no document.</Empty>}
    </div>
  );
}
