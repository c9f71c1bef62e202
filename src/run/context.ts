import type { Terminal } from './print/terminal.ts';

/** What a command works with; all of it is handed in, so that commands can be run without a process of their own. */
export interface Context {
  readonly out: Terminal;
  readonly err: Terminal;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  /** The stream for progress bars. */
  readonly errStream: NodeJS.WriteStream;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
}

/** How results are written: for people, or one JSON value a line. */
export type Format = 'text' | 'json';

/** The form asked for, or the one that suits where the output goes. */
export function chooseFormat(asked: Format | undefined, { out }: Context): Format {
  return asked ?? (out.isTty ? 'text' : 'json');
}
