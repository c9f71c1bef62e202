import { getRouteApi, Link } from '@tanstack/react-router';
import type { ActorSummary } from '../../../model/actor.ts';
import { useActors } from '../api/actors.ts';
import { useAsOf } from '../components/instant.ts';
import { PictureRows } from '../components/PictureRows.tsx';
import type { ActorsSearch } from '../routes/search.ts';
import {
  ACTOR_WORDS,
  describeKind,
  describeOtherNames,
  SECTOR_WORDS,
  SHOWN_TYPES,
  TYPE_WORDS,
} from '../words/actors.ts';
import { COMMON } from '../words/text/common.ts';

import { AddActor } from './AddActor.tsx';
import { OwnRegister } from './OwnRegister.tsx';

const actorsRoute = getRouteApi('/actors');

function ActorRow({ actor }: { readonly actor: ActorSummary }) {
  const others = describeOtherNames(actor);
  return (
    <article className="picture-row">
      <p className="picture-when">{describeKind(actor)}</p>
      <div className="picture-words">
        <h2>
          <Link to="/actors/$id" params={{ id: actor.id }} data-row>
            <bdi>{actor.name}</bdi>
          </Link>
        </h2>
        {others !== '' && <p className="muted">{others}</p>}
      </div>
      <p className="picture-counts">
        <span>{COMMON.documents(actor.documents)}</span>
        {actor.sector !== undefined && <span>{SECTOR_WORDS[actor.sector]}</span>}
      </p>
    </article>
  );
}

function NameAndType({ name, type }: Pick<ActorsSearch, 'name' | 'type'>) {
  const navigate = actorsRoute.useNavigate();
  const set = (given: Partial<ActorsSearch>) =>
    navigate({ search: (search) => ({ ...search, ...given }), replace: true });
  return (
    <>
      <label className={name === undefined ? 'filter' : 'filter is-set'}>
        <span>{ACTOR_WORDS.name}</span>
        <input
          type="search"
          defaultValue={name}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => set({ name: target.value.trim() === '' ? undefined : target.value })}
        />
      </label>
      <label className={type === undefined ? 'filter' : 'filter is-set'}>
        <span>{ACTOR_WORDS.type}</span>
        <select
          value={type ?? ''}
          onChange={({ target }) => set({ type: SHOWN_TYPES.find((each) => each === target.value) })}
        >
          <option value="">{ACTOR_WORDS.any}</option>
          {SHOWN_TYPES.map((each) => (
            <option key={each} value={each}>
              {TYPE_WORDS[each]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** Who is named in the documents, each once under all its names; and whom this desk has entered. */
export function ActorsPage() {
  const { name, type, country } = actorsRoute.useSearch();
  const actors = useActors({ asOf: useAsOf(), name, type, country });
  return (
    <PictureRows
      words={ACTOR_WORDS}
      query={actors}
      country={country}
      to="/actors"
      filters={{
        fields: <NameAndType name={name} type={type} />,
        isSet: name !== undefined || type !== undefined,
      }}
      actions={<AddActor />}
      end={<OwnRegister />}
    >
      {(actor) => (
        <li key={actor.id}>
          <ActorRow actor={actor} />
        </li>
      )}
    </PictureRows>
  );
}
