import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { BlankEnv } from 'hono/types';
import type { Accounts } from '../../model/account.ts';
import type { Desk } from '../../model/desk.ts';
import type { Engine } from '../../model/engine.ts';
import type { Hash } from '../../model/page.ts';
import type { SecondStatus } from '../../model/second.ts';
import type { StartProgress } from '../../model/start.ts';
import type { Store } from '../../store/store.ts';
import { ProblemSchema } from './answers.ts';
import { fail } from './problem.ts';

/** Parts of the API that can be made public. */
export type PublicPart = 'score';

/** What the routes work with. */
export interface Service {
  readonly store: Store;
  readonly engine: Engine;
  readonly desk: Desk;
  /** Program and version: `tocsin 0.1.0`. */
  readonly name: string;
  /** Address on which the server listens; unless it is given, nobody may write. */
  readonly host?: string;
  /** Who may log in; nobody unless given. */
  readonly accounts?: Accounts;
  /** Whether even those log in who sit at the machine. */
  readonly login?: boolean;
  /** What the owner lets anybody read from anywhere; nothing unless given. */
  readonly public?: readonly PublicPart[];
  /** How the second reader is doing; off unless given. */
  second?(): Promise<SecondStatus>;
  /** How far the picture has come that is made when the server starts; undefined when it stands. */
  starting?(): StartProgress | undefined;
  /** The clock: ISO 8601 instant in UTC. */
  now(): string;
}

/** Adds a group of routes to an app. */
export type RegisterRoutes = (app: OpenAPIHono<BlankEnv>, service: Service) => void;

export const BASE = '/api/v1';
/** Where the scores stand, which the owner may make public. */
export const SCORES = `${BASE}/scores` as const;

const MEANINGS = {
  400: 'A parameter does not fit; `errors` names it.',
  401: 'Nobody is logged in, or name and password do not fit.',
  403: 'Another site made the browser ask, or the role of whoever asks does not reach.',
  404: 'Nothing of that name is kept.',
  409: 'The digits given fit more than one document, or it is decided already.',
  413: 'More was sent than is taken.',
  415: 'This kind of content cannot be read.',
  422: 'What was sent cannot be used: the bytes are no readable page, or a definition has faults.',
  429: 'Too many attempts; `Retry-After` says for how many seconds to wait.',
} as const;

type ProblemStatus = keyof typeof MEANINGS;

/** The problems that a route may answer with, for its description. */
export function describeProblems(...statuses: readonly ProblemStatus[]) {
  const content = { 'application/problem+json': { schema: ProblemSchema } };
  return Object.fromEntries(statuses.map((status) => [status, { description: MEANINGS[status], content }]));
}

const FULL_ID = /^sha256:[0-9a-f]{64}$/;

function isFullId(id: string): id is Hash {
  return FULL_ID.test(id);
}

/** The one document whose id starts with what was given; ends the request where there is none or several. */
export async function resolveId(c: Context, store: Store, given: string): Promise<Hash> {
  const id = given.startsWith('sha256:') ? given : `sha256:${given}`;
  if (isFullId(id)) return id;
  const found = await store.findByPrefix(id.slice('sha256:'.length), 2);
  const [first, second] = found;
  if (first === undefined) return failUnknown(c, given);
  if (second !== undefined) fail(c, 'ambiguous', `More than one id starts with ${given}. Give more digits.`);
  return first;
}

/** Ends the request: no such document (at that time). */
export function failUnknown(c: Context, id: string): never {
  return fail(c, 'not-found', `No document ${id} is kept. Those that are stand at ${BASE}/documents.`);
}
