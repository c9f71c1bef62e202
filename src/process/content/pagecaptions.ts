import type { Caption } from '../../model/document.ts';
import type { Block } from './blocks.ts';
import { isCreditBelow, isCreditLine, parseCaption, readCredit } from './captions.ts';
import type { Decisions } from './decide.ts';
import { CREDIT } from './names.ts';

const MOST_CAPTIONS = 60;

/** The captions of a page in its order, each with the credit that stands in, above or below it. */
export function collectCaptions(blocks: readonly Block[], decisions: Decisions): Caption[] {
  const captions: Caption[] = [];
  /** The block that the last caption was read from. */
  let last: Block | undefined;
  let waiting: Block | undefined;
  for (const block of blocks) {
    const why = decisions[block.index];
    if (why === CREDIT && isBeside(last, block) && captions.at(-1)?.credit === undefined) {
      giveCredit(captions, readCredit(block.text));
      last = block;
    } else if (why === CREDIT) waiting = block;
    if (why !== 'caption') continue;
    const caption = parseCaption(block.text);
    // A credit in a line of its own belongs to the caption before it.
    if (isBeside(last, block) && captions.at(-1)?.credit === undefined && isCreditBelow(block.text))
      giveCredit(captions, caption.credit ?? readCredit(block.text));
    else if (isCreditLine(block.text) && isCaptionBelow(blocks, decisions, block.index)) waiting = block;
    else if (captions.length < MOST_CAPTIONS && !captions.some((other) => other.text === caption.text)) {
      captions.push(caption);
      if (isBeside(waiting, block) && caption.credit === undefined)
        giveCredit(captions, readCredit(waiting!.text));
    }
    last = block;
  }
  return captions;
}

/** Whether the next block is a caption with words of its own. */
function isCaptionBelow(blocks: readonly Block[], decisions: Decisions, index: number): boolean {
  const next = blocks[index + 1];
  return (
    next !== undefined && decisions[next.index] === 'caption' && parseCaption(next.text).credit === undefined
  );
}

function isBeside(before: Block | undefined, block: Block): boolean {
  return before !== undefined && block.index === before.index + 1;
}

function giveCredit(captions: Caption[], credit: string | undefined): void {
  const last = captions.at(-1);
  if (last !== undefined && credit) captions[captions.length - 1] = { text: last.text, credit };
}
