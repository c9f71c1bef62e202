import type { Incident } from '../../../model/incident.ts';
import { Door } from '../evidence/Door.tsx';
import { describeDate } from '../words/dates.ts';
import { DISPUTE_WORDS, describeSlot, describeValue } from '../words/picture.ts';
import { FACTS } from '../words/text/figures.ts';

/** Values that are named at once. */
const MOST = 4;

const list = (values: readonly string[]) =>
  values.length > MOST
    ? [...values.slice(0, MOST), FACTS.moreValues(values.length - MOST)].join(' · ')
    : values.join(' · ');

/** What is told in more than one way, at a glance: what cannot all hold under its sign, each leading to who says which. */
export function Differing({ incident: { id, figures, disputes } }: { readonly incident: Incident }) {
  const slots = figures
    .map((slot, at) => ({ slot, at }))
    .filter(({ slot }) => slot.relation !== 'same')
    .toSorted(
      (a, b) => Number(b.slot.relation === 'contradiction') - Number(a.slot.relation === 'contradiction'),
    );
  const against = disputes.filter(({ relation }) => relation === 'contradiction');
  if (slots.length === 0 && against.length === 0) return null;
  const sign = (relation: string) => relation === 'contradiction' && <span aria-hidden="true">⇄ </span>;
  return (
    <div>
      <dt>{FACTS.differs}</dt>
      <dd className="differs">
        {against.map(({ of, relation, values }) => (
          <a key={of} href={`#dispute-${of}`} className="door">
            {sign(relation)}
            {FACTS.values(
              DISPUTE_WORDS[of],
              list(values.map(({ value }) => (of === 'date' ? describeDate(value) : value))),
            )}
          </a>
        ))}
        {slots.map(({ slot, at }) => (
          <Door key={`${slot.of} ${slot.who}`} to={{ kind: 'incident', incident: id, slot: at }}>
            {sign(slot.relation)}
            {FACTS.values(describeSlot(slot), list(slot.values.map(describeValue)))}
          </Door>
        ))}
      </dd>
    </div>
  );
}
