import { Parser } from 'htmlparser2';
import type { RawItem } from './item.ts';

/* The public preview page of a Telegram channel (`https://t.me/s/NAME`): its last messages as HTML. */

const LONGEST_TEXT = 20_000;
const LONGEST_NAME = 500;
const POST = /^[\w-]{1,64}\/\d{1,12}$/;

/** What makes a page such a one. */
export function isChannelPage(html: string): boolean {
  return /\bdata-post="[\w-]{1,64}\/\d{1,12}"/.test(html) && html.includes('tgme_widget_message');
}

interface Message {
  readonly post: string;
  text: string;
  from: string;
  forwardedFrom: string;
  date: string | undefined;
}

/** What of a message the parser stands in. */
type Part = 'text' | 'from' | 'forwardedFrom' | 'reply';

/**
 * The messages of a channel, the newest first, each whole as the record that an export of the channel would hold. Messages without
 * words are left out; what a message answers is not its own.
 */
export function readChannel(html: string, most: number): readonly RawItem[] {
  return listMessages(html)
    .filter(({ text }) => text.trim() !== '')
    .slice(-most)
    .toReversed()
    .map(makeItem);
}

function makeItem({ post, text, from, forwardedFrom, date }: Message): RawItem {
  const [channel, id] = post.split('/');
  const link = `/${post}`;
  const time = date === undefined ? Number.NaN : Date.parse(date);
  const record = {
    id: Number(id),
    type: 'message',
    ...(Number.isNaN(time) ? {} : { date_unixtime: String(Math.floor(time / 1000)) }),
    ...(from === '' ? {} : { from: from.trim() }),
    from_id: `channel:${channel}`,
    ...(forwardedFrom === '' ? {} : { forwarded_from: forwardedFrom.trim() }),
    text: text.trim(),
  };
  return { link, title: undefined, published: date, id: post, record: JSON.stringify(record) };
}

function listMessages(html: string): readonly Message[] {
  const messages: Message[] = [];
  let message: Message | undefined;
  // Parts that stand open, each with how deep its element is.
  const parts: { readonly part: Part; readonly depth: number }[] = [];
  let depth = 0;
  const parser = new Parser({
    onopentag(name, { class: classes = '', 'data-post': post, datetime }) {
      depth += 1;
      const names = classes.split(/\s+/, 20);
      if (post !== undefined && POST.test(post) && names.includes('tgme_widget_message')) {
        message = { post, text: '', from: '', forwardedFrom: '', date: undefined };
        messages.push(message);
        parts.length = 0;
      }
      if (message === undefined) return;
      if (name === 'time' && datetime !== undefined) message.date ??= datetime.slice(0, 40);
      const part = findPart(names);
      if (part !== undefined) parts.push({ part, depth });
      else if (name === 'br') add(message, parts.at(-1)?.part, '\n');
    },
    ontext(text) {
      if (message !== undefined) add(message, parts.at(-1)?.part, text);
    },
    onclosetag() {
      if (parts.at(-1)?.depth === depth) parts.pop();
      depth -= 1;
    },
  });
  parser.end(html);
  return messages;
}

function findPart(names: readonly string[]): Part | undefined {
  if (names.includes('tgme_widget_message_reply')) return 'reply';
  if (names.includes('js-message_reply_text')) return 'reply';
  if (names.includes('tgme_widget_message_text')) return 'text';
  if (names.includes('tgme_widget_message_owner_name')) return 'from';
  if (names.includes('tgme_widget_message_forwarded_from_name')) return 'forwardedFrom';
  return undefined;
}

function add(message: Message, part: Part | undefined, text: string): void {
  if (part === undefined || part === 'reply') return;
  const longest = part === 'text' ? LONGEST_TEXT : LONGEST_NAME;
  if (message[part].length < longest) message[part] = (message[part] + text).slice(0, longest);
}
