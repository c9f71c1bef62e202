import type { Arrival } from '../eval/echo/predict.ts';
import type { GoldOrigin, GoldTree } from '../eval/echo/set.ts';
import { readGroup } from '../src/analyse/origin/first-hand.ts';
import { foldName } from '../src/analyse/origin/names.ts';
import { traceOrigins } from '../src/analyse/origin/origins.ts';
import { readSigns, type Signs } from '../src/analyse/origin/signs.ts';
import type { Scene, Voice } from '../src/analyse/origin/voice.ts';
import { findMatter } from '../src/analyse/story/matter.ts';

/** A voice of a report as the labels have it. */
export interface LabelledVoice {
  readonly tree: string;
  readonly file: string;
  readonly report: string;
  readonly name: string;
  readonly isFirstHand: boolean;
  /** Each sign twice: for all voices, and for those of its sort. */
  readonly signs: Signs;
}

/**
 * The voices of a labelled tree, in the order in which they would be weighed, as if each before had been judged as the labels say. A second
 * name of an origin in the report that brings it is neither right nor wrong, and left out.
 */
export function collectVoices(tree: GoldTree, arrivals: readonly Arrival[]): readonly LabelledVoice[] {
  const own = arrivals.filter((arrival) => arrival.tree === tree.id);
  const voices: LabelledVoice[] = [];
  const brought = new Set<string>();
  traceOrigins(findMatter(own.map(({ report }) => report)), (scene) => {
    const { document } = scene.group.report;
    const leads = own.find(({ report }) => report.document === document)?.gold.leads ?? [];
    const { right, unclear } = matchVoices(scene, {
      tree,
      leads: leads.filter((lead) => !brought.has(lead)),
    });
    for (const lead of right.values()) brought.add(lead);
    for (const voice of scene.voices) {
      if (unclear.has(voice)) continue;
      const signs = readSigns(voice, scene);
      const sort = readGroup(signs);
      voices.push({
        tree: tree.id,
        file: tree.file,
        report: document,
        name: voice.speaker.origin.name,
        isFirstHand: right.has(voice),
        signs: new Map(
          [...signs].flatMap(
            ([sign, value]) =>
              [
                [sign, value],
                [`${sort}: ${sign}`, value],
              ] as const,
          ),
        ),
      });
    }
    return new Map([...right.keys()].map(({ speaker: { key } }) => [key, []]));
  });
  return voices;
}

/** For each origin that a report brings by its labels the voice that stands for it, and further names of the same ones. */
function matchVoices(
  { voices }: Scene,
  { tree, leads }: { readonly tree: GoldTree; readonly leads: readonly string[] },
): { readonly right: ReadonlyMap<Voice, string>; readonly unclear: ReadonlySet<Voice> } {
  const right = new Map<Voice, string>();
  const unclear = new Set<Voice>();
  for (const lead of leads) {
    const gold = tree.origins.find(({ id }) => id === lead);
    const fitting = voices.filter((voice) => gold !== undefined && isNamed(voice, gold));
    const free = fitting.filter((voice) => !right.has(voice));
    const best = free.find(({ speaker: { origin } }) => origin.status === gold?.status) ?? free[0];
    for (const voice of fitting) if (!right.has(voice)) unclear.add(voice);
    if (best === undefined) continue;
    right.set(best, lead);
    unclear.delete(best);
  }
  return { right, unclear };
}

/** What a body may be called by, which many are. */
const ANY_BODY = /^(?:ministry|department|office|agency|group|company|police|army)$/;

/** Whether a voice goes by one of the labels' names, or by the end of one: a family name. */
function isNamed({ speaker: { origin } }: Voice, { names }: GoldOrigin): boolean {
  const name = foldName(origin.name);
  return names.some((each) => {
    const folded = foldName(each);
    if (` ${name} `.includes(` ${folded} `)) return true;
    return name.length > 3 && !ANY_BODY.test(name) && folded.endsWith(` ${name}`);
  });
}
