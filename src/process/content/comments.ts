import type { Block } from './blocks.ts';
import type { Decisions } from './decide.ts';
import { isTimeStamp } from './lines.ts';
import { indexOpenings } from './openings.ts';
import { HEADING_TAGS } from './tags.ts';

/**
 * What readers wrote below an article, told by its shape: a heading that names comments, and below it the small change
 * of a discussion: who writes, how long ago, reply, votes. Class names tell most such parts; this is for the rest.
 */

/** Words above a discussion, in lower case and without the number of comments. */
const HEADING =
  /^(?:(?:top|best|latest|all|view|show|read|reader|readers['’]?|user|your|join the|rated|recent|neueste|alle|leser|los|les) ){0,3}(?:comments?|commentary|discussion|conversation|responses|replies|reactions|kommentare?|leserkommentare|leserbriefe|diskussion|meinungen|antworten|comentarios?|opiniones|commentaires?|réactions|comentários?|commenti|komentarze|reacties|kommentarer|yorumlar|комментарии|تعليقات|التعليقات)(?: (?:to|on|from|zu|zum|auf|sur|a|de|sobre)\b.{0,150})?$/iu;
const findOpening = indexOpenings([HEADING]);
const COUNT = /^\d{1,5}\s|\s?[([]?\d{1,5}[)\]]?$|\s?:$/g;

/** A line that belongs to a discussion and to nothing else. */
const SIGN =
  /^(?:reply|replies|report|report abuse|flag|permalink|like|dislike|upvote|downvote|quote|antworten|melden|zitieren|responder|denunciar|répondre|signaler|rispondi|odpowiedz|reageer|svara|svar|yanıtla|ответить|رد)$|^(?:reply to|in reply to|antwort auf|en respuesta a|en réponse à)\s|(?:\s|^)(?:says|said|wrote|writes|commented|sagt|schreibt|schrieb|meint|dice|dijo|dit|écrit|disse|pisze)\s?:$|^(?:rating:\s?)?[+-]?\d{1,5}\s(?:votes?|likes?|points?|upvotes?|thumbs up|stimmen)$|\b(?:\d{1,3}|an?|ein|une?|un)\s(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\sago\b|^(?:vor|hace|il y a|há|przed)\s(?:\d{1,3}|einer|einem|un|una|une|um|uma)\s\p{L}{2,10}$|\b(?:\d{1,2}[:.h]\d{2}\s?(?:am|pm|uhr)?)$/iu;
const LONGEST_SIGN = 80;

/** How many signs below a heading make a discussion of what follows it. */
const LEAST_SIGNS = 2;

/** Marks a discussion and all that stands below its heading. */
export function markDiscussion(blocks: readonly Block[], decisions: Decisions): void {
  const start = findDiscussion(blocks, decisions);
  if (start < 0) return;
  for (const block of blocks.slice(start)) decisions[block.index] ??= 'comments';
}

/** Running text that stands above a discussion: what comes before an article is no discussion of it. */
const LEAST_TEXT = 200;

function findDiscussion(blocks: readonly Block[], decisions: Decisions): number {
  let before = 0;
  for (const block of blocks) {
    const isKept = decisions[block.index] === undefined;
    if (before >= LEAST_TEXT && !block.hidden && isHeading(block)) {
      if (countSigns(blocks, block.index) >= LEAST_SIGNS) return block.index;
    }
    if (isKept) before += block.text.length;
  }
  return -1;
}

function isHeading(block: Block): boolean {
  const { text, tag } = block;
  if (text.length > 200 || tag === 'p' || tag === 'li') return false;
  const isSetApart = HEADING_TAGS.has(tag) || block.strong || text.length <= 40;
  if (!isSetApart) return false;
  const bare = text.replace(COUNT, '').trim();
  return findOpening(bare) !== 0 && HEADING.test(bare);
}

/** Blocks below a heading that are looked at for signs of a discussion. */
const BLOCKS_LOOKED_AT = 40;

function countSigns(blocks: readonly Block[], heading: number): number {
  let signs = 0;
  for (const { text, hidden, tag } of blocks.slice(heading + 1, heading + 1 + BLOCKS_LOOKED_AT)) {
    if (hidden || text.length > LONGEST_SIGN || HEADING_TAGS.has(tag)) continue;
    if (SIGN.test(text) || isTimeStamp(text)) signs++;
  }
  return signs;
}
