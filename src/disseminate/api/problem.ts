import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  DecisionError,
  DefinitionError,
  PageError,
  RequestError,
  StartingError,
  StoreError,
} from '../../model/errors.ts';
import { MarkingError } from '../marking.ts';
import type { ProblemWire } from './answers.ts';

/** The problems that the API knows: what each is called and which status it has. */
const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request does not fit' },
  'log-in': { status: 401, title: 'Log in first' },
  'wrong-log-in': { status: 401, title: 'Name or password do not fit' },
  'cross-site': { status: 403, title: 'Requests from other sites are refused' },
  'not-allowed': { status: 403, title: 'This is not for you to do' },
  'wrong-password': { status: 403, title: 'The password is another' },
  marked: { status: 403, title: 'Its marking does not let it go there' },
  'no-leave': { status: 403, title: 'The request may not write' },
  'not-found': { status: 404, title: 'Not found' },
  ambiguous: { status: 409, title: 'More than one document fits' },
  conflict: { status: 409, title: 'It cannot be decided so' },
  'too-large': { status: 413, title: 'Too much was sent' },
  'media-type': { status: 415, title: 'This kind of content cannot be read' },
  'wrong-host': { status: 421, title: 'This server does not answer under that name' },
  'too-many': { status: 429, title: 'Too many attempts' },
  faulty: { status: 422, title: 'The definition has faults' },
  unreadable: { status: 422, title: 'The page cannot be read' },
  internal: { status: 500, title: 'The server failed' },
  starting: { status: 503, title: 'The picture is still being made' },
  store: { status: 503, title: 'The store failed' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

const DECISION_PROBLEMS = {
  unfit: 'bad-request',
  unknown: 'not-found',
  conflict: 'conflict',
  foreign: 'not-allowed',
} as const;

export type ProblemType = keyof typeof PROBLEMS;

export interface FieldProblem {
  readonly field: string;
  readonly detail: string;
}

/** A response after RFC 9457. `instance` is the path that was asked for. */
export function makeProblemResponse(
  type: ProblemType,
  instance: string,
  facts: { readonly detail: string; readonly errors?: readonly FieldProblem[] },
): Response {
  const { status, title } = PROBLEMS[type];
  const body: ProblemWire = {
    type: `urn:tocsin:problem:${type}`,
    title,
    status,
    detail: facts.detail,
    instance,
    ...(facts.errors === undefined ? {} : { errors: [...facts.errors] }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      // Required with 401; no scheme that would make a browser ask by itself.
      ...(status === 401 ? { 'www-authenticate': 'TocsinSession' } : {}),
    },
  });
}

/**
 * Ends the request with a problem.
 *
 * @example
 * if (document === undefined) fail(c, 'not-found', `No document ${id} is kept. List them at /api/v1/documents.`);
 */
export function fail(c: Context, type: ProblemType, detail: string): never {
  throw new HTTPException(PROBLEMS[type].status, { res: makeProblemResponse(type, c.req.path, { detail }) });
}

/** What the framework itself refuses: a body of a kind that the route does not declare, or JSON that is none. */
function makeLibraryProblem(error: HTTPException, instance: string): Response {
  if (error.status === 415) {
    const detail = 'Send one of the kinds of content that the route takes; they stand at /api/v1/docs.';
    return makeProblemResponse('media-type', instance, { detail });
  }
  return makeProblemResponse('bad-request', instance, { detail: `${error.message}.` });
}

/** Turns whatever a handler threw into a problem. What is no one's fault but ours is logged, not shown. */
export function makeErrorHandler(log: (line: string) => void): (error: Error, c: Context) => Response {
  return (error, c) => {
    const instance = c.req.path;
    if (error instanceof HTTPException) {
      if (error.res !== undefined) return error.getResponse();
      return makeLibraryProblem(error, instance);
    }
    if (error instanceof PageError)
      return makeProblemResponse('unreadable', instance, { detail: error.message });
    if (error instanceof RequestError)
      return makeProblemResponse('bad-request', instance, { detail: error.message });
    if (error instanceof MarkingError)
      return makeProblemResponse('marked', instance, { detail: `${error.message}.` });
    if (error instanceof DefinitionError) {
      const errors = error.faults.map(({ line, message }) => ({ field: `line ${line}`, detail: message }));
      return makeProblemResponse('faulty', instance, { detail: error.message, errors });
    }
    if (error instanceof DecisionError)
      return makeProblemResponse(DECISION_PROBLEMS[error.type], instance, { detail: error.message });
    if (error instanceof StartingError) {
      const response = makeProblemResponse('starting', instance, { detail: error.message });
      response.headers.set('retry-after', '2');
      return response;
    }
    const asked = `${c.req.method} ${instance}`;
    if (error instanceof StoreError) {
      // Its message says what to do; where in the program it came from helps nobody.
      log(`${asked}: ${error.message}`);
      return makeProblemResponse('store', instance, { detail: error.message });
    }
    log(`${asked}: ${error.stack ?? error.message}`);
    return makeProblemResponse('internal', instance, {
      detail: 'Something went wrong while answering; the server log says what. Try again, then report it.',
    });
  };
}
