import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSchema } from './schemas.ts';

/** Says what is wrong with a bundle by the published schemas; empty where nothing is. */
export type LintStix = (bundle: { readonly objects: readonly unknown[] }) => readonly string[];

/**
 * Types of STIX 2.1 that the published schema of a bundle leaves out of its list. What it takes for an object of a type of one's own must fit exactly
 * one of two schemas, of which the second holds of all that the first holds of: no such object fits. They are checked by their own schemas.
 */
const UNLISTED: ReadonlySet<string> = new Set(['grouping', 'incident', 'location', 'note', 'opinion']);

interface Validate {
  (value: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
interface Validator {
  addSchema(schema: unknown): unknown;
  getSchema(id: string): Validate | undefined;
}

/**
 * A check by the schemas that OASIS published, which lie beside the repository, and ajv; or why there is none. It is imported by a name that
 * the compiler does not follow, so that the tests build without it.
 */
export async function makeStixLint(): Promise<LintStix | string> {
  const folder = findSchema(join('stix2.1', 'schemas'));
  if (folder === undefined) return 'no schemas beside the repository';
  const name = 'ajv/dist/2020.js';
  const found = (await import(name).catch(() => undefined)) as
    | { readonly Ajv2020: new (options: object) => Validator }
    | undefined;
  if (found === undefined) return 'no ajv';
  // Formats are looked at by the tests themselves; some patterns are not fit for the flag `u`.
  const ajv = new found.Ajv2020({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
    allErrors: false,
  });
  const byType = new Map<string, string>();
  for (const part of ['common', 'observables', 'sdos', 'sros'])
    for (const file of readdirSync(join(folder, part))) {
      const schema = JSON.parse(readFileSync(join(folder, part, file), 'utf8')) as { readonly $id: string };
      ajv.addSchema(schema);
      byType.set(file.replace('.json', ''), schema.$id);
    }
  const check = (type: string, value: unknown): readonly string[] => {
    const validate = ajv.getSchema(byType.get(type) ?? '');
    if (validate === undefined) return [`no schema of ${type}`];
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${type} ${instancePath}: ${message}`);
  };
  const typeOf = (each: unknown) => (each as { readonly type: string }).type;
  return (bundle) => [
    ...bundle.objects.flatMap((each) => check(typeOf(each), each)),
    ...check('bundle', { ...bundle, objects: bundle.objects.filter((each) => !UNLISTED.has(typeOf(each))) }),
  ];
}
