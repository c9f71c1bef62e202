import type { Realis } from '../../../../../model/event.ts';
import { REALIS } from '../../../../../model/event.ts';
import { Features } from '../../claim/learned/features.ts';
import type { FactualityModel } from '../factuality/factuality.ts';
import { isOpeningNews } from '../opening.ts';
import type { Trigger } from '../trigger.ts';
import { type ToldDocument, writeJudgement } from './features.ts';
import { loadOpinions, type Opinion, type OpinionScorer } from './model.ts';

/** What becomes of an event that the rules found. */
export interface Verdict {
  /** False where the words tell no event of the codes: a match, a campaign, another sense of the word. */
  readonly isEvent: boolean;
  readonly realis: Realis;
  readonly background: boolean;
}

/** Looks over what the rules found. */
export interface EventJudge {
  /** By event word; where it has nothing to say of one, the rules' own view stays. */
  judge(document: ToldDocument): ReadonlyMap<Trigger, Verdict>;
}

/**
 * The second look at events by a classifier learned from labelled articles: it overrules the rules only where it is
 * surer by a margin, which was found on articles that it had not learned from.
 *
 * @throws Error where the model file is missing or damaged
 */
export function loadJudge(factuality: FactualityModel, scorer: OpinionScorer = loadOpinions()): EventJudge {
  const features = new Features();
  return {
    judge: (document) => {
      const verdicts = new Map<Trigger, Verdict>();
      for (const [i, { trigger }] of document.drafts.entries()) {
        if (verdicts.has(trigger)) continue;
        writeJudgement(i, document, factuality, features);
        verdicts.set(trigger, decide(scorer.score(features), viewOfRules(document, i)));
      }
      return verdicts;
    },
  };
}

/**
 * How sure of no event or of history, and by how much surer of another realis than of the rules', before it counts. That of
 * no event is the best of those which the recipe compares on articles left out, where an event that is lost costs three or four times one
 * too many: who is to be warned is harmed more by what is not seen.
 */
export const MARGINS = { none: 0.65, background: 0.5, realis: 0.3 };

/** What the rules say where no word decides; what a word says ("may", "ordered", "denied", "if") is not overruled. */
const DEFAULT: Realis = 'occurred';

export interface RulesView {
  readonly realis: Realis;
  readonly background: boolean;
  /** Whether the words name a posture, which is told by its own tables. */
  readonly isPosture: boolean;
  /** Whether the opening of the text tells it as just done: of the labelled ones none is history, and they are few to learn from. */
  readonly isOpening: boolean;
}

/** What the rules say of one event. */
export function viewOfRules({ drafts, links }: ToldDocument, i: number): RulesView {
  const { realis, posture } = drafts[i]!;
  return {
    realis,
    background: links[i]!.background,
    isPosture: posture !== undefined,
    isOpening: isOpeningNews(drafts[i]!, drafts),
  };
}

/** What stands of the rules' view and the learned one; history that a rule has found stays history. */
export function decide({ isNone, isBackground, realis: shares }: Opinion, rules: RulesView): Verdict {
  const likeliest = REALIS.reduce((best, one) => (shares[one] > shares[best] ? one : best));
  const isOther = rules.realis === DEFAULT && shares[likeliest] - shares[rules.realis] > MARGINS.realis;
  return {
    isEvent: rules.isPosture || isNone < MARGINS.none,
    realis: isOther ? likeliest : rules.realis,
    background: rules.background || (!rules.isOpening && isBackground > MARGINS.background),
  };
}
