import type { Forecast, LedgerEntry, Settlement } from '../../../model/forecast.ts';
import { useAssessment } from '../api/picture.ts';
import { useEntry, useStanding } from '../api/record.ts';
import { ConfidenceBars } from '../charts/Level.tsx';
import { useAsOf } from '../components/instant.ts';
import { Limited } from '../components/Limited.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { describeDate } from '../words/dates.ts';
import { describeOrigins, OUTCOME_WORDS } from '../words/picture.ts';
import { describeBar, describeHorizon } from '../words/probability.ts';
import { RECORD_EVIDENCE } from '../words/text/evidence.ts';
import { ClaimAt, ClaimLink } from './ClaimLink.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';

type Titles = ReadonlyMap<string, string>;

/** Titles of indicators and windows by their ids, as far as the problem has them now. */
function useTitles(problem: string): Titles {
  const { data } = useAssessment(problem, useAsOf());
  return new Map(data?.contributions.map(({ id, title }) => [id, title]));
}

function ClaimList({ claims }: { readonly claims: readonly string[] }) {
  return (
    <Limited items={claims} first={4} className="refs">
      {(place) => (
        <li key={place}>
          <ClaimAt place={place} />
        </li>
      )}
    </Limited>
  );
}

function ForecastEvidence({ entry, forecast }: { readonly entry: LedgerEntry; readonly forecast: Forecast }) {
  const titles = useTitles(forecast.problem);
  return (
    <>
      <Section title={RECORD_EVIDENCE.forecast(entry.number)}>
        <p>
          <Phrase
            words={RECORD_EVIDENCE.about}
            parts={{
              horizon: describeHorizon(forecast.horizon),
              from: <When value={forecast.asOf} />,
              until: <When value={forecast.until} />,
              bar: describeBar(forecast.probability, forecast.baseRate),
            }}
          />
        </p>
        <p className="muted">
          <Phrase
            words={forecast.replayed === true ? RECORD_EVIDENCE.filedInReplay : RECORD_EVIDENCE.filed}
            parts={{ when: <When value={entry.filed} />, cause: RECORD_EVIDENCE.causes[forecast.cause] }}
          />
        </p>
        <p>
          <ConfidenceBars confidence={forecast.confidence} />
        </p>
        <p className="hash" title={entry.hash}>
          {entry.hash.slice(0, 23)}…
        </p>
      </Section>
      {forecast.reasons.length === 0 && <p className="muted">{RECORD_EVIDENCE.baseRateAlone}</p>}
      {forecast.reasons.map(({ id, confirmed, possible, claims }) => (
        <Section key={id} title={titles.get(id) ?? id}>
          <p className="muted">{describeOrigins({ confirmed, possible })}</p>
          <ClaimList claims={claims} />
        </Section>
      ))}
    </>
  );
}

function SettlementEvidence({
  entry,
  settlement,
}: {
  readonly entry: LedgerEntry;
  readonly settlement: Settlement;
}) {
  const when = <When value={entry.filed} />;
  const notes = RECORD_EVIDENCE.notes(settlement.late === true, settlement.corrects !== undefined);
  return (
    <Section title={RECORD_EVIDENCE.settlement(entry.number, OUTCOME_WORDS[settlement.outcome])}>
      <p className="muted">
        {settlement.day === undefined ? (
          <Phrase words={RECORD_EVIDENCE.settled} parts={{ when, notes }} />
        ) : (
          <Phrase
            words={RECORD_EVIDENCE.settledFor}
            parts={{ when, day: <When value={settlement.day} />, notes }}
          />
        )}
        {settlement.why !== undefined && ` ${settlement.why}`}
      </p>
      <p className="hash" title={entry.hash}>
        {entry.hash.slice(0, 23)}…
      </p>
      <ClaimList claims={settlement.claims} />
    </Section>
  );
}

function Entry({ entry }: { readonly entry: LedgerEntry }) {
  const { content } = entry;
  return content.kind === 'forecast' ? (
    <ForecastEvidence entry={entry} forecast={content} />
  ) : (
    <SettlementEvidence entry={entry} settlement={content} />
  );
}

/** A forecast on record with all of its settlements, by the number of any of their entries. */
export function EntryEvidence({ problem, number }: { readonly problem: string; readonly number: number }) {
  const record = useEntry(problem, { entry: number, asOf: useAsOf() });
  return (
    <Shown query={record}>
      {({ entries }) => (entries.length === 0 ? <NoSuchEvidence /> : <Entries entries={entries} />)}
    </Shown>
  );
}

function Entries({ entries }: { readonly entries: readonly LedgerEntry[] }) {
  return entries.toReversed().map((entry) => <Entry key={entry.number} entry={entry} />);
}

interface DayProps {
  readonly problem: string;
  readonly day: string;
  readonly horizon: number;
}

/** What was thought at the end of a day, and what happened on it. */
export function DayEvidence({ problem, day, horizon }: DayProps) {
  const asOf = useAsOf();
  const record = useStanding(problem, { day, horizon, asOf });
  const assessment = useAssessment(problem, asOf);
  const outcomes = assessment.data?.baseRate.incidents.filter((incident) => incident.day === day) ?? [];
  return (
    <>
      {outcomes.length > 0 && (
        <Section title={RECORD_EVIDENCE.happened(describeDate(day))}>
          {outcomes.map(({ id, claims }) => (
            <Limited key={id} items={claims} first={6} className="refs">
              {(claim) => (
                <li key={`${claim.document} ${claim.claim}`}>
                  <ClaimLink claim={claim} />
                </li>
              )}
            </Limited>
          ))}
        </Section>
      )}
      <Shown query={record}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="muted">{RECORD_EVIDENCE.noForecast(describeDate(day))}</p>
          ) : (
            <Entries entries={entries} />
          )
        }
      </Shown>
    </>
  );
}
