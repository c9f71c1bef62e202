import type { EventDraft, EventLinks } from '../draft.ts';
import { keep, type Told } from '../harm.ts';
import type { EventInput } from '../input.ts';
import type { ToldDocument } from './features.ts';
import type { EventJudge, Verdict } from './judge.ts';

export interface LinkedEvents extends Told {
  readonly links: readonly EventLinks[];
}

/**
 * Links the events, lets the judge look over them, and links them anew where it left some out or saw another realis: what
 * never happened is not the same as what did.
 *
 * @param link gives the links of a list of drafts
 */
export function lookAgain(
  told: Told,
  { input, judge }: { readonly input: EventInput; readonly judge: EventJudge },
  link: (drafts: readonly EventDraft[]) => readonly EventLinks[],
): LinkedEvents {
  const links = link(told.drafts);
  const verdicts = judge.judge(describe(told, links, input));
  const verdictOf = ({ trigger }: EventDraft): Verdict | undefined => verdicts.get(trigger);
  const isChanged = told.drafts.some((draft) => {
    const verdict = verdictOf(draft);
    return verdict !== undefined && (!verdict.isEvent || verdict.realis !== draft.realis);
  });
  if (!isChanged) return { ...told, links: markAgain(told.drafts, links, verdictOf) };
  const drafts = told.drafts.map((draft) => ({ ...draft, realis: verdictOf(draft)?.realis ?? draft.realis }));
  const left = keep({ ...told, drafts }, input.claims.length, (draft) => verdictOf(draft)?.isEvent !== false);
  return { ...left, links: markAgain(left.drafts, link(left.drafts), verdictOf) };
}

/** What is history after all; such events have no day of publication. */
function markAgain(
  drafts: readonly EventDraft[],
  links: readonly EventLinks[],
  verdictOf: (draft: EventDraft) => Verdict | undefined,
): readonly EventLinks[] {
  return links.map((link, i) => {
    const background = verdictOf(drafts[i]!)?.background ?? link.background;
    if (background === link.background) return link;
    const { when, ...rest } = link;
    const isLost = when === undefined || (background && when.anchor === 'published');
    return { ...rest, ...(isLost ? {} : { when }), background };
  });
}

function describe(told: Told, links: readonly EventLinks[], input: EventInput): ToldDocument {
  const { published, title } = input.document;
  const kinds = new Map(input.entities.map(({ id, type, sector }) => [id, `${type} ${sector ?? ''}`]));
  return {
    drafts: told.drafts,
    claims: told.claims,
    links,
    times: input.times,
    sentences: input.sentences.length,
    sectorOf: (id) => kinds.get(id) ?? '',
    ...(published === undefined ? {} : { published }),
    ...(title === undefined ? {} : { title }),
  };
}
