import { FAILURES } from '../words/text/failures.ts';
import type { Problem } from './wire.ts';

export const API = '/api/v1';

/** The server answered with a problem, or not at all (`status` 0). The message is fit to be shown. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly title: string;
  readonly status: number;
  readonly type: string | undefined;

  constructor({
    title,
    detail,
    status,
    type,
  }: Pick<Problem, 'title' | 'detail' | 'status'> & { readonly type?: string }) {
    super(detail);
    this.title = title;
    this.type = type;
    this.status = status;
  }
}

/** Whether the server was just started and cannot say yet. */
export function isStarting(error: Error): boolean {
  return error instanceof ApiError && error.type === 'urn:tocsin:problem:starting';
}

/** Whether there is no such thing (any more). */
export function isGone(error: Error): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** Whether somebody else was quicker, or it cannot be so as things stand. */
export function isConflict(error: Error): boolean {
  return error instanceof ApiError && error.status === 409;
}

const UNREACHABLE = {
  title: FAILURES.unreachable,
  detail: FAILURES.unreachableHint,
  status: 0,
};

const UNCLEAR = {
  title: FAILURES.unclear,
  detail: FAILURES.unclearHint,
};

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'detail' in value && 'title' in value;
}

async function fetchAnswer(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${API}${path}`, init);
  } catch (error) {
    // A request that was given up on is no failure of the server.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(UNREACHABLE);
  }
}

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await fetchAnswer(path, init);
  if (response.status === 204) return undefined as Answer;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && (body !== undefined || response.status === 204)) return body as Answer;
  throw new ApiError(isProblem(body) ? body : { ...UNCLEAR, status: response.status });
}

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** `?a=1&b=2` of what is given; nothing of what is not. */
export function makeQuery(parameters: Parameters): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

export function getJson<Answer>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<Answer> {
  return request<Answer>(`${path}${makeQuery(parameters)}`, signal === undefined ? {} : { signal });
}

interface Sent {
  readonly body: Blob | string;
  readonly contentType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends something under a method of its own. */
export function send<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  { body, contentType, headers }: Sent,
): Promise<Answer> {
  return request<Answer>(path, { method, body, headers: { 'content-type': contentType, ...headers } });
}

export function post<Answer>(
  path: string,
  body: Blob | string,
  options: {
    readonly contentType: string;
    readonly parameters?: Parameters;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answer> {
  return request<Answer>(`${path}${makeQuery(options.parameters ?? {})}`, {
    method: 'POST',
    body,
    headers: { 'content-type': options.contentType, ...options.headers },
  });
}
