import type { JudgedThing } from '../../model/judgement.ts';
import { makeLine } from '../../text/plain.ts';

/** What is judged, in a few words that no other thing has: `claim c3 of 4be1c2a09c11`. */
export function nameThing(of: JudgedThing): string {
  switch (of.type) {
    case 'claim': {
      const event = of.event === undefined ? '' : ` event ${makeLine(of.event)}`;
      return `claim ${makeLine(of.claim)}${event} of ${nameDocument(of.document)}`;
    }
    case 'document':
      return `document ${nameDocument(of.document)}`;
    case 'incident':
      return of.documents === undefined
        ? `incident ${makeLine(of.incident)}`
        : `${of.documents.map(nameDocument).join(', ')} in incident ${makeLine(of.incident)}`;
    case 'story':
      return of.documents === undefined
        ? `story ${makeLine(of.story)}`
        : `${of.documents.map(nameDocument).join(', ')} in story ${makeLine(of.story)}`;
    case 'source':
      return `source ${makeLine(of.source)}`;
    case 'actor':
      return `actor ${makeLine(of.actor)}`;
  }
}

function nameDocument(id: string): string {
  return id.slice('sha256:'.length, 'sha256:'.length + 12);
}
