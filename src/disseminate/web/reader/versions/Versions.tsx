import { Link } from '@tanstack/react-router';
import { findSafeAddress } from '../../api/addresses.ts';
import { API } from '../../api/client.ts';
import { useDetail, useSightings } from '../../api/queries.ts';
import type { DocumentDetail } from '../../api/wire.ts';
import { Failed, Loading } from '../../components/States.tsx';
import { When } from '../../components/When.tsx';
import { shortenId } from '../../routes/search.ts';
import { READER, VERSIONS } from '../../words/text/reader.ts';
import { PAGE_FACTS } from '../../words/text/reading.ts';
import { count } from '../../words/vocabulary.ts';
import { type ChosenVersions, findChosen, VersionDifference } from './VersionDifference.tsx';

function Address({ document }: Pick<DocumentDetail, 'document'>) {
  const address = findSafeAddress(document.url);
  if (address !== undefined) {
    return (
      <a href={address} rel="noopener noreferrer" target="_blank">
        {address}
      </a>
    );
  }
  return <span>{document.url ?? document.file ?? PAGE_FACTS.unknown}</span>;
}

function Facts({ detail }: { readonly detail: DocumentDetail }) {
  const { document, counts, engine } = detail;
  const page = `${API}/documents/${encodeURIComponent(document.id)}/page`;
  return (
    <dl className="facts-table">
      <div>
        <dt>{PAGE_FACTS.address}</dt>
        <dd>
          <Address document={document} />
        </dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.page}</dt>
        <dd>
          <a href={`${page}?as=text`} target="_blank" rel="noopener">
            {PAGE_FACTS.source}
          </a>
          {' · '}
          <a href={page}>{PAGE_FACTS.save}</a>
        </dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.outletBy}</dt>
        <dd>{document.outletEvidence ?? PAGE_FACTS.notStated}</dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.titleBy}</dt>
        <dd>{document.titleEvidence ?? PAGE_FACTS.notStated}</dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.publishedBy}</dt>
        <dd>{document.publishedEvidence ?? PAGE_FACTS.notStated}</dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.read}</dt>
        <dd>
          {[
            count(counts.characters, 'character'),
            count(counts.sentences, 'sentence'),
            count(counts.claims, 'claim'),
            count(counts.events, 'event'),
            count(counts.notes, 'note'),
          ].join(', ')}
          {engine !== undefined && <span className="muted"> {PAGE_FACTS.by(engine)}</span>}
        </dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.id}</dt>
        <dd className="hash">{document.id}</dd>
      </div>
      <div>
        <dt>{PAGE_FACTS.bytes}</dt>
        <dd className="hash">{document.bytes}</dd>
      </div>
    </dl>
  );
}

interface VersionTableProps {
  readonly detail: DocumentDetail;
  readonly chosen: ReturnType<typeof findChosen>;
  readonly onChoose: (chosen: ChosenVersions) => void;
}

/** The versions seen, of which any two can be compared. */
function VersionTable({ detail, chosen, onChoose }: VersionTableProps) {
  const { versions, document } = detail;
  const isMany = versions.length > 1;
  const choose = (side: 'from' | 'to', id: string) =>
    onChoose({
      from: chosen === undefined ? undefined : shortenId(chosen.from.id),
      to: chosen === undefined ? undefined : shortenId(chosen.to.id),
      [side]: shortenId(id),
    });
  return (
    <table className="table">
      <caption>{PAGE_FACTS.versionsSeen}</caption>
      <thead>
        <tr>
          <th scope="col">{PAGE_FACTS.version}</th>
          <th scope="col">{PAGE_FACTS.seen}</th>
          <th scope="col">{PAGE_FACTS.title}</th>
          <th scope="col">{PAGE_FACTS.claims}</th>
          <th scope="col">{PAGE_FACTS.events}</th>
          {isMany && <th scope="col">{VERSIONS.compare}</th>}
          {isMany && <th scope="col">{VERSIONS.with}</th>}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.id}>
            <td>
              {version.id === document.id ? (
                <span>{PAGE_FACTS.shownHere(version.version)}</span>
              ) : (
                <Link to="/documents/$id" params={{ id: shortenId(version.id) }}>
                  {version.version}
                </Link>
              )}
            </td>
            <td>
              <When value={version.seen} />
            </td>
            <td dir="auto" className="version-title">
              {version.title ?? READER.noTitle}
            </td>
            <td>{version.claims}</td>
            <td>{version.events}</td>
            {isMany &&
              (['from', 'to'] as const).map((side) => (
                <td key={side}>
                  <input
                    type="radio"
                    name={`version-${side}`}
                    aria-label={
                      side === 'from'
                        ? VERSIONS.compareVersion(version.version)
                        : VERSIONS.withVersion(version.version)
                    }
                    checked={chosen?.[side].id === version.id}
                    onChange={() => choose(side, version.id)}
                  />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SightingTable({ id, asOf }: { readonly id: string; readonly asOf: string | undefined }) {
  const sightings = useSightings(id, asOf);
  if (sightings.isPending) return <Loading label={PAGE_FACTS.fetchingSightings} lines={3} />;
  if (sightings.isError) return <Failed error={sightings.error} onRetry={() => sightings.refetch()} />;
  return (
    <table className="table">
      <caption>{PAGE_FACTS.sightings}</caption>
      <thead>
        <tr>
          <th scope="col">{PAGE_FACTS.seen}</th>
          <th scope="col">{PAGE_FACTS.addressOrFile}</th>
        </tr>
      </thead>
      <tbody>
        {sightings.data.rows.map((sighting) => (
          <tr key={`${sighting.seen} ${sighting.url} ${sighting.file}`}>
            <td>
              <When value={sighting.seen} />
            </td>
            <td className="address">{sighting.url ?? sighting.file ?? PAGE_FACTS.unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface VersionsProps {
  readonly id: string;
  readonly asOf: string | undefined;
  readonly chosen: ChosenVersions;
  readonly onChoose: (chosen: ChosenVersions) => void;
}

/** What is known about a kept document beside its words: where it was seen, when, and in which forms. */
export function Versions({ id, asOf, chosen, onChoose }: VersionsProps) {
  const detail = useDetail(id, asOf);
  if (detail.isPending) return <Loading label={PAGE_FACTS.fetching} lines={6} />;
  if (detail.isError) return <Failed error={detail.error} onRetry={() => detail.refetch()} />;
  const { versions, document } = detail.data;
  const pair = versions.length > 1 ? findChosen(versions, document.id, chosen) : undefined;
  return (
    <section className="versions" aria-label={PAGE_FACTS.versions}>
      <Facts detail={detail.data} />
      <VersionTable detail={detail.data} chosen={pair} onChoose={onChoose} />
      {pair === undefined ? (
        <p className="muted">{VERSIONS.one}</p>
      ) : (
        <VersionDifference from={pair.from} to={pair.to} asOf={asOf} />
      )}
      <SightingTable id={id} asOf={asOf} />
    </section>
  );
}
