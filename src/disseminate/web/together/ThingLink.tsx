import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parseThing, splitClaim, splitIndicator } from '../../../model/thing.ts';
import { useIncident } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { shortenId } from '../routes/search.ts';
import { THING_WORDS } from '../words/text/together.ts';

interface ThingLinkProps {
  /** Key of the thing. */
  readonly of: string;
  /** Its words; its kind and id where they are not at hand. */
  readonly about?: string | undefined;
}

/** An incident by its title, which is fetched where it is not at hand; its id until then, or where it is gone. */
function IncidentTitle({ id }: { readonly id: string }) {
  const { data } = useIncident(id, useAsOf());
  return data?.title ?? id;
}

/** A way to what something is about. */
export function ThingLink({ of, about }: ThingLinkProps) {
  const thing = parseThing(of);
  if (thing === undefined) return <span dir="auto">{about ?? of}</span>;
  const { type, id } = thing;
  const words: ReactNode = (
    <>
      <span className="muted">{THING_WORDS[type]}</span>{' '}
      <bdi>
        {about ??
          (type === 'incident' ? <IncidentTitle id={id} /> : id.startsWith('sha256:') ? shortenId(id) : id)}
      </bdi>
    </>
  );
  switch (type) {
    case 'problem':
      return (
        <Link to="/problems/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'indicator':
      return (
        <Link to="/problems/$id" params={{ id: splitIndicator(id)[0] }} search={{ show: 'hypotheses' }}>
          {words}
        </Link>
      );
    case 'incident':
      return (
        <Link to="/incidents/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'story':
      return (
        <Link to="/stories/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'actor':
      return (
        <Link to="/actors/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'document':
      return (
        <Link to="/documents/$id" params={{ id: shortenId(id) }}>
          {words}
        </Link>
      );
    case 'claim': {
      const [document, claim] = splitClaim(id);
      return (
        <Link to="/documents/$id" params={{ id: shortenId(document) }} search={{ claim }}>
          {words}
        </Link>
      );
    }
    case 'source':
      return (
        <Link to="/sources/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'decision':
      return (
        <Link to="/decisions" hash={id}>
          {words}
        </Link>
      );
  }
}
