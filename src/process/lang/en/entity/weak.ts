import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Name } from './names.ts';

const REPORTING =
  /^(?:report|say|quote|cite|write|publish|tell|note|add|describe|reveal|claim|announce|confirm)$/;
const BEFORE = /^(?:told|to|by|in|from|via|cited|quoted|with)$/i;
const KIND =
  /^(?:newspaper|magazine|daily|weekly|website|channel|agency|network|broadcaster|tabloid|paper|militants?|fighters?|party|army|forces?|militia|group|administration|officials?|commander|leader|spokesman|sources?)$/i;

/**
 * Whether a name that is also something else stands for the register's entry: it is named by a firmer name elsewhere
 * in the document, or the words beside it fit (a verb of reporting after an outlet, "newspaper", "militants").
 */
export function hasContext(sentence: ParsedSentence, name: Name, all: readonly Name[]): boolean {
  const actor = name.alias?.actor;
  if (actor === undefined) return false;
  if (all.some((other) => other.alias?.actor === actor && !other.alias.isWeak)) return true;
  const { tokens } = sentence;
  const next = tokens[name.last + 1];
  if (next !== undefined && KIND.test(next.text)) return true;
  if (actor.news === undefined) return false;
  const before = tokens[name.first - 1];
  const verb = /^['’]s$/.test(next?.text ?? '') ? tokens[name.last + 2] : next;
  const reports = verb !== undefined && /^VB[DZP]/.test(verb.xpos) && REPORTING.test(verb.lemma);
  const isTold =
    before !== undefined && BEFORE.test(before.text) && tokens[name.first - 2]?.lemma === 'accord';
  return (
    reports || isTold || (before !== undefined && /^(?:told|newspaper|magazine|daily)$/i.test(before.text))
  );
}
