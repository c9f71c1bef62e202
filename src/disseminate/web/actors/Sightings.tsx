import { Link } from '@tanstack/react-router';
import type { ActorDetail, ActorSighting } from '../../../model/actor.ts';
import { Limited } from '../components/Limited.tsx';
import { When } from '../components/When.tsx';
import { shortenId } from '../routes/search.ts';
import { ACTOR_WORDS } from '../words/actors.ts';
import { COMMON } from '../words/text/common.ts';

function Sighting({ sighting }: { readonly sighting: ActorSighting }) {
  const { document, outlet, title, published, role, named } = sighting;
  const [first] = named;
  const facts = [...named.map(({ text }) => `“${text}”`), ...(role === undefined ? [] : [role])];
  return (
    <Link
      to="/documents/$id"
      params={{ id: shortenId(document) }}
      search={first === undefined ? {} : { at: `${first.start}-${first.end}` }}
      className="claim-ref"
    >
      <span className="ref-facts">
        <span className="ref-outlet" dir="auto">
          {outlet ?? COMMON.outletUnknown}
        </span>
        {published === undefined ? <span>{COMMON.notDated}</span> : <When value={published} />}
        <bdi>{facts.join(', ')}</bdi>
      </span>
      <span className="ref-words" dir="auto">
        {title ?? shortenId(document)}
      </span>
    </Link>
  );
}

/** The documents that name an actor, each as a link to the first place there. */
export function Sightings({ actor }: { readonly actor: ActorDetail }) {
  return (
    <section className="picture-part" aria-labelledby="sightings">
      <h2 id="sightings">{ACTOR_WORDS.documents}</h2>
      {actor.mentions.length === 0 && <p className="muted">{ACTOR_WORDS.noDocuments}</p>}
      <Limited items={actor.mentions} first={20} className="refs">
        {(sighting) => (
          <li key={`${sighting.document} ${sighting.named[0]?.start}`}>
            <Sighting sighting={sighting} />
          </li>
        )}
      </Limited>
    </section>
  );
}
