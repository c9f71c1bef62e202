import type { DisputeSlot, Distortion, Incident, Sayer } from '../../../model/incident.ts';
import { When } from '../components/When.tsx';
import { ToReader } from '../evidence/ClaimLink.tsx';
import { BEST_WORDS, DISPUTE_WORDS, DISTORTION_WORDS, RELATION_WORDS } from '../words/picture.ts';

/** One who says it, with the outlet and the day; leads to the words. */
function Said({ sayer, how = '' }: { readonly sayer: Sayer; readonly how?: string }) {
  const { name, claim } = sayer;
  return (
    <ToReader to={claim} className="said-by">
      <span>
        {how}
        {name}
        {claim.outlet !== undefined && claim.outlet !== name && ` in ${claim.outlet}`}
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

function Row({ slot }: { readonly slot: DisputeSlot }) {
  return (
    <tr className={`figures-${slot.relation}`}>
      <th scope="row">
        {DISPUTE_WORDS[slot.of]}
        {slot.relation !== 'same' && (
          <span className="relation">
            {slot.relation === 'contradiction' && <span aria-hidden="true">⇄ </span>}
            {slot.values.length} values, {RELATION_WORDS[slot.relation]}
          </span>
        )}
        {slot.values.length > 1 && slot.best !== undefined && (
          <span className="relation best">
            Best statement: <strong>{slot.best.value}</strong>, {BEST_WORDS[slot.best.reason]}
          </span>
        )}
      </th>
      <td>
        <ul className="said-values">
          {slot.values.map(({ value, says, claimed = [], denied = [] }) => (
            <li key={value} className="said-dispute">
              <span className="said-value">{value}</span>
              <span className="said-by">
                {says.map((sayer) => (
                  <Said key={`says ${sayer.name}`} sayer={sayer} />
                ))}
                {claimed.map((sayer) => (
                  <Said key={`claims ${sayer.name}`} sayer={sayer} how="claimed by " />
                ))}
                {denied.map((sayer) => (
                  <Said key={`denies ${sayer.name}`} sayer={sayer} how="rejected by " />
                ))}
              </span>
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
      <h2 id="disputes">Where, when and who</h2>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">What is said, and by whom</th>
          </tr>
        </thead>
        <tbody>
          {incident.disputes.map((slot) => (
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
        Relay: {relay.value} <Said sayer={relay.says} />
      </p>
      <p>
        Source: {source.value} <Said sayer={source.says} />
      </p>
    </li>
  );
}

/** Relays that say more than the source they rest on, both sides. */
export function Distortions({ incident }: { readonly incident: Incident }) {
  if (incident.distortions.length === 0) return null;
  return (
    <section className="picture-part" aria-labelledby="distortions">
      <h2 id="distortions">More than the source says</h2>
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
