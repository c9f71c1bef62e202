import { StringDecoder } from 'node:string_decoder';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../usage.ts';

/** Bytes of a password that comes in over standard input. */
const LARGEST = 4_096;

/**
 * The password of an account: from `TOCSIN_PASSWORD`, else typed on the terminal without being shown and twice, else the first line
 * of standard input.
 */
export async function askPassword(config: Config, context: Context): Promise<string> {
  if (config.password !== undefined) return config.password;
  const { stdin } = context;
  if (!isTerminal(stdin)) return readLine(stdin);
  const password = await typeHidden('Password: ', { stdin, context });
  const again = await typeHidden('Again: ', { stdin, context });
  if (password === again) return password;
  throw new UsageError('the two are not the same', 'Type the password again.');
}

interface TerminalInput {
  readonly isTTY?: boolean;
  setRawMode(raw: boolean): unknown;
  on(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown;
  off(event: 'data', listener: (chunk: Uint8Array | string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

function isTerminal(stdin: unknown): stdin is TerminalInput {
  const { isTTY, setRawMode } = stdin as Partial<TerminalInput>;
  return isTTY === true && typeof setRawMode === 'function';
}

async function readLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > LARGEST) throw new UsageError('standard input is no password', 'Send the password alone.');
  }
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split(/\r?\n/);
  if (line !== '') return line;
  throw new UsageError(
    'no password is given',
    'Type it on a terminal, send it on standard input, or set TOCSIN_PASSWORD.',
  );
}

/** What keys mean on a terminal that hands over each by itself. */
const KEYS = { enter: /[\r\n\u0004]/, stop: '\u0003', back: /[\b\u007f]/, rubOut: '\u0015' } as const;

function typeHidden(
  prompt: string,
  { stdin, context }: { readonly stdin: TerminalInput; readonly context: Context },
): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let typed: string[] = [];
  void context.err.write(prompt);
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      stdin.off('data', onData);
      stdin.setRawMode(false);
      stdin.pause();
      void context.err.write('\n');
      settle();
    };
    const onData = (chunk: Uint8Array | string): void => {
      for (const key of typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk))) {
        if (key === KEYS.stop || KEYS.enter.test(key)) {
          const stopped = new UsageError('stopped', 'Nothing was changed; start it again.');
          end(() => (key === KEYS.stop ? reject(stopped) : resolve(typed.join(''))));
          return;
        }
        if (KEYS.back.test(key)) typed.pop();
        else if (key === KEYS.rubOut) typed = [];
        else if (typed.length < LARGEST) typed.push(key);
      }
    };
    stdin.setRawMode(true);
    stdin.on('data', onData);
    stdin.resume();
  });
}
