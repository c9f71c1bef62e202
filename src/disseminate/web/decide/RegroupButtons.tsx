import type { Incident, IncidentSummary } from '../../../model/incident.ts';
import type { Hash } from '../../../model/page.ts';
import type { Story } from '../../../model/story.ts';
import { useIncidents } from '../api/picture.ts';
import { Failed, Loading } from '../components/States.tsx';
import { REGROUP } from '../words/text/regroup.ts';
import { DecideBody, DecideButton } from './DecideButton.tsx';
import { DialogButton } from './DialogButton.tsx';
import { orderByNearness } from './nearness.ts';

/** As many incidents as a list can be looked through. */
const MOST = 60;

/** Makes an incident a part of another one: both are the same happening. */
export function MergeIncident({ incident }: { readonly incident: Incident }) {
  return (
    <DialogButton words={REGROUP.merge} about={<p dir="auto">{incident.title}</p>}>
      {(close) => <MergeBody incident={incident} onClose={close} />}
    </DialogButton>
  );
}

/** Which others there are is asked only once the form is opened. */
function MergeBody({ incident, onClose }: { readonly incident: Incident; readonly onClose: () => void }) {
  const country = incident.where?.country;
  const others = useIncidents(country === undefined ? {} : { country });
  if (others.isPending) return <Loading label={REGROUP.fetching} lines={4} />;
  if (others.isError) return <Failed error={others.error} onRetry={() => void others.refetch()} />;
  const rows = others.data.pages.flatMap((page) => page.rows);
  const near = orderByNearness(incident, rows).slice(0, MOST);
  if (near.length === 0) return <p className="muted">{REGROUP.noOther}</p>;
  const options = near.map((row) => ({ value: row.id, words: nameRow(row) }));
  return (
    <DecideBody
      words={REGROUP.merge}
      field={{ label: REGROUP.mergeInto, hint: REGROUP.mergeHint, options }}
      draft={(value) => ({
        verdict: 'merge',
        of: { type: 'incident', incident: incident.id },
        value,
      })}
      onDone={onClose}
    />
  );
}

function nameRow({ title, when, documents }: IncidentSummary): string {
  return REGROUP.row(when?.from, title, documents);
}

/** Takes some of the reports of an incident out of it: they tell of another happening. */
export function SplitIncident({ incident }: { readonly incident: Incident }) {
  const options = listReports(incident.tree);
  if (options.length < 2) return null;
  return (
    <DecideButton
      words={REGROUP.split}
      about={<p dir="auto">{incident.title}</p>}
      field={{ label: REGROUP.splitWhich, options, isMany: true }}
      draft={(value) => ({
        verdict: 'split',
        of: { type: 'incident', incident: incident.id, documents: value.split(' ') as Hash[] },
      })}
    />
  );
}

/** Takes reports out of a story that they do not belong to; they stay, each in a story of its own. */
export function SplitStory({ story }: { readonly story: Story }) {
  const options = listReports(story.tree);
  if (options.length < 2) return null;
  return (
    <DecideButton
      words={REGROUP.leave}
      about={<p dir="auto">{story.title}</p>}
      field={{ label: REGROUP.leaveWhich, options, isMany: true }}
      draft={(value) => ({
        verdict: 'reject',
        of: { type: 'story', story: story.id, documents: value.split(' ') as Hash[] },
      })}
    />
  );
}

function listReports({ reports }: Incident['tree']) {
  return reports.map(({ document, outlet, title, published, seen }) => ({
    value: document as string,
    words: REGROUP.report(outlet, published ?? seen, title),
  }));
}
