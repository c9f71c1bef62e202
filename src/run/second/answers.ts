import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import type { SecondQuestion } from '../../model/second.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/** Bytes of a kept answer after unpacking. */
const MAX_BYTES = 2_000_000;

/**
 * Answers that were had, in the data folder, so that nothing is paid for twice. They go by the hash of everything that was asked: the
 * question in its version, the text, the lists beside it, and the model.
 */
export class KeptAnswers {
  readonly #folder: string;

  /** @param folder The data folder. */
  constructor(folder: string) {
    this.#folder = join(folder, 'second', 'answers');
  }

  /** A file that is damaged is as good as none: the question is asked again. */
  async get(key: string): Promise<string | undefined> {
    try {
      return inflateSync(await readFile(this.#path(key)), { maxOutputLength: MAX_BYTES }).toString('utf8');
    } catch {
      return undefined;
    }
  }

  async put(key: string, text: string): Promise<void> {
    if (Buffer.byteLength(text) > MAX_BYTES) return;
    const path = this.#path(key);
    await mkdir(join(path, '..'), { recursive: true });
    // Under its own name only when it is whole.
    const draft = `${path}.${process.pid}.tmp`;
    await writeFile(draft, deflateSync(text), { mode: 0o600 });
    await rename(draft, path);
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), key);
  }
}

/** The name of a question to a model. */
export function nameQuestion(
  question: SecondQuestion,
  { url, model }: { readonly url: string; readonly model: string },
): string {
  return createHash('sha256')
    .update(canonicalJson({ ...question, url, model }))
    .digest('hex');
}
