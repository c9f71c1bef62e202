import type { UseQueryResult } from '@tanstack/react-query';
import { type FormEvent, useMemo } from 'react';
import type { MapRow } from '../../../../model/map.ts';
import type { WatchArea } from '../../../../model/watch-area.ts';
import { useRemoveWatchArea } from '../../api/map.ts';
import { useStatus } from '../../api/queries.ts';
import { announce } from '../../components/announce.ts';
import { useAsOf } from '../../components/instant.ts';
import { Fetched } from '../../components/Page.tsx';
import { Empty, Failed } from '../../components/States.tsx';
import { DialogButton } from '../../decide/DialogButton.tsx';
import { FormButtons, PersonField, takeText, usePersonName } from '../../decide/fields.tsx';
import type { MapSearch } from '../../routes/map-search.ts';
import { describeDate } from '../../words/dates.ts';
import { AREAS } from '../../words/text/map.ts';
import { describeTellings } from '../Described.tsx';
import { formatView } from '../view.ts';
import { AreaForm } from './AreaForm.tsx';
import { countInArea } from './counts.ts';
import type { AreaDrafting } from './draft.ts';

interface AreasPanelProps {
  readonly areas: UseQueryResult<readonly WatchArea[]>;
  /** What is shown: counted in each area. */
  readonly rows: readonly MapRow[];
  readonly draft: AreaDrafting;
  readonly chosen: string | undefined;
  readonly onChange: (changed: Partial<MapSearch>) => void;
}

/** The areas that are watched, with what lies in each; and drawing one. */
export function AreasPanel({ areas, rows, draft, chosen, onChange }: AreasPanelProps) {
  const status = useStatus(useAsOf());
  const readOnly = status.data?.readOnly;
  const { value } = draft;
  if (value !== undefined && !value.isSetting)
    return (
      <div className="map-list">
        <AreaForm
          key={value.of?.id ?? 'new'}
          draft={draft}
          value={value}
          standing={areas.data?.find(({ id }) => id === value.of?.id)}
          onSaved={({ id }) => onChange({ area: id })}
        />
      </div>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="map-list" tabIndex={0} aria-label={AREAS.title}>
      {readOnly === undefined ? (
        <p className="area-draw">
          {AREAS.draw}
          <button
            type="button"
            className="button"
            disabled={draft.isDrawing}
            onClick={() => draft.start('point')}
          >
            {AREAS.point}
          </button>
          <button
            type="button"
            className="button"
            disabled={draft.isDrawing}
            onClick={() => draft.start('outline')}
          >
            {AREAS.outline}
          </button>
        </p>
      ) : (
        <p className="dialog-stop">
          <strong>{AREAS.noWriting}</strong> {readOnly}
        </p>
      )}
      <Fetched query={areas} label={AREAS.fetching}>
        {(kept) =>
          kept.length === 0 ? (
            <Empty title={AREAS.none}>
              <p>{AREAS.noneHint}</p>
            </Empty>
          ) : (
            <>
              <p className="muted">{AREAS.shownSpan}</p>
              <ol>
                {kept.map((area) => (
                  <AreaRow
                    key={area.id}
                    area={area}
                    rows={rows}
                    isChosen={area.id === chosen}
                    isReadOnly={readOnly !== undefined}
                    draft={draft}
                    onChange={onChange}
                  />
                ))}
              </ol>
            </>
          )
        }
      </Fetched>
      <p className="muted">{AREAS.isPrivate}</p>
    </section>
  );
}

interface AreaRowProps extends Pick<AreasPanelProps, 'rows' | 'draft' | 'onChange'> {
  readonly area: WatchArea;
  readonly isChosen: boolean;
  readonly isReadOnly: boolean;
}

function AreaRow({ area, rows, isChosen, isReadOnly, draft, onChange }: AreaRowProps) {
  const counts = useMemo(() => countInArea(area, rows), [area, rows]);
  const unknown = counts.reduce((most, each) => Math.max(most, each.unknown), 0);
  return (
    <li className={isChosen ? 'area-row is-chosen' : 'area-row'}>
      <h2 dir="auto">{area.name}</h2>
      <ul>
        {counts.map(({ hazard, inside, perhaps }) => {
          const all = inside.reduce((sum, count) => sum + count, 0);
          const { type, mode, km } = hazard;
          return (
            <li key={`${type} ${mode} ${km}`}>
              {AREAS.hazard(type, mode, km)}:{' '}
              <button
                type="button"
                className="link"
                onClick={() => onChange({ area: area.id, show: undefined, place: undefined })}
              >
                {AREAS.inside(all)}
              </button>
              {all > 0 && <span className="muted"> ({describeTellings(inside)})</span>}
              {perhaps > 0 && <span title={AREAS.perhapsWhy}>, {AREAS.perhaps(perhaps)}</span>}
            </li>
          );
        })}
      </ul>
      {unknown > 0 && <p className="muted">{AREAS.unknown(unknown)}</p>}
      {area.note !== undefined && <p dir="auto">{area.note}</p>}
      <p className="muted">{AREAS.changed(area.by, describeDate(area.changed))}</p>
      <p className="area-acts">
        <button
          type="button"
          className="link"
          onClick={() => onChange({ area: area.id, view: findAreaView(area) })}
        >
          {AREAS.show}
        </button>
        {!isReadOnly && (
          <>
            <button type="button" className="link" onClick={() => draft.change(area)}>
              {AREAS.change}
            </button>
            <RemoveArea area={area} />
          </>
        )}
      </p>
    </li>
  );
}

const KM_ROUND = 40_000;

/** A view that shows an area with its farthest distance. */
function findAreaView({ shape, hazards }: WatchArea): string {
  const points = shape.kind === 'point' ? [shape] : shape.points;
  const [first = { lat: 0, lon: 0 }] = points;
  const wide =
    Math.max(...points.map(({ lat, lon }) => Math.hypot(lat - first.lat, lon - first.lon)), 0) * 111;
  const km = Math.max(...hazards.map((each) => each.km)) * 2 + wide;
  const zoom = Math.min(Math.max(Math.log2(KM_ROUND / km) - 0.8, 1), 11);
  return formatView({ lat: first.lat, lon: first.lon, zoom });
}

function RemoveArea({ area }: { readonly area: WatchArea }) {
  const words = { button: AREAS.remove, title: AREAS.removeNow, hint: AREAS.removeHint(area.name) };
  return (
    <DialogButton words={{ ...words, submit: AREAS.removeNow, done: '' }} isSmall label={area.name}>
      {(close) => <RemoveForm area={area} onDone={close} />}
    </DialogButton>
  );
}

function RemoveForm({ area, onDone }: { readonly area: WatchArea; readonly onDone: () => void }) {
  const [person, rememberPerson] = usePersonName();
  const remove = useRemoveWatchArea();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const by = takeText(new FormData(event.currentTarget), 'by');
    rememberPerson(by);
    remove.mutate(
      { id: area.id, base: area.version, by },
      {
        onSuccess: () => {
          announce(AREAS.removed(area.name));
          onDone();
        },
      },
    );
  };
  return (
    <form className="decision-form" onSubmit={send}>
      <PersonField name={person} hint={AREAS.byHint} />
      {remove.error !== null && <Failed error={remove.error} />}
      <FormButtons
        submit={AREAS.removeNow}
        sending={AREAS.removing}
        isSending={remove.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
