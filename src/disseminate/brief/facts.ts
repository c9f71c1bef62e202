import type { Brief, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';

/* What a brief shows beside its sentences. */

/** As of when, from how much, by what, and how good the evidence is. */
export function listFacts({ asOf, since, assessment, engine }: Brief): readonly string[] {
  const { reports, level, confidence } = assessment;
  return [
    `As of ${formatDate(asOf)}`,
    ...(since === undefined ? [] : [`compared with ${formatDate(since)}`]),
    `level ${level}`,
    `confidence ${confidence}`,
    reports === 1 ? '1 report' : `${reports} reports`,
    engine,
  ];
}

/** How many sentences were left out, and why; undefined where none was. */
export function tellDropped({ dropped = [] }: Pick<Brief, 'dropped'>): string | undefined {
  if (dropped.length === 0) return undefined;
  const [first] = dropped;
  const [what, they] =
    dropped.length === 1 ? ['One sentence was', 'it says'] : [`${dropped.length} sentences were`, 'they say'];
  return `${what} left out, since what ${they} could not be traced. In "${first!.section}": ${first!.problem}.`;
}

/** What analysts made of it; undefined where it is as the engine told it. */
export function tellEdited({ edited }: Pick<Brief, 'edited'>): string | undefined {
  if (edited === undefined) return undefined;
  const { omitted, added, record } = edited;
  const saves = record.map(({ by, at }) => `${by}, ${formatDate(at)}`).join('; ');
  return `Edited: ${omitted} of the engine's sentences left out, ${added} added by analysts, each marked. Saved by ${saves}.`;
}

/** Behind a sentence that an analyst wrote: by whom. */
export function tellOwn({ own }: Pick<Sentence, 'own'>): string {
  return own === undefined ? '' : ` (analyst: ${own.by})`;
}

/** Where "definition" stands instead of a number. */
export function tellDefinitions({ problem, assessment, sections }: Brief): string | undefined {
  const isUsed = sections.some(({ sentences }) =>
    sentences.some(({ claims, fields }) => claims.length === 0 && fields !== undefined),
  );
  if (!isUsed) return undefined;
  return `definition: said by the file of the problem ${problem} (version ${assessment.problemVersion.slice(0, 'sha256:'.length + 12)}), not by a report.`;
}

/** A document as a line of a list: outlet, title, day. */
export function listDocumentFacts(claim: ClaimRef): {
  readonly outlet: string | undefined;
  readonly title: string | undefined;
  readonly day: string;
} {
  return {
    outlet: claim.outlet,
    title: claim.title,
    day: claim.published === undefined ? 'no date' : formatDate(claim.published.slice(0, 10), 'short'),
  };
}
