import type { Role } from '../../model/account.ts';

/*
 * The least role that each operation takes: the whole table, in one place. An operation of the API that does not stand here is
 * for admins alone, and a test fails.
 */

export interface Right {
  /** `anyone`: nobody has to be logged in. */
  readonly least: Role | 'anyone';
  /** Changes something: it is taken only from a page of the server's own, and written down in the audit log. */
  readonly writes?: true;
}

const read = { least: 'viewer' } as const;
const decide = { least: 'analyst', writes: true } as const;
const define = { least: 'editor', writes: true } as const;
const govern = { least: 'admin', writes: true } as const;

export const RIGHTS: Readonly<Record<string, Right>> = {
  'GET /board': read,
  'GET /problems/{id}': read,
  'GET /problems/{id}/record': read,
  'GET /scores': read,
  'GET /problems/{id}/brief': read,
  'GET /problems/{id}/brief/draft': read,
  'PUT /problems/{id}/brief/draft': decide,
  'DELETE /problems/{id}/brief/draft': decide,
  'POST /problems/{id}/brief/draft/sign': define,
  'GET /problems/{id}/signs': read,
  'GET /alerts': read,
  'GET /sources': read,
  'GET /sources/heard': read,
  'GET /sources/heard/{key}': read,
  'GET /sources/heard/{key}/depends': read,
  'GET /sources/list': read,
  'GET /sources/opml': read,
  // Nothing is written or fetched.
  'POST /sources/check': read,
  'POST /sources/find': define,
  'POST /sources': define,
  'PATCH /sources/{id}': define,
  'DELETE /sources/{id}': define,
  'GET /problems/{id}/replay': read,
  'GET /problems/{id}/definition': read,
  // Nothing is written, and a viewer may want to know what is wrong with a draft.
  'POST /problems/{id}/definition/check': read,
  'POST /problems/{id}/definition/try': read,
  'PUT /problems/{id}/definition': define,

  'GET /stories': read,
  'GET /stories/{id}': read,
  'GET /incidents': read,
  'GET /incidents/{id}': read,
  'GET /changes': read,
  'GET /actors': read,
  'GET /actors/{id}': read,
  'GET /register': read,
  'POST /register': define,
  'GET /grades': read,
  'GET /grades/{type}/{of}': read,

  'GET /exports/{format}': read,
  'GET /exports/{format}/signature': read,
  'GET /map': read,
  'GET /watch-areas': read,
  'POST /watch-areas': decide,
  'PUT /watch-areas/{id}': decide,
  'DELETE /watch-areas/{id}': decide,

  'GET /people': read,
  'GET /comments': read,
  'POST /comments': decide,
  'PUT /comments/{id}': decide,
  'DELETE /comments/{id}': decide,
  'GET /assignments': read,
  'POST /assignments': decide,
  'PUT /assignments/{id}': decide,
  'GET /inbox': read,
  // Of one's own alone.
  'POST /inbox/read': { least: 'viewer', writes: true },
  'GET /reviews': read,
  'POST /reviews': define,

  'GET /judgements': read,
  'POST /judgements': decide,
  'GET /documents/{id}/set-aside': read,

  'GET /documents': read,
  'GET /documents/{id}': read,
  'GET /documents/{id}/reading': read,
  'GET /documents/{id}/versions': read,
  'GET /documents/{id}/sightings': read,
  'GET /documents/{id}/page': read,
  'GET /search': read,
  'GET /search/count': read,
  'GET /search/export': read,
  'GET /saved-searches': read,
  'POST /saved-searches': decide,
  'PATCH /saved-searches/{id}': decide,
  'DELETE /saved-searches/{id}': decide,
  'GET /facets': read,
  // Reads a page and keeps nothing.
  'POST /readings': read,

  'POST /session': { least: 'anyone', writes: true },
  'GET /session': read,
  'DELETE /session': { least: 'viewer', writes: true },
  // Of one's own alone.
  'PUT /session/password': { least: 'viewer', writes: true },
  'GET /accounts': { least: 'admin' },
  'POST /accounts': govern,
  'PATCH /accounts/{name}': govern,
  'GET /audit': { least: 'admin' },

  'GET /status': read,
  'GET /openapi.json': read,
  'GET /docs': read,
};

/** What is not in the table. */
const UNLISTED: Right = { least: 'admin', writes: true };

export function findRight(operation: string): Right {
  return Object.hasOwn(RIGHTS, operation) ? (RIGHTS[operation] ?? UNLISTED) : UNLISTED;
}
