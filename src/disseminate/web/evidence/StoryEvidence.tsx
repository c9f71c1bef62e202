import type { Origin, OriginTree, Relay, ReportNode, Story } from '../../../model/story.ts';
import { useStory } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { findRoleSign, Sign } from '../components/Sign.tsx';
import { When } from '../components/When.tsx';
import { shortenId } from '../routes/search.ts';
import { describeSigns, findOwn } from '../story/why.ts';
import { describeRole } from '../words/picture.ts';
import { COMMON } from '../words/text/common.ts';
import { STORY_EVIDENCE } from '../words/text/evidence.ts';
import { STORY } from '../words/text/story.ts';
import { ClaimLink } from './ClaimLink.tsx';
import { NoSuchEvidence, Section, Shown } from './DrawerParts.tsx';
import { OriginGroups } from './OriginGroups.tsx';

/** `62% of its wording`. */
function describeShare(share: number): string {
  return STORY_EVIDENCE.share(Math.round(share * 100));
}

/** What spoke for somebody's being first-hand. */
function Why({ origin }: { readonly origin: Origin }) {
  const words = describeSigns(origin);
  if (words.length === 0) return null;
  return (
    <Section title={`${STORY.why}: ${origin.name}`}>
      <ul className="why-signs">
        {words.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
    </Section>
  );
}

function ReportEvidence({ report, tree }: { readonly report: ReportNode; readonly tree: OriginTree }) {
  return (
    <>
      <Section title={report.outlet ?? COMMON.outletUnknown}>
        <p>{report.title}</p>
        <p className="origin-head">
          <Sign kind={findRoleSign(report.role)} />
          <span>{describeRole(report)}</span>
          <span className="muted">
            <When value={report.published ?? report.seen} />
          </span>
        </p>
        <ul className="refs">
          {report.claims.map((claim) => (
            <li key={claim.claim}>
              <ClaimLink claim={claim} />
            </li>
          ))}
        </ul>
        {report.claims.length === 0 && <p className="muted">{STORY_EVIDENCE.saysNothing}</p>}
      </Section>
      {findOwn(report, tree).map((origin) => (
        <Why key={origin.id} origin={origin} />
      ))}
      {report.relays.length > 0 && (
        <Section title={STORY_EVIDENCE.repeats}>
          <ul className="refs">
            {report.relays.map((relay) => (
              <li key={`${relay.by} ${relay.name} ${relay.evidence?.claim ?? relay.document}`}>
                {relay.evidence === undefined ? (
                  <p>{describeRelay(relay)}</p>
                ) : (
                  <ClaimLink claim={relay.evidence} note={describeRelay(relay)} />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** How it shows that a report repeats another. */
function describeRelay({ by, name, share = 0, family }: Relay): string {
  if (by === 'credit') return STORY_EVIDENCE.credits(name);
  if (by === 'family') return STORY_EVIDENCE.sameFamily(name, family);
  return STORY_EVIDENCE.shareOf(describeShare(share), name, family);
}

function Body({ story, part }: { readonly story: Story; readonly part: string | undefined }) {
  const { tree } = story;
  if (part === undefined) {
    return (
      <Section title={story.title}>
        <OriginGroups tree={tree} />
      </Section>
    );
  }
  const origin = tree.origins.find(({ id }) => id === part);
  if (origin !== undefined)
    return (
      <>
        <OriginGroups tree={tree} only={origin.id} />
        <Why origin={origin} />
      </>
    );
  const report = tree.reports.find(({ document }) => shortenId(document) === part);
  return report === undefined ? <NoSuchEvidence /> : <ReportEvidence report={report} tree={tree} />;
}

/** What a story, one of its origins or one of its reports rests on. */
export function StoryEvidence({ story, part }: { readonly story: string; readonly part?: string }) {
  const found = useStory(story, useAsOf());
  return <Shown query={found}>{(data) => <Body story={data} part={part} />}</Shown>;
}
