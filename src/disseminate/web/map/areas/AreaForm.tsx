import { type FormEvent, useEffect, useRef } from 'react';
import { EVENT_TYPES, type EventType } from '../../../../model/event.ts';
import { AREA_LIMITS, type AreaHazard, type WatchArea } from '../../../../model/watch-area.ts';
import { isConflict } from '../../api/client.ts';
import { usePutWatchArea } from '../../api/map.ts';
import { announce } from '../../components/announce.ts';
import { Failed } from '../../components/States.tsx';
import { Field, FormButtons, PersonField, takeText, usePersonName } from '../../decide/fields.tsx';
import { AREAS, MODES } from '../../words/text/map.ts';
import { describeEventType } from '../../words/vocabulary.ts';
import { type AreaDraft, type AreaDrafting, findShape } from './draft.ts';

interface AreaFormProps {
  readonly draft: AreaDrafting;
  readonly value: AreaDraft;
  /** The area as it stands by now, where one is changed. */
  readonly standing: WatchArea | undefined;
  readonly onSaved: (area: WatchArea) => void;
}

/** Name, kinds and distances of an area whose points are set. */
export function AreaForm({ draft, value, standing, onSaved }: AreaFormProps) {
  const [person, rememberPerson] = usePersonName();
  const put = usePutWatchArea();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const { of } = value;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [by, note] = [takeText(data, 'by'), value.note.trim()];
    const shape = findShape(value);
    if (shape === undefined) return;
    rememberPerson(by);
    put.mutate(
      {
        ...(of === undefined ? {} : { of: { id: of.id, base: of.version } }),
        draft: {
          name: value.name.trim(),
          shape,
          hazards: value.hazards,
          by,
          ...(note === '' ? {} : { note }),
        },
      },
      {
        onSuccess: (area) => {
          announce(AREAS.saved(area.name));
          draft.stop();
          onSaved(area);
        },
      },
    );
  };
  const isNewer = put.error !== null && isConflict(put.error) && standing !== undefined;
  return (
    <form className="decision-form area-form" onSubmit={save} ref={form}>
      <Field label={AREAS.name}>
        {(id) => (
          <input
            id={id}
            required
            maxLength={AREA_LIMITS.name}
            autoComplete="off"
            dir="auto"
            value={value.name}
            onChange={({ target }) => draft.edit({ name: target.value })}
          />
        )}
      </Field>
      <Where draft={draft} value={value} />
      <Hazards draft={draft} hazards={value.hazards} />
      <Field label={AREAS.note}>
        {(id) => (
          <textarea
            id={id}
            name="note"
            rows={2}
            maxLength={AREA_LIMITS.note}
            value={value.note}
            dir="auto"
            onChange={({ target }) => draft.edit({ note: target.value })}
          />
        )}
      </Field>
      <PersonField name={person} hint={AREAS.byHint} />
      {put.error !== null && <Failed error={put.error} />}
      {isNewer && (
        <Newer
          standing={standing}
          onKeep={() => {
            put.reset();
            draft.edit({ of: standing });
          }}
          onTake={() => {
            put.reset();
            draft.change(standing);
          }}
        />
      )}
      <FormButtons
        submit={AREAS.save}
        sending={AREAS.saving}
        isSending={put.isPending}
        onCancel={draft.stop}
      />
    </form>
  );
}

/** The area as somebody else has saved it meanwhile, and how to go on. */
function Newer(props: {
  readonly standing: WatchArea;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}) {
  const { name, hazards, note } = props.standing;
  return (
    <div className="area-newer">
      <p>
        {AREAS.standing} <strong dir="auto">{name}</strong>
      </p>
      <ul>
        {hazards.map(({ type, mode, km }) => (
          <li key={`${type} ${mode} ${km}`}>{AREAS.hazard(type, mode, km)}</li>
        ))}
      </ul>
      {note !== undefined && <p dir="auto">{note}</p>}
      <p className="popover-actions">
        <button type="button" className="button" onClick={props.onKeep}>
          {AREAS.keepMine}
        </button>
        <button type="button" className="button" onClick={props.onTake}>
          {AREAS.newer}
        </button>
      </p>
    </div>
  );
}

/** A point can be typed as well; an outline is drawn. */
function Where({ draft, value }: Pick<AreaFormProps, 'draft' | 'value'>) {
  const [point] = value.points;
  const again = (
    <button type="button" className="link" onClick={draft.again}>
      {AREAS.again}
    </button>
  );
  if (value.kind === 'outline' || point === undefined) return <p>{again}</p>;
  const fields = [
    { name: 'lat', label: AREAS.lat, most: 90 },
    { name: 'lon', label: AREAS.lon, most: 180 },
  ] as const;
  return (
    <div className="area-where">
      {fields.map(({ name, label, most }) => (
        <Field key={name} label={label}>
          {(id) => (
            <input
              id={id}
              type="number"
              step="any"
              min={-most}
              max={most}
              required
              value={Number(point[name].toFixed(5))}
              onChange={({ target }) =>
                Number.isFinite(target.valueAsNumber) &&
                draft.edit({ points: [{ ...point, [name]: target.valueAsNumber }] })
              }
            />
          )}
        </Field>
      ))}
      {again}
    </div>
  );
}

function Hazards({
  draft,
  hazards,
}: {
  readonly draft: AreaDrafting;
  readonly hazards: readonly AreaHazard[];
}) {
  const put = (at: number, hazard: AreaHazard | undefined) =>
    draft.edit({ hazards: hazards.flatMap((each, place) => (place === at ? (hazard ?? []) : each)) });
  return (
    <fieldset className="area-hazards">
      <legend>{AREAS.hazards}</legend>
      {hazards.map((hazard, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div className="area-hazard" key={at}>
          <select
            aria-label={AREAS.type(at + 1)}
            value={hazard.type}
            onChange={({ target }) => put(at, { type: target.value as EventType | 'any', km: hazard.km })}
          >
            <option value="any">{AREAS.anyType}</option>
            {EVENT_TYPES.map((type) => (
              <option key={type} value={type}>
                {describeEventType(type)}
              </option>
            ))}
          </select>
          <select
            aria-label={AREAS.mode(at + 1)}
            value={hazard.mode ?? ''}
            disabled={hazard.type === 'any' || MODES[hazard.type] === undefined}
            onChange={({ target }) => {
              const { mode: _, ...rest } = hazard;
              put(at, target.value === '' ? rest : { ...rest, mode: target.value });
            }}
          >
            <option value="">{AREAS.anyMode}</option>
            {(hazard.type === 'any' ? [] : (MODES[hazard.type] ?? [])).map((mode) => (
              <option key={mode} value={mode}>
                {mode.replaceAll('-', ' ')}
              </option>
            ))}
          </select>
          <input
            type="number"
            aria-label={AREAS.km(at + 1)}
            min={AREA_LIMITS.leastKm}
            max={AREA_LIMITS.mostKm}
            step="any"
            required
            value={Number.isNaN(hazard.km) ? '' : hazard.km}
            onChange={({ target }) => put(at, { ...hazard, km: target.valueAsNumber })}
          />
          <span aria-hidden="true">{AREAS.kmUnit}</span>
          <button
            type="button"
            className="link"
            aria-label={AREAS.dropHazard(at + 1)}
            disabled={hazards.length === 1}
            onClick={() => put(at, undefined)}
          >
            {AREAS.drop}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="link"
        disabled={hazards.length >= AREA_LIMITS.hazards}
        onClick={() => draft.edit({ hazards: [...hazards, { type: 'ASSAULT', km: 20 }] })}
      >
        {AREAS.addHazard}
      </button>
    </fieldset>
  );
}
