import type { Sentence } from '../../../model/brief.ts';
import type { Teller } from '../teller.ts';
import { show, tell } from '../teller.ts';

/** What a probability stands on besides claims: it is there, with these alone, before anything was read. */
const GROUNDS = ['question', 'baseRate.prior'];

/** The probability for each horizon, the leading one first; the confidence; what the base rate rests on; how earlier forecasts came out. */
export function tellBottomLine(teller: Teller): readonly (Sentence | undefined)[] {
  const { assessment, record } = teller.facts;
  const horizons = assessment.horizons.toSorted(
    (a, b) => Number(b.days === assessment.leading) - Number(a.days === assessment.leading),
  );
  const sentences = horizons.map(({ days }) => {
    const value = (name: string) => show(teller, `horizon.${days}.${name}`);
    return tell(
      teller,
      ['bottomLine', 'horizon'],
      {
        days: value('days'),
        until: value('until'),
        probability: value('probability'),
        interval: value('interval'),
        baseRate: value('baseRate'),
      },
      GROUNDS,
    );
  });
  const past = assessment.baseRate.incidents.length > 0 || assessment.baseRate.history > 0;
  return [
    ...sentences,
    tell(
      teller,
      ['bottomLine', 'confidence'],
      { confidence: show(teller, 'confidence'), why: show(teller, 'confidence.why', true) },
      ['indicators'],
    ),
    ...(past
      ? [
          tell(
            teller,
            ['bottomLine', 'past'],
            {
              incidents: show(teller, 'baseRate.incidents'),
              history: show(teller, 'baseRate.history'),
              period: show(teller, 'baseRate.period'),
            },
            ['outcome', 'baseRate.prior'],
          ),
        ]
      : []),
    ...(record?.scores ?? []).map(({ horizon }) =>
      tell(
        teller,
        ['bottomLine', 'record'],
        {
          settled: show(teller, `record.${horizon}.settled`),
          days: show(teller, `record.${horizon}.days`),
          yes: show(teller, `record.${horizon}.yes`),
        },
        ['outcome'],
      ),
    ),
  ];
}
