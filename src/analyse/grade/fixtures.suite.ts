import type { SetAside } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Mention, Report } from '../../model/report.ts';
import { makeReport, type StatementRow } from '../origin/fixtures.suite.ts';
import { Grades } from './grades.ts';

export const ASOF = '2031-06-30T12:00:00.000Z';

export const ARMY = ['Karvonian army', 'office'] as const;
export const MISSION = ['Allied Mission in Karvonia', 'office'] as const;
export const PORT = ['Veles Port Authority', 'office'] as const;
export const OFFICIALS = ['two officials', 'person', 'anonymous'] as const;

type Figures = Mention['figures'];
export const rockets = (value: number): Figures => [
  { of: 'rockets', value, bound: 'exactly', start: 0, end: 1 },
];

interface Said {
  readonly chain?: StatementRow['chain'];
  readonly figures?: Figures;
  readonly given?: Partial<StatementRow>;
  readonly mention?: Partial<Mention>;
}

/** A report with one statement on one incident; the words differ from report to report, as real ones do. */
export function tell(outlet: string, published: string, incident: string, said: Said = {}): Report {
  const { chain, figures = [], given, mention } = said;
  return makeReport({ outlet, published, document: `sha256:${outlet} ${published} ${incident}` }, [
    {
      words: `rockets hit the port of Veles, ${outlet} has it in its words of ${published}`,
      ...(chain === undefined ? {} : { chain }),
      ...given,
      mentions: [{ incident, figures, ...mention }],
    },
  ]);
}

interface Given {
  readonly asOf?: string;
  readonly setAside?: readonly SetAside[];
  readonly judgements?: readonly Judgement[];
}

export const grade = (
  reports: readonly Report[],
  { asOf = ASOF, setAside = [], judgements = [] }: Given = {},
) => new Grades({ reports, setAside, judgements, asOf });

/** Harbour Wire is first with the army's word, and the mission confirms it to another outlet the day after. */
export const confirmed = (incident: string, day: string): readonly Report[] => [
  tell('Harbour Wire', `2031-05-${day}T08:00:00Z`, incident, { chain: [ARMY] }),
  tell('Delta Times', `2031-05-${day}T15:00:00Z`, incident, { chain: [MISSION] }),
];
