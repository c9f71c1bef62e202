import type { Reading } from '../../src/model/reading.ts';
import type { IncidentFiller, ToldIncident } from '../../src/model/told-incident.ts';
import { createReader } from '../../src/process/read.ts';
import { makeGoldDocument, readRecords } from '../gold.ts';
import type { EvalTask } from '../task.ts';

interface GoldReport {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
}

/** F1 of one part in what the scorer prints. */
const f1 = (row: string) => new RegExp(`"${row}": \\{[^}]*?"f1": ([0-9.]+)`);

/** Incidents of single documents with who did it, what and who was hit, and with what. Reported only: nothing is fitted to the set. */
export const task: EvalTask = {
  name: 'incidents',
  scorer: 'incidents.py',
  sets: [
    {
      name: 'muc4.dev',
      gold: 'incidents/dev.jsonl.gz',
      metrics: {
        'strict micro f1': f1('micro'),
      },
      args: (gold, predictions) => ['--gold', gold, '--pred', predictions, '--json'],
    },
  ],
  async *predict(goldFile) {
    const reader = createReader({ engine: 'eval' });
    for await (const { id, text, date } of readRecords<GoldReport>(goldFile)) {
      const reading = reader.readDocument(makeGoldDocument(text, date === null ? {} : { published: date }));
      yield JSON.stringify({ id, ...toRoles(reading) });
    }
  },
};

/** The set's roles: it wants civilians and sites that were attacked by unlawful force, and of victims only the named. */
function toRoles(reading: Reading) {
  const incidents = (reading.incidents ?? []).filter(isTerror(reading));
  const gather = (part: (incident: ToldIncident) => readonly IncidentFiller[]) => {
    const wordings = incidents.flatMap(part).map((filler) => wordingOf(filler, reading));
    return [...new Set(wordings)].map((wording) => [wording]);
  };
  const isNamed = ({ entity }: IncidentFiller) =>
    reading.entities.some(({ id, type }) => id === entity && type === 'person');
  return {
    ree: {
      PerpInd: gather(({ persons }) => persons),
      PerpOrg: gather(({ organizations }) => organizations),
      Target: gather(({ targets }) => targets),
      Victim: gather(({ victims }) => victims.filter(isNamed)),
      Weapon: gather(({ weapons }) => weapons),
    },
    types: [...new Set(incidents.map(({ plover }) => TYPES[plover.mode ?? ''] ?? 'ATTACK'))],
  };
}

const TYPES: Readonly<Record<string, string>> = {
  explosives: 'BOMBING',
  'suicide-attack': 'BOMBING',
  abduct: 'KIDNAPPING',
};

/** What armies and police do in the field is none of the set's incidents. */
const isTerror = (reading: Reading) => (incident: ToldIncident) =>
  ![...incident.persons, ...incident.organizations].some(({ entity }) =>
    ['MIL', 'COP'].includes(reading.entities.find(({ id }) => id === entity)?.sector ?? ''),
  );

function wordingOf({ entity, mentions }: IncidentFiller, reading: Reading): string {
  const found = reading.entities.find(({ id }) => id === entity);
  return found?.type === 'person' ? (found.mentions[0]?.text ?? mentions[0]!.text) : mentions[0]!.text;
}
