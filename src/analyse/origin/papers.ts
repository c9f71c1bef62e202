import type { ChainLink } from '../../model/claim.ts';
import { cutOffice, foldName, getWords, makeOfficeKey, splitName, stripSpokesperson } from './names.ts';
import type { Access } from './traced.ts';

const PAPER = /(?:^|\s)(?:document|paper|draft|text|file|copy|version|regulation|proposal)$/;

/** Whether a document is called by what any may be called: `internal paper`, `statement`. */
export function isAnyPaper(folded: string): boolean {
  return isIssued(folded) || PAPER.test(folded);
}

/** A release or letter is the word of whoever gave it out; a record speaks for itself. */
export function readDocument({ name, type }: ChainLink): Access {
  const folded = foldName(name);
  const [head = '', link = ''] = splitName(folded);
  const issuer = /^(?:from|of|by)$/.test(link)
    ? splitName(folded).slice(2).join(' ').replace(/^the /, '')
    : '';
  const isIssued = splitName(folded).some((word) => getWords('issued').has(word));
  if (isIssued && issuer !== '' && getWords('issued').has(head))
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(issuer)}`,
      name: issuer,
      type: 'office',
      reason: 'office',
      short: issuer,
    };
  const within = / (?:from|of|by) (?:the )?(\S.*)$/.exec(folded)?.[1];
  if (isIssued && within !== undefined)
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(within)}`,
      name: within,
      type: 'office',
      reason: 'office',
      short: within,
    };
  const sender = readSender(folded);
  if (sender !== undefined)
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(sender)}`,
      name: sender,
      type: 'office',
      reason: 'office',
      short: cutOffice(sender),
    };
  if (!isIssued && isInstitution(folded))
    return {
      kind: 'named',
      key: `office ${makeOfficeKey(name)}`,
      name,
      type: 'office',
      reason: 'office',
      short: stripSpokesperson(name),
    };
  return { kind: 'named', key: `document ${folded}`, name, type, reason: 'document', short: folded };
}

/** The body before what it gave out: `defence ministry` of "a defence ministry release". */
function readSender(folded: string): string | undefined {
  const words = splitName(folded);
  const at = words.findIndex((word) => getWords('issued').has(word));
  const sender = words.slice(0, Math.max(at, 0)).join(' ').replace(/^an? /, '');
  return sender !== '' && isInstitution(sender) ? sender : undefined;
}

/** Whether a name's head is a body: `coast guard`, `police in Bihar`, `works department`. */
export function isInstitution(folded: string): boolean {
  const head = readHead(folded);
  return getWords('body').has(head) && !/^(?:two|three|four|five|several|some|many|a|an|one)\b/.test(folded);
}

/** The word that says what it is: the last one before "of", "in", "for". */
export function readHead(folded: string): string {
  const words = splitName(folded);
  const end = words.findIndex(
    (word, at) => at > 0 && /^(?:of|in|for|at|on|from|with|who|near|that)$/.test(word),
  );
  return (end === -1 ? words.at(-1) : words[end - 1]) ?? '';
}

/** A letter or release without its sender: whoever is named before it gave it out. */
export function isIssued(folded: string): boolean {
  return splitName(folded).some((word) => getWords('issued').has(word));
}
