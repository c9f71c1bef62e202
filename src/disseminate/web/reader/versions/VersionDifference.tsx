import type { Reading } from '../../../../model/reading.ts';
import { useReading } from '../../api/queries.ts';
import type { DocumentDetail } from '../../api/wire.ts';
import { Fetched } from '../../components/Page.tsx';
import { shortenId } from '../../routes/search.ts';
import { READER, VERSIONS } from '../../words/text/reader.ts';
import { ClaimChanges } from './ClaimChanges.tsx';
import { TextChanges } from './TextChanges.tsx';

export interface ChosenVersions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Version = DocumentDetail['versions'][number];

/** The two versions to compare: those chosen, else the one shown with the one before it. */
export function findChosen(
  versions: readonly Version[],
  shown: string,
  chosen: ChosenVersions,
): { readonly from: Version; readonly to: Version } | undefined {
  const find = (id: string | undefined) =>
    id === undefined || id === ''
      ? undefined
      : versions.find((version) => shortenId(version.id) === shortenId(id));
  const at = versions.findIndex(({ id }) => id === shown);
  const to = find(chosen.to) ?? versions[Math.max(at, 1)];
  const from = find(chosen.from) ?? versions[Math.max(at, 1) - 1];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function Title({ before, after }: { readonly before: Reading; readonly after: Reading }) {
  const [old, now] = [before.document.title ?? READER.noTitle, after.document.title ?? READER.noTitle];
  if (old === now) return null;
  return (
    <section aria-label={VERSIONS.titleChanged}>
      <h3>{VERSIONS.titleChanged}</h3>
      <TextChanges before={old} after={now} hasKey={false} />
    </section>
  );
}

interface DifferenceProps {
  readonly from: Version;
  readonly to: Version;
  readonly asOf: string | undefined;
}

/** What changed from one version of a page to another: its title, its text, its claims. */
export function VersionDifference({ from, to, asOf }: DifferenceProps) {
  const earlier = useReading(from.id, asOf);
  const later = useReading(to.id, asOf);
  return (
    <section className="difference" aria-labelledby="difference">
      <h2 id="difference">{VERSIONS.title(from.version, to.version)}</h2>
      <Fetched query={earlier} label={VERSIONS.fetchingEarlier}>
        {(before) => (
          <Fetched query={later} label={VERSIONS.fetchingLater}>
            {(after) => (
              <>
                <Title before={before} after={after} />
                <h3>{VERSIONS.textTitle}</h3>
                <TextChanges
                  key={`${from.id} ${to.id}`}
                  before={before.document.text}
                  after={after.document.text}
                />
                <h3>{VERSIONS.claimsTitle}</h3>
                <ClaimChanges before={before} after={after} />
              </>
            )}
          </Fetched>
        )}
      </Fetched>
    </section>
  );
}
