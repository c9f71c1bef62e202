import type { ChainLink, LinkType } from '../../model/claim.ts';
import type { Mention, Report, Statement } from '../../model/report.ts';

/** A link as tests write it: `['CNN', 'outlet']`, `['officials', 'person', 'anonymous']`. */
export type LinkRow = readonly [name: string, type: LinkType, more?: 'anonymous' | `cue:${string}`];

const makeLink = ([name, type, more]: LinkRow): ChainLink => ({
  name,
  type,
  ...(more === 'anonymous' ? { anonymous: true } : {}),
  ...(more?.startsWith('cue:') ? { cue: { start: 0, end: 0, text: '', act: more.slice(4) } } : {}),
});

/** A statement as tests write it: whose words, and what differs from a plain assertion. */
export interface StatementRow extends Partial<Omit<Statement, 'chain' | 'mentions'>> {
  readonly words: string;
  /** Without the outlet itself. */
  readonly chain?: readonly LinkRow[];
  readonly mentions?: readonly (Partial<Mention> & { readonly text?: string })[];
}

/** A mention as tests write it: `text` is its trigger. */
export function makeMention(
  row: Partial<Mention> & { readonly text?: string },
  event: string,
  at: number,
): Mention {
  const { text = 'attack', ...rest } = row;
  return {
    event,
    trigger: { start: at, end: at + text.length, text },
    plover: { type: 'ASSAULT', contexts: [] },
    cameo: '190',
    realis: 'occurred',
    factuality: 2,
    background: false,
    actors: [],
    recipients: [],
    instruments: [],
    figures: [],
    ...rest,
  };
}

/** A report as tests write it; statements follow each other a hundred characters apart. */
export function makeReport(
  given: Partial<Omit<Report, 'statements'>> & { readonly outlet: string; readonly published: string },
  rows: readonly StatementRow[],
): Report {
  const document = given.document ?? (`sha256:${given.outlet} ${given.published}` as const);
  let event = 0;
  const statements = rows.map((row, index): Statement => {
    const { chain = [], mentions = [], ...rest } = row;
    const start = 100 * index;
    return {
      claim: `c${index + 1}`,
      start,
      end: start + 80,
      quote: 'indirect',
      stance: 'asserts',
      certainty: 'certain',
      polarity: 'affirmed',
      evidence: 'unstated',
      ...rest,
      chain: [{ name: given.outlet, type: 'outlet' }, ...chain.map(makeLink)],
      mentions: mentions.map((mention, place) => {
        event += 1;
        return makeMention(mention, `v${event}`, start + 10 * (place + 1));
      }),
    };
  });
  const seen =
    given.seen ?? (given.published.includes('T') ? given.published : `${given.published}T12:00:00Z`);
  return {
    kind: 'report',
    series: document,
    version: 1,
    knownSince: seen,
    story: 's1',
    reuses: [],
    by: 'test@1',
    ...given,
    document,
    seen,
    statements,
  };
}
