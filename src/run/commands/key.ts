import { loadOrMakeKey } from '../../disseminate/proof/keys.ts';
import { makeFolders } from '../../store/embedded/folders.ts';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { formatJsonLine } from '../print/terminal.ts';

/** `tocsin key`: the public key of this desk, which is made where there is none. */
export async function runKey(
  { format }: { readonly format?: Format },
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  makeFolders(config.data);
  const { publicKey, file, isNew, warnings } = loadOrMakeKey(config.data);
  // Only the key on standard output, so that it can be put into a file or a variable.
  await context.out.write(
    format === 'json'
      ? formatJsonLine({ kind: 'key', algorithm: 'Ed25519', key: publicKey, file, isNew })
      : `${publicKey}\n`,
  );
  if (isNew)
    await context.err.write(
      `A new key was made: ${file}\nKeep a copy of it in a safe place; no backup of the store holds it.\n`,
    );
  for (const warning of warnings) await context.err.write(`${context.err.style.warn(warning)}\n`);
  return EXIT.ok;
}
