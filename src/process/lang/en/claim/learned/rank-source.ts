import type { CueRange } from './cue-span.ts';
import { Features, Sums } from './features.ts';
import type { Passage } from './passage.ts';
import type { Ranker } from './ranker.ts';
import {
  listSources,
  type SourceRange,
  writeNoSource,
  writeSourceEnd,
  writeSourceNoun,
  writeSourceStart,
  writeSourceWords,
} from './source-rank.ts';

const features = new Features();
const starts = new Sums();
const ends = new Sums();

/** The best source with its lead over the next, which may be that there is none. */
export function rankSource(
  passage: Passage,
  head: number,
  cue: CueRange,
  ranker: Ranker,
): { readonly source: SourceRange | undefined; readonly margin: number } {
  starts.clear(passage.size);
  ends.clear(passage.size);
  features.clear();
  writeNoSource(passage, head, cue, features);
  let most = ranker.score(features);
  let second = Number.NEGATIVE_INFINITY;
  let source: SourceRange | undefined;
  let noun = -1;
  let nounScore = 0;
  for (const range of listSources(passage, cue)) {
    if (range.head !== noun) {
      noun = range.head;
      features.clear();
      writeSourceNoun(passage, head, cue, noun, features);
      nounScore = ranker.score(features);
    }
    const score =
      nounScore +
      scoreStart(passage, head, cue, range, ranker) +
      scoreEnd(passage, head, cue, range, ranker) +
      scoreWords(passage, head, cue, range, ranker);
    if (score > most) {
      second = most;
      most = score;
      source = range;
    } else if (score > second) second = score;
  }
  return { source, margin: Math.min(20, most - second) };
}

function scoreStart(
  passage: Passage,
  head: number,
  cue: CueRange,
  range: SourceRange,
  ranker: Ranker,
): number {
  if (starts.has(range.from)) return starts.get(range.from);
  features.clear();
  writeSourceStart(passage, head, cue, range, features);
  return starts.set(range.from, ranker.score(features));
}

function scoreEnd(passage: Passage, head: number, cue: CueRange, range: SourceRange, ranker: Ranker): number {
  if (ends.has(range.to)) return ends.get(range.to);
  features.clear();
  writeSourceEnd(passage, head, cue, range, features);
  return ends.set(range.to, ranker.score(features));
}

function scoreWords(
  passage: Passage,
  head: number,
  cue: CueRange,
  range: SourceRange,
  ranker: Ranker,
): number {
  features.clear();
  writeSourceWords(passage, head, cue, range, features);
  return ranker.score(features);
}
