import { hash, verify } from '@node-rs/argon2';

/**
 * How passwords are hashed: argon2id with 19 MiB of memory, two passes and one lane, the least that OWASP advises for it. About as
 * long as a person does not notice, and long for whoever has stolen the hashes. What was used stands in each hash, so these can be
 * raised later. (`2` is argon2id: the library's own name for it is gone once types are erased.)
 */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** So that one password typed on two machines is one sequence of bytes. */
function prepare(password: string): string {
  return password.normalize('NFKC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(prepare(password), COST);
}

/** Whether it is the password of that hash. A hash that cannot be read is nobody's. */
export async function isPassword(password: string, hashed: string): Promise<boolean> {
  try {
    return await verify(hashed, prepare(password));
  } catch {
    return false;
  }
}
