import type { FigureSlot, Incident } from '../../../model/incident.ts';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import {
  BEST_WORDS,
  describeBest,
  describeSlot,
  describeValue,
  MOVEMENT_WORDS,
  RELATION_WORDS,
  STATE_WORDS,
} from '../words/picture.ts';
import { FIGURES } from '../words/text/figures.ts';

type Said = FigureSlot['values'][number]['says'][number];

/** Who says a value, each once, with the day on which they first did. */
function listSayers(says: readonly Said[]): readonly Said[] {
  const first = new Map<string, Said>();
  for (const said of says) {
    // “First television reports” and “first television reports” are one.
    const key = said.name.toLowerCase();
    if (!first.has(key)) first.set(key, said);
  }
  return [...first.values()];
}

function Value({
  incident,
  at,
  slot,
  slotAt,
}: {
  readonly incident: string;
  readonly slot: FigureSlot;
  readonly slotAt: number;
  readonly at: number;
}) {
  const value = slot.values[at]!;
  return (
    <Door to={{ kind: 'incident', incident, slot: slotAt, value: at }} className="said">
      <span className="said-value">{describeValue(value)}</span>
      <span className="said-by">
        {value.state !== 'standing' && <span className="said-state">{STATE_WORDS[value.state]}</span>}
        {listSayers(value.says).map(({ name, claim }) => (
          <span key={name}>
            {name}
            {claim.published !== undefined && (
              <span className="muted">
                {' '}
                <When value={claim.published} />
              </span>
            )}
          </span>
        ))}
      </span>
    </Door>
  );
}

const RANKS: Readonly<Record<FigureSlot['relation'], number>> = { contradiction: 0, compatible: 1, same: 2 };

/** Slots with their places, those that cannot all hold first, then those that differ. */
function orderSlots(slots: readonly FigureSlot[]) {
  const placed = slots.map((slot, slotAt) => ({ slot, slotAt }));
  return placed.toSorted((a, b) => RANKS[a.slot.relation] - RANKS[b.slot.relation]);
}

/** Every value that is said for each slot, side by side, with who says so; where they differ comes first. */
export function Figures({ incident }: { readonly incident: Incident }) {
  if (incident.figures.length === 0) return <p className="muted">{FIGURES.none}</p>;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{FIGURES.counted}</th>
          <th scope="col">{FIGURES.valuesHead}</th>
        </tr>
      </thead>
      <tbody>
        {orderSlots(incident.figures).map(({ slot, slotAt }) => (
          <tr key={`${slot.of} ${slot.who}`} className={`figures-${slot.relation}`}>
            <th scope="row">
              <Door to={{ kind: 'incident', incident: incident.id, slot: slotAt }}>{describeSlot(slot)}</Door>
              {slot.relation !== 'same' && (
                <span className="relation">
                  {slot.relation === 'contradiction' && <span aria-hidden="true">⇄ </span>}
                  {FIGURES.values(
                    slot.values.length,
                    RELATION_WORDS[slot.relation],
                    MOVEMENT_WORDS[slot.movement],
                  )}
                </span>
              )}
              {slot.values.length > 1 && slot.best !== undefined && (
                <span className="relation best">
                  <Phrase
                    words={FIGURES.best}
                    parts={{
                      value: <strong>{describeBest(slot.best)}</strong>,
                      reason: BEST_WORDS[slot.best.reason],
                    }}
                  />
                </span>
              )}
            </th>
            <td>
              <ul className="said-values">
                {slot.values.map((value, at) => (
                  <li key={`${value.bound} ${value.value} ${value.to}`}>
                    <Value incident={incident.id} slot={slot} slotAt={slotAt} at={at} />
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
