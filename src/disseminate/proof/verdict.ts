import { formatDate } from '../../text/dates.ts';
import { flatten } from '../brief/plain.ts';
import type { Verdict } from './judge.ts';

/** How a verdict is marked: never by colour alone. */
export type VerdictMark = 'good' | 'warn' | 'bad';

/** A verdict in words, the same for the command and the page. */
export interface ToldVerdict {
  readonly mark: VerdictMark;
  readonly text: string;
  /** What there is to know besides, or to do. */
  readonly more?: string;
}

type Told =
  | (Verdict & { readonly key: string })
  | { readonly state: 'wrong' }
  | { readonly state: 'malformed'; readonly why: string };

/** What a check found, in words. */
export function tellVerdict(found: Told): ToldVerdict {
  switch (found.state) {
    case 'trusted':
      return { mark: 'good', text: `signed by ${found.key}, which is trusted${tellStanding(found)}` };
    case 'unknown key':
      return {
        mark: 'warn',
        text: `the signature fits, but its key is not trusted here: ${found.key}`,
        more: 'Anybody can make a key. Ask the sender for theirs another way',
      };
    case 'revoked key':
      return {
        mark: 'bad',
        text: `signed by ${found.key}, which is not to be trusted from ${formatDate(found.from)} on: ${flatten(found.reason)}`,
        more:
          found.signed === undefined
            ? 'It does not say when it was signed'
            : `By its own word it was signed on ${formatDate(found.signed)}`,
      };
    case 'replaced key':
      return {
        mark: 'bad',
        text: `signed by ${found.key}, in whose place another came on ${formatDate(found.replaced)}, and yet by its own word signed on ${formatDate(found.signed)}`,
      };
    case 'wrong':
      return { mark: 'bad', text: 'the signature does not fit: content, key or signature was changed' };
    case 'malformed':
      return { mark: 'bad', text: flatten(found.why) };
  }
}

/** What has become of the key since. */
function tellStanding({ replaced, revoked }: Extract<Told, { state: 'trusted' }>): string {
  if (revoked !== undefined)
    return `; the key is not to be trusted from ${formatDate(revoked.from)} on (${flatten(revoked.reason)}), and by its own word this was signed before`;
  return replaced === undefined ? '' : `; another key took its place on ${formatDate(replaced)}`;
}

/** What was signed, in short facts. */
export function listSignedFacts(content: unknown): readonly string[] {
  const fields = content as Readonly<Record<string, unknown>>;
  const of = typeof fields['of'] === 'object' && fields['of'] !== null ? (fields['of'] as typeof fields) : {};
  return ['kind', 'format', 'of', 'id', 'update', 'problem', 'title', 'level', 'tlp', 'asOf', 'made'].flatMap(
    (name) => {
      const value = fields[name] ?? of[name];
      const isShown = typeof value === 'string' || typeof value === 'number';
      return isShown ? [`${name} ${flatten(String(value)).slice(0, 80)}`] : [];
    },
  );
}
