import { Readable, Writable } from 'node:stream';
import type { Context } from '../../src/run/context.ts';
import { makeTerminal } from '../../src/run/print/terminal.ts';

/** What a command is run with in a test, and what it prints. */
export interface TestSession {
  readonly context: Context;
  out: string;
  err: string;
}

export function makeTestSession(
  options: { readonly now?: () => string; readonly stdin?: Uint8Array | string } = {},
): TestSession {
  const { now = () => '2026-04-01T00:00:00.000Z', stdin = '' } = options;
  const keep = (take: (text: string) => void) =>
    makeTerminal(
      new Writable({
        write: (chunk, _encoding, done) => {
          take(String(chunk));
          done();
        },
      }),
      { env: { NO_COLOR: '1' }, color: false },
    );
  const session: TestSession = {
    out: '',
    err: '',
    context: {
      out: keep((text) => {
        session.out += text;
      }),
      err: keep((text) => {
        session.err += text;
      }),
      stdin: Readable.from([Buffer.from(stdin)]),
      errStream: process.stderr,
      now,
    },
  };
  return session;
}
