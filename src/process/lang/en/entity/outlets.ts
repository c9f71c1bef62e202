import { type Alias, loadRegister } from './register.ts';

/** What is known of a publisher of news. */
export interface NewsOutlet {
  /** Usual name: `The Washington Post`. */
  readonly name: string;
  readonly type: 'outlet' | 'agency';
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/**
 * The news agency or outlet of a name or abbreviation, with or without `the`; undefined where the name is none.
 *
 * @example
 * findOutlet('the AP'); // { name: 'Associated Press', type: 'agency', country: 'US' }
 */
export function findOutlet(name: string): NewsOutlet | undefined {
  const plain = name.slice(0, 120).trim().replace(/^the /i, '');
  const { phrases } = loadRegister();
  const isOutlet = ({ actor, name: form }: Alias): boolean =>
    actor.news !== undefined && isWritten(form, plain);
  const alias = phrases.lookUp(plain).find(isOutlet) ?? phrases.lookUp(`The ${plain}`).find(isOutlet);
  if (alias === undefined) return undefined;
  const { name: usual, news, country } = alias.actor;
  return { name: usual, type: news!, ...(country === undefined ? {} : { country }) };
}

/** Whether a name is one of a news agency or outlet. */
export function isNewsOutlet(name: string): boolean {
  return findOutlet(name) !== undefined;
}

/** A word that is also a common one ("time", "the nation") is an outlet only with its capital. */
function isWritten(form: string, plain: string): boolean {
  const first = form.replace(/^The /, '')[0]!;
  return first === first.toLowerCase() || plain[0] !== plain[0]?.toLowerCase() || /^\p{N}/u.test(plain);
}
