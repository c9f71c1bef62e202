import type { BriefDraft, BriefSection, DraftedBrief, DraftSentence } from '../../../model/brief.ts';

/* Changes of a draft, each as a new one. */

type Sections = BriefDraft['sections'];

/** Sections of the draft, and those of the engine that it has lost, in the engine's order. */
export function listSections({ draft, whole }: Pick<DraftedBrief, 'draft' | 'whole'>): Sections {
  const kept = new Map(draft.sections.map((section) => [section.name, section]));
  const told = whole.sections.map(({ name }) => kept.get(name) ?? { name, sentences: [] });
  const names = new Set(told.map(({ name }) => name));
  return [...told, ...draft.sections.filter(({ name }) => !names.has(name))];
}

/** The sections with one of them changed. */
export function changeSection(
  sections: Sections,
  name: BriefSection['name'],
  change: (sentences: readonly DraftSentence[]) => readonly DraftSentence[],
): Sections {
  return sections.map((section) =>
    section.name === name ? { ...section, sentences: change(section.sentences) } : section,
  );
}

/** Moves one of them by a place up or down. */
export function move<Item>(items: readonly Item[], at: number, by: 1 | -1): readonly Item[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return items;
  const moved = [...items];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}

/** Sentences of the engine that a section of the draft leaves out. */
export function listLeftOut(
  told: BriefSection | undefined,
  kept: readonly DraftSentence[],
): readonly string[] {
  const texts = new Set(kept.flatMap((each) => (each.kind === 'engine' ? [each.text] : [])));
  return (told?.sentences ?? []).map(({ text }) => text).filter((text) => !texts.has(text));
}
