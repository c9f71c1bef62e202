import type { DisputeSlot, Distortion, Incident, Sayer } from '../../../model/incident.ts';
import { Limited } from '../components/Limited.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { ToReader } from '../evidence/ClaimLink.tsx';
import { describeDate } from '../words/dates.ts';
import { BEST_WORDS, DISPUTE_WORDS, DISTORTION_WORDS, RELATION_WORDS } from '../words/picture.ts';
import { DISPUTES, FIGURES } from '../words/text/figures.ts';

/** One who says it, with the outlet and the day; leads to the words. */
function Said({
  sayer,
  how = 'says',
}: {
  readonly sayer: Sayer;
  readonly how?: 'says' | 'claims' | 'denies';
}) {
  const { name, claim } = sayer;
  const said = DISPUTES[how](name);
  return (
    <ToReader to={claim} className="said-by">
      <span>
        {claim.outlet === undefined || claim.outlet === name ? said : DISPUTES.within(said, claim.outlet)}
        {claim.published !== undefined && (
          <span className="muted">
            {' '}
            <When value={claim.published} />
          </span>
        )}
      </span>
    </ToReader>
  );
}

/** Those who say a value that are listed at first. */
const FIRST = 4;

/** A value in words: a day as everywhere else. */
const describeAnswer = ({ of }: DisputeSlot, value: string) => (of === 'date' ? describeDate(value) : value);

/** What cannot all hold first, then what differs. */
const RANKS: Readonly<Record<DisputeSlot['relation'], number>> = { contradiction: 0, compatible: 1, same: 2 };

function Row({ slot }: { readonly slot: DisputeSlot }) {
  return (
    <tr id={`dispute-${slot.of}`} className={`figures-${slot.relation}`}>
      <th scope="row">
        {DISPUTE_WORDS[slot.of]}
        {slot.relation !== 'same' && (
          <span className="relation">
            {slot.relation === 'contradiction' && <span aria-hidden="true">⇄ </span>}
            {FIGURES.values(slot.values.length, RELATION_WORDS[slot.relation])}
          </span>
        )}
        {slot.values.length > 1 && slot.best !== undefined && (
          <span className="relation best">
            <Phrase
              words={FIGURES.best}
              parts={{
                value: <strong>{describeAnswer(slot, slot.best.value)}</strong>,
                reason: BEST_WORDS[slot.best.reason],
              }}
            />
          </span>
        )}
      </th>
      <td>
        <ul className="said-values">
          {slot.values.map(({ value, says, claimed = [], denied = [] }) => (
            <li key={value} className="said-dispute">
              <span className="said-value">{describeAnswer(slot, value)}</span>
              <Limited
                items={[
                  ...denied.map((sayer) => ({ sayer, how: 'denies' as const })),
                  ...claimed.map((sayer) => ({ sayer, how: 'claims' as const })),
                  ...says.map((sayer) => ({ sayer, how: 'says' as const })),
                ]}
                first={FIRST}
                className="said-by"
                label={describeAnswer(slot, value)}
              >
                {({ sayer, how }) => (
                  <li key={`${how} ${sayer.name}`}>
                    <Said sayer={sayer} how={how} />
                  </li>
                )}
              </Limited>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** Place, day and doer as they are told, each value with who says, claims or rejects it. */
export function Disputes({ incident }: { readonly incident: Incident }) {
  if (incident.disputes.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="disputes">
      <h2 id="disputes">{DISPUTES.title}</h2>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{DISPUTES.question}</th>
            <th scope="col">{DISPUTES.said}</th>
          </tr>
        </thead>
        <tbody>
          {incident.disputes
            .toSorted((a, b) => RANKS[a.relation] - RANKS[b.relation])
            .map((slot) => (
              <Row key={slot.of} slot={slot} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Sides({ distortion: { kind, relay, source } }: { readonly distortion: Distortion }) {
  return (
    <li className="origin-group">
      <h3 className="origin-head">{DISTORTION_WORDS[kind]}</h3>
      <p>
        <Phrase words={DISPUTES.relay} parts={{ value: relay.value, sayer: <Said sayer={relay.says} /> }} />
      </p>
      <p>
        <Phrase
          words={DISPUTES.source}
          parts={{ value: source.value, sayer: <Said sayer={source.says} /> }}
        />
      </p>
    </li>
  );
}

/** Relays that say more than the source they rest on, both sides. */
export function Distortions({ incident }: { readonly incident: Incident }) {
  if (incident.distortions.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="distortions">
      <h2 id="distortions">{DISPUTES.distortions}</h2>
      <ul className="refs">
        {incident.distortions.map((distortion) => (
          <Sides
            key={`${distortion.kind} ${distortion.relay.says.claim.document} ${distortion.relay.value}`}
            distortion={distortion}
          />
        ))}
      </ul>
    </section>
  );
}
