import type { ActorDetail, SeenName } from '../../../model/actor.ts';
import { Limited } from '../components/Limited.tsx';
import { DecideButton } from '../decide/DecideButton.tsx';
import { ACTOR_WORDS, ALIAS_ACT, DISTINCT_ACT } from '../words/actors.ts';
import { COMMON } from '../words/text/common.ts';

/** Another name that documents have for it. */
function AddName({ actor: { id, name } }: { readonly actor: ActorDetail }) {
  return (
    <DecideButton
      words={ALIAS_ACT}
      about={<p>{name}</p>}
      field={{ label: ACTOR_WORDS.alias }}
      draft={(value) => ({ verdict: 'alias', of: { type: 'actor', actor: id }, value })}
    />
  );
}

function Name(props: { readonly actor: ActorDetail; readonly seen: SeenName }) {
  const { actor, seen } = props;
  const { name, documents } = seen;
  return (
    <>
      <bdi className="seen-name">{name}</bdi>
      <span className="muted">{COMMON.documents(documents)}</span>
      {/* Its usual name is never somebody else's: what goes by that name is this actor. */}
      {name !== actor.name && (
        <DecideButton
          isSmall
          words={DISTINCT_ACT}
          label={`“${name}”`}
          about={<p>{name}</p>}
          draft={() => ({ verdict: 'distinct', of: { type: 'actor', actor: actor.id }, value: name })}
        />
      )}
    </>
  );
}

/** The names that documents have for an actor, those of the register, and what can be decided of them. */
export function Names({ actor }: { readonly actor: ActorDetail }) {
  const aliases = actor.aliases.filter((alias) => alias !== actor.name);
  return (
    <section className="picture-part" aria-labelledby="names">
      <h2 id="names">{ACTOR_WORDS.names}</h2>
      {actor.names.length === 0 && <p className="muted">{ACTOR_WORDS.noNames}</p>}
      <Limited items={actor.names} first={12} className="seen-names">
        {(seen) => (
          <li key={seen.name}>
            <Name actor={actor} seen={seen} />
          </li>
        )}
      </Limited>
      {aliases.length > 0 && (
        <p className="muted actor-aliases">{COMMON.named(ACTOR_WORDS.aliases, aliases.join(', '))}</p>
      )}
      <AddName actor={actor} />
    </section>
  );
}
