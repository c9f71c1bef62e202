import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../engine.ts';
import { findQuotations } from '../quotes.ts';
import { rankCue, rankSource } from './attribute.ts';
import { writeJoint, writePiece } from './content-features.ts';
import { listContent } from './content-pieces.ts';
import { listCueRanges, writeCueRange } from './cue-span.ts';
import { Features } from './features.ts';
import { loadLearned } from './learned.ts';
import { makePassage } from './passage.ts';
import { arePair, rankContent } from './rank-content.ts';
import type { Ranker } from './ranker.ts';
import { listSources, writeNoSource, writeSource } from './source-rank.ts';

const english = loadEnglish();
const { rankers, words } = loadLearned();
const features = new Features();

function scoreOf(ranker: Ranker, write: (out: Features) => void): number {
  features.clear();
  write(features);
  return ranker.score(features);
}

function bestOf<T>(candidates: readonly T[], score: (one: T) => number): T {
  return candidates.reduce((best, next) => (score(next) > score(best) ? next : best));
}

const TEXT = `“The road is closed. It will stay so,” Ann Example, the mayor of Basra, told the Daily Globe on Monday. She
denied that the army had shelled the port, and two officials, citing a report, said “no” – but warned of a strike. In a
statement the ministry said: “We left.” According to the group, fears of an attack grew.`;

describe('candidates whose parts are scored once', () => {
  const passage = makePassage(english.parse(TEXT), findQuotations(TEXT), words);
  const verbs = passage.tokens.flatMap(({ upos }, i) => (upos === 'VERB' ? [i] : []));

  it.each(verbs)('come out as if each were scored whole (verb at word %i)', (head) => {
    const cue = bestOf(listCueRanges(passage, head), (range) =>
      scoreOf(rankers.cue, (out) => writeCueRange(passage, head, range, out)),
    );
    expect(rankCue(passage, head, rankers.cue)).toEqual(cue);

    const source = bestOf([undefined, ...listSources(passage, cue)], (range) =>
      scoreOf(rankers.source, (out) =>
        range === undefined
          ? writeNoSource(passage, head, cue, out)
          : writeSource(passage, head, cue, range, out),
      ),
    );
    expect(rankSource(passage, head, cue, rankers.source).source).toEqual(source);

    const said = { head, cue, source };
    const { left, right } = listContent(passage, head, cue, source);
    const pairs = [undefined, ...left].flatMap((l) =>
      [undefined, ...right].filter((r) => (l ?? r) !== undefined && arePair(l, r)).map((r) => ({ l, r })),
    );
    const best = bestOf(
      pairs,
      ({ l, r }) =>
        scoreOf(rankers.content, (out) => writePiece(passage, said, 'left', l, out)) +
        scoreOf(rankers.content, (out) => writePiece(passage, said, 'right', r, out)) +
        scoreOf(rankers.content, (out) => writeJoint(passage, said, l, r, out)),
    );
    expect(rankContent(passage, said, rankers.content)?.pieces).toEqual(
      [best.l, best.r].filter((piece) => piece !== undefined),
    );
  });
});
