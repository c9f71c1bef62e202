import type { Sector } from '../../../../model/entity.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { findSector } from './bodies.ts';
import { sectorOfNoun } from './collectives.ts';
import { isCapitalised, spanText } from './mentions.ts';
import { loadNameLists } from './name-lists.ts';

/** Words around a person's name that say who the person is; token indexes, both included. */
export interface Role {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  readonly sector?: Sector;
}

const RANK =
  /^(?:gen|lt|col|maj|capt|sgt|cpl|adm|cmdr|brig|general|lieutenant|colonel|major|captain|sergeant|corporal|admiral|commander|brigadier|marshal|commodore|airman|seaman|private|pvt|spc|petty|rear|vice)\.?$/i;
const ADDRESS = /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Madam)\.?$/;
/** Offices that `en/collectives.tsv` does not have, since they are no actors of their own. */
const OFFICE =
  /^(?:minister|president|chairman|chairwoman|chair|secretary|director|director-general|ceo|chief|head|leader|premier|prime|vice|deputy|speaker|captain|coach|manager|founder|co-founder|owner|author|actor|actress|singer|father|mother|wife|husband|son|daughter|brother|sister|widow|uncle|nephew|cousin|friend|colleague|professor|fellow|member|king|queen|prince|princess|emir|sheikh|pope|bishop|governor|senator|representative|rep|sen|gov|justice|attorney|agent|officer|executive|partner|partner|native|resident|winner|champion|star|defender|striker|midfielder|goalkeeper|editor|publisher|host|anchor|editor-in-chief|general|counsel|counterpart|treasurer|dean|chancellor|rector|principal|mayor|councillor|councilman|lawmaker|congressman|congresswoman|architect|engineer|scientist|physicist|cleric|figure|veteran|student|victim|suspect|survivor|candidate|nominee|successor|predecessor|spokesperson|spokeswoman|spokesman)$/i;
const NAMING =
  /^(?:named|appointed|elected|hired|called|made|told|met|picked|nominated|chose|chosen|promoted|crowned)$/i;
const LINK = /^(?:of|and|for|the|in|to|at|on|&|de|-|–|'s|’s|['’])$/i;

/**
 * The role given for the person named by the tokens `first` to `last`: the apposition after it, else the titles and
 * descriptions before it, which begin behind the token `after` at the earliest.
 */
export function findRole(
  text: string,
  sentence: ParsedSentence,
  person: { readonly first: number; readonly last: number; readonly after?: number },
): Role | undefined {
  const before = findBefore(text, sentence, person);
  const after = findAfter(text, sentence, person);
  if (after === undefined || before?.sector !== 'MIL') return after ?? before;
  // Whoever bears a rank is of the forces, whatever the apposition calls her.
  return { ...after, text: `${before.text}, ${after.text}`, sector: 'MIL' };
}

/** Titles before a name: "U.S. Marine Corps Gen.", "State Department spokesman", "Iranian nuclear scientist". */
export function findBefore(
  text: string,
  sentence: ParsedSentence,
  { first, after = -1 }: { readonly first: number; readonly after?: number },
): Role | undefined {
  const { tokens } = sentence;
  let head = first - 1;
  if (head <= after) return undefined;
  // "A negotiator, Ann Example, said": an apposition the other way round.
  if (tokens[head]?.text === ',' && isPersonNoun(tokens[head - 1]) && !isCapitalised(tokens[head - 1]!.text))
    head--;
  else if (!isPersonNoun(tokens[head]) && !isOfOffice(tokens, head, after)) return undefined;
  let start = head;
  for (let k = head - 1; k > after && head - k <= 10; k--) {
    const { xpos, text: word } = tokens[k]!;
    const fits =
      /^(?:JJ[RS]?|NN|NNS|NNP|NNPS|HYPH|POS|VBN|FW)$/.test(xpos) ||
      /^[-–]$/.test(word) ||
      (isCapitalised(word) && /^\W/.test(xpos));
    // "The Academy named Australian actor Ann Example": a verb, and no part of what she is.
    if (/^VB/.test(xpos) && NAMING.test(word)) break;
    const links =
      /^(?:of|and|for)$/.test(word) &&
      isCapitalised(tokens[k + 1]!.text) &&
      k > after + 1 &&
      isCapitalised(tokens[k - 1]!.text);
    if (!fits && !links) break;
    start = k;
  }
  while (
    start < head &&
    (/^(?:POS|HYPH)$/.test(tokens[start]!.xpos) || /^[-–'’&]$/.test(tokens[start]!.text))
  )
    start++;
  const role = spanText(text, sentence, start, head);
  if (start === head && ADDRESS.test(role)) return undefined;
  return { text: role, first: start, last: head, ...sectorOf(tokens, start, head) };
}

const LONGEST_ROLE = 24;

/** "Secretary of State", "Minister of Foreign Affairs": the last word of an office with its subject. */
function isOfOffice(tokens: readonly Token[], last: number, after: number): boolean {
  for (let k = last; k > after + 1 && last - k < 4; k--) {
    if (!isCapitalised(tokens[k]!.text) && tokens[k]!.text !== 'and') return false;
    if (tokens[k - 1]!.text !== 'of') continue;
    const office = tokens[k - 2]!;
    return isCapitalised(office.text) && OFFICE.test(office.text) && tokens[last]!.text !== 'and';
  }
  return false;
}

/** An apposition: ", the commander of U.S. Central Command (CENTCOM)," or "(chairman of the committee)". */
export function findAfter(
  text: string,
  sentence: ParsedSentence,
  person: { readonly last: number },
): Role | undefined {
  const { tokens } = sentence;
  const open = person.last + 1;
  if (tokens[open]?.text !== ',') return undefined;
  let first = open + 1;
  const lead = tokens[first];
  if (lead === undefined || !/^(?:DT|JJ|NN|NNP|VBN|PRP\$|RB)/.test(lead.xpos)) return undefined;
  if (/^(?:who|which|whose|where|and|but|he|she|said|told)$/i.test(lead.text)) return undefined;
  // "Smith, 34, a driver": the age is no part of the role.
  if (lead.xpos === 'CD') first += 2;
  const head = findHeadNoun(tokens, first);
  if (head === undefined) return undefined;
  const last = findEnd(tokens, head);
  if (last === undefined) return undefined;
  return { text: spanText(text, sentence, first, last), first, last, ...sectorOf(tokens, first, last) };
}

/** First noun for a person in the noun phrase that begins at `first`. */
function findHeadNoun(tokens: readonly Token[], first: number): number | undefined {
  for (let k = first; k < tokens.length && k < first + 9; k++) {
    const token = tokens[k]!;
    const next = tokens[k + 1];
    const goesOn = next !== undefined && /^(?:NN|NNS|POS|HYPH)$/.test(next.xpos);
    if (isPersonNoun(token) && !goesOn) {
      // "Ann Example, Judge Bo Example and …": the next of a list, with his title, and nobody's role.
      return next !== undefined && /^NNPS?$/.test(next.xpos) && isCapitalised(token.text) ? undefined : k;
    }
    // "With Ann Example, money and a star": a list as well.
    if (token.xpos === 'CC' && /^(?:DT|PRP\$)$/.test(next?.xpos ?? '')) return undefined;
    if (!/^(?:DT|JJ[RS]?|NN|NNS|NNP|NNPS|VBN|PRP\$|POS|HYPH|RB|CD|CC|FW|VBG)$/.test(token.xpos))
      return undefined;
  }
  return undefined;
}

/** Where the apposition ends: at a comma or mark that is not inside a name or brackets. */
function findEnd(tokens: readonly Token[], head: number): number | undefined {
  let depth = 0;
  for (let k = head + 1; k < tokens.length && k < head + LONGEST_ROLE; k++) {
    const { text, xpos } = tokens[k]!;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth > 0) continue;
    else if (/^(?:[,;:.!?—]|--|“|”|")$/.test(text)) return k - 1;
    // A finite verb means that the comma opened no apposition: "On Monday, the minister said".
    else if (/^(?:VBD|VBZ|VBP|MD)$/.test(xpos)) return undefined;
    else if (/^(?:WP|WDT|WRB)$/.test(xpos)) return k - 1;
  }
  return undefined;
}

function isPersonNoun(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const bare = token.text.replace(/\.$/, '');
  if (RANK.test(token.text) || OFFICE.test(bare) || ADDRESS.test(token.text)) return true;
  if (LINK.test(token.text)) return false;
  if (isCapitalised(token.text) && loadNameLists().words.get(token.text) === 'title') return true;
  return /^NNP?$/.test(token.xpos) && sectorOfNoun(token.lemma.toLowerCase()) !== undefined;
}

/** "Secretary-General", "Attorney General", "Consul General": no soldier. */
function isCivilGeneral(tokens: readonly Token[], k: number): boolean {
  if (!/^(?:general|commander|captain|major|private|chief)$/i.test(tokens[k]!.text)) return false;
  // "General secretary", "major donor".
  const next = tokens[k + 1];
  if (next !== undefined && /^NN$/.test(next.xpos)) return true;
  if (
    next !== undefined &&
    /^(?:secretary|manager|director|counsel|officer|executive|election)$/i.test(next.text)
  )
    return true;
  const before = tokens[k - 1]?.text === '-' ? tokens[k - 2] : tokens[k - 1];
  return /^(?:secretary|attorney|director|consul|governor|auditor|accountant|solicitor|prosecutor|procurator|inspector|surgeon|postmaster|comptroller|registrar|advocate|adviser|advisor|team|club|side)s?$/i.test(
    before?.text ?? '',
  );
}

function sectorOf(tokens: readonly Token[], first: number, last: number): { sector?: Sector } {
  for (let k = first; k <= last; k++) {
    if (RANK.test(tokens[k]!.text) && !isCivilGeneral(tokens, k)) return { sector: 'MIL' };
  }
  const name = tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' ');
  const nouns = tokens
    .slice(first, last + 1)
    .flatMap((token) => sectorOfNoun(token.lemma.toLowerCase()) ?? []);
  const title =
    /\b(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Pp]remier|[Gg]overnor|[Aa]mbassador|[Mm]ayor)\b/.test(name);
  const sector = title ? 'GOV' : (findSector(name) ?? nouns.find((found) => found !== 'GOV') ?? nouns[0]);
  return sector === undefined ? {} : { sector };
}
