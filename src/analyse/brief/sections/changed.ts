import type { Part, Sentence } from '../../../model/brief.ts';
import type { Cause } from '../../../model/correction.ts';
import type { Assessment } from '../../../model/forecast.ts';
import type { Incident } from '../../../model/incident.ts';
import { makeClaimKey } from '../../report/claim-ref.ts';
import { list, quoteClaim, tellDay, tellOutlet, type Value } from '../parts.ts';
import type { Reason } from '../reasons.ts';
import { show, type Teller, tell } from '../teller.ts';
import { findLeading, findNews } from '../values.ts';
import { tellIncident } from './contradictions.ts';
import { tellOrigin, tellTitle } from './reasons.ts';

/** Changes of each kind that are told. */
const MOST = 4;
const MOST_ORIGINS = 2;
/** Change of a probability that is told as none. */
const LEAST = 0.005;

/** What is otherwise than in the last brief: the probability, signs that came or went, what was taken back, what is newly disputed. */
export function tellChanges(teller: Teller): readonly (Sentence | undefined)[] {
  const { earlier } = teller.facts;
  if (earlier === undefined) return [];
  return [
    ...tellOutcomes(teller, earlier.assessment),
    tellMove(teller, earlier.assessment),
    ...tellComing(teller, earlier.assessment),
    ...tellGone(teller, earlier.assessment),
    ...tellCorrections(teller),
    ...tellDisputes(teller, earlier.incidents),
  ];
}

function tellOutcomes(teller: Teller, before: Assessment): readonly (Sentence | undefined)[] {
  const known = new Set(before.baseRate.incidents.map(({ id }) => id));
  const after = before.asOf.slice(0, 10);
  return teller.facts.assessment.baseRate.incidents
    .filter(({ id, day }) => !known.has(id) && day >= after)
    .slice(-MOST)
    .map(({ id }) =>
      tell(teller, ['changed', 'outcome'], {
        since: show(teller, 'since'),
        incident: tellIncident(teller, id).incident,
        day: show(teller, `past.${id}.day`),
      }),
    );
}

function tellMove(teller: Teller, before: Assessment): Sentence | undefined {
  const { assessment } = teller.facts;
  const [was, is] = [findLeading(before), findLeading(assessment)];
  if (was === undefined || is === undefined || was.days !== is.days) return undefined;
  const shared = {
    since: show(teller, 'since'),
    days: show(teller, `horizon.${is.days}.days`),
    after: show(teller, `horizon.${is.days}.probability`),
  };
  const fields = ['question', 'baseRate.prior'];
  const isSteady =
    Math.abs(was.probability.p - is.probability.p) < LEAST ||
    teller.values.get('earlier.probability')?.text ===
      teller.values.get(`horizon.${is.days}.probability`)?.text;
  if (isSteady) return tell(teller, ['changed', 'steady'], shared, fields);
  return tell(
    teller,
    ['changed', 'moved'],
    { ...shared, moved: show(teller, 'moved'), before: show(teller, 'earlier.probability') },
    fields,
  );
}

/** Signs that were not seen then, and further origins of those that were; then the level. */
function tellComing(teller: Teller, before: Assessment): readonly (Sentence | undefined)[] {
  const known = new Map(before.contributions.map((each) => [each.id, each]));
  const came = teller.reasons.filter(({ contribution }) => known.get(contribution.id)?.state !== 'observed');
  const further = teller.reasons.flatMap((reason) => {
    const origins = findNews(reason.tree, known.get(reason.contribution.id));
    return origins.length === 0 ? [] : [{ ...reason, tree: { ...reason.tree, origins } }];
  });
  const isMoved = before.level !== teller.facts.assessment.level;
  return [
    ...(isMoved
      ? [
          tell(
            teller,
            ['changed', 'level'],
            { before: show(teller, 'earlier.level'), after: show(teller, 'level') },
            ['levels'],
          ),
        ]
      : []),
    ...came.slice(0, MOST).map((reason) => tellSign(teller, reason, 'came')),
    ...further.slice(0, MOST).map((reason) => tellSign(teller, reason, 'further')),
  ];
}

function tellSign(
  teller: Teller,
  { contribution, tree }: Reason,
  kind: 'came' | 'further',
): Sentence | undefined {
  return tell(teller, ['changed', kind], {
    indicator: tellTitle(teller, contribution),
    origins: show(teller, `${kind === 'came' ? 'origins' : 'further'}.${contribution.id}`),
    who: list(
      tree.origins.map((origin) => tellOrigin(teller, origin)),
      { most: MOST_ORIGINS, mark: ';' },
    ),
  });
}

function tellGone(teller: Teller, before: Assessment): readonly (Sentence | undefined)[] {
  const now = new Set(teller.reasons.map(({ contribution }) => contribution.id));
  return before.contributions
    .filter(({ id, state }) => state === 'observed' && !now.has(id))
    .slice(0, MOST)
    .map((contribution) => tell(teller, ['changed', 'gone'], { indicator: tellTitle(teller, contribution) }));
}

/** What has been taken back or rejected since, of what was stood on. */
function tellCorrections(teller: Teller): readonly (Sentence | undefined)[] {
  const earlier = teller.facts.earlier!;
  const { contributions, baseRate } = earlier.assessment;
  const rested = new Set(
    [
      ...contributions.flatMap(({ tree }) => tree.reports.flatMap(({ claims }) => claims)),
      ...baseRate.incidents.flatMap(({ claims }) => claims),
      ...earlier.incidents.flatMap(({ told }) => told.map(({ claim }) => claim)),
    ].map(makeClaimKey),
  );
  return earlier.setAside
    .filter(({ claim }) => rested.has(makeClaimKey(claim)))
    .slice(0, MOST)
    .map(({ claim, cause }) =>
      tell(teller, ['changed', 'corrected'], {
        words: quoteClaim(claim),
        outlet: tellOutlet(claim),
        day: tellDay(claim),
        cause: tellCause(teller, cause),
      }),
    );
}

function tellCause(teller: Teller, { type }: Cause): Value {
  return show(teller, `cause.${type}`);
}

/** What was told in one way then, and cannot all hold now. */
function tellDisputes(teller: Teller, before: readonly Incident[]): readonly (Sentence | undefined)[] {
  const then = new Set(before.flatMap(listTorn));
  return teller.facts.incidents.flatMap((incident) => {
    const things = listTorn(incident).flatMap((name) => {
      const value = then.has(name) ? undefined : show(teller, `${name}.of`);
      return value === undefined ? [] : [value];
    });
    const thing = list(things as readonly (readonly Part[])[]);
    if (thing === undefined) return [];
    return [
      tell(teller, ['changed', 'disputed'], { thing, incident: tellIncident(teller, incident.id).incident }),
    ];
  });
}

function listTorn({ id, figures, disputes }: Incident): readonly string[] {
  return [
    ...figures.flatMap(({ relation }, index) =>
      relation === 'contradiction' ? [`incident.${id}.figures.${index}`] : [],
    ),
    ...disputes.flatMap(({ relation }, index) =>
      relation === 'contradiction' ? [`incident.${id}.disputes.${index}`] : [],
    ),
  ];
}
