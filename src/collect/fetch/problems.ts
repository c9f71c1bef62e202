import { STATUS_CODES } from 'node:http';
import { PageError } from '../../model/errors.ts';
import { describeBytes } from '../limits.ts';

/** An address that is the own machine's or network's, or is redirected to one, and was not allowed. */
export class PrivateAddressError extends PageError {
  readonly address: string;

  constructor(shown: string, address: string) {
    super(
      shown,
      `leads to ${address}, an address of this machine or its network`,
      'If that is meant, allow it with --allow-private.',
    );
    this.address = address;
  }
}

/** What an answer other than the page means for the person who asked for it. */
export function makeStatusError(status: number, shown: string): PageError {
  const name = STATUS_CODES[status];
  const problem = `the server answered ${status}${name === undefined ? '' : ` ${name}`}`;
  return new PageError(shown, problem, findStatusRemedy(status));
}

function findStatusRemedy(status: number): string {
  if (status === 404 || status === 410) return 'Check the address: the page is gone or was never there.';
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return 'Open it in your browser, save the page and give the file.';
  }
  if (status === 429) return 'Wait a while before asking again.';
  if (status >= 500) return 'The fault is at their end: try again later.';
  return 'Open it in a browser to see what it wants.';
}

/** The error for an answer that is longer than what is taken. */
export function makeTooLong(
  shown: string,
  {
    stated,
    maxBytes,
    tooLargeRemedy = 'Split it, or unpack it and give the folder.',
  }: {
    /** Its length as the server states it, where it does. */
    readonly stated?: number;
    readonly maxBytes: number;
    readonly tooLargeRemedy?: string | undefined;
  },
): PageError {
  const found = stated === undefined ? 'is larger than' : `has ${describeBytes(stated)}, more than`;
  return new PageError(shown, `${found} the ${describeBytes(maxBytes)} that are read`, tooLargeRemedy);
}

/** What a failed connection means for the person who asked for it. */
export function makeNetworkError(error: unknown, shown: string): PageError {
  if (error instanceof PageError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = NETWORK_PROBLEMS.get(code) ?? findByPrefix(code);
  if (known !== undefined) return new PageError(shown, known[0], known[1]);
  const reason = error instanceof Error ? error.message : String(error);
  return new PageError(
    shown,
    `could not be fetched (${(code || reason).slice(0, 120)})`,
    'Open it in a browser, save the page and give the file.',
  );
}

type Problem = readonly [problem: string, remedy: string];

const CERTIFICATE: Problem = ['shows a certificate that is not valid', 'Do not trust it; check the address.'];
const DAMAGED: Problem = [
  'sent data that cannot be unpacked',
  'Try again, or save the page in your browser and give the file.',
];
const BROKEN_OFF: Problem = ['broke off the connection', 'Try again later.'];

function findByPrefix(code: string): Problem | undefined {
  if (code.startsWith('CERT_') || code.startsWith('UNABLE_TO_') || code.startsWith('ERR_TLS_CERT'))
    return CERTIFICATE;
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_PADDING'))
    return DAMAGED;
  return code.startsWith('HPE_')
    ? ['sent an answer that is no valid HTTP', 'Open it in a browser to see what it is.']
    : undefined;
}

const NETWORK_PROBLEMS: ReadonlyMap<string, Problem> = new Map<string, Problem>([
  ['ENOTFOUND', ['the name of the server is not known', 'Check the address and your connection.']],
  ['EAI_AGAIN', ['the name of the server could not be looked up', 'Check your connection and try again.']],
  ['ECONNREFUSED', ['the server refused the connection', 'Check the address, or try again later.']],
  ['ECONNRESET', BROKEN_OFF],
  ['EPIPE', BROKEN_OFF],
  ['ERR_STREAM_PREMATURE_CLOSE', BROKEN_OFF],
  ['ETIMEDOUT', ['did not answer in time', 'Try again later.']],
  ['EHOSTUNREACH', ['cannot be reached from here', 'Check your connection.']],
  ['ENETUNREACH', ['cannot be reached from here', 'Check your connection.']],
  ['ABORT_ERR', ['was given up', 'Ask again.']],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', CERTIFICATE],
  ['SELF_SIGNED_CERT_IN_CHAIN', CERTIFICATE],
]);
