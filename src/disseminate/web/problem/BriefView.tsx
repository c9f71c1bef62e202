import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Brief, Sentence } from '../../../model/brief.ts';
import { findBriefAddress, useBrief } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { Loading } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { BRIEF } from '../words/text/problem.ts';

const BriefEditor = lazy(() =>
  import('./BriefEditor.tsx').then((module) => ({ default: module.BriefEditor })),
);

const FORMATS = [
  { format: 'html', label: BRIEF.html },
  { format: 'markdown', label: BRIEF.markdown },
  { format: 'json', label: BRIEF.json },
] as const;

function Exports({ problem, asOf }: { readonly problem: string; readonly asOf: string }) {
  return (
    <p className="exports">
      <span className="muted">{BRIEF.exports}</span>
      {FORMATS.map(({ format, label }) => (
        <a key={format} href={findBriefAddress(problem, format, asOf)} target="_blank" rel="noreferrer">
          {label}
        </a>
      ))}
    </p>
  );
}

/** What a sentence stands on, in few words: it is a door to that. */
function tellGrounds({ claims, fields = [] }: Sentence): string {
  if (claims.length > 0) return BRIEF.claimCount(claims.length);
  return fields.length > 0 ? BRIEF.definition : '';
}

/** What did not hold is not shown, and that it is not is said. */
function Dropped({ dropped }: { readonly dropped: NonNullable<Brief['dropped']> }) {
  const [first] = dropped;
  if (first === undefined) return null;
  return <p className="muted">{BRIEF.dropped(dropped.length, first.problem)}</p>;
}

function BriefText({ brief }: { readonly brief: Brief }) {
  const about = { tlp: brief.tlp, when: <When value={brief.asOf} />, engine: brief.engine };
  return (
    <article className="brief" aria-label={BRIEF.label(brief.title)}>
      <p className="muted">
        {brief.since === undefined ? (
          <Phrase words={BRIEF.about} parts={about} />
        ) : (
          <Phrase words={BRIEF.aboutSince} parts={{ ...about, since: <When value={brief.since} /> }} />
        )}
      </p>
      {brief.sections.map(({ name, heading, sentences }) => (
        <section key={name} className={`brief-${name}`}>
          <h2>{heading}</h2>
          <ul>
            {sentences.map((sentence, at) => (
              <li key={sentence.text}>
                <Door to={{ kind: 'brief', problem: brief.problem, section: name, sentence: at }}>
                  {sentence.text} <span className="cited">{tellGrounds(sentence)}</span>
                </Door>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {brief.dropped !== undefined && <Dropped dropped={brief.dropped} />}
    </article>
  );
}

/** The assessment told in sentences, each a door to the claims it stands on. */
export function BriefView({ problem, isEdited }: { readonly problem: string; readonly isEdited: boolean }) {
  const brief = useBrief(problem, useAsOf());
  const change = (
    <p className="edit-open">
      <Link
        to="."
        search={(search) => ({ ...search, evidence: undefined, edit: isEdited ? undefined : 'on' })}
        resetScroll={false}
        className="button"
        activeProps={{}}
      >
        {isEdited ? BRIEF.stop : BRIEF.edit}
      </Link>
    </p>
  );
  if (isEdited)
    return (
      <>
        {change}
        <Suspense fallback={<Loading label={BRIEF.loading} lines={10} />}>
          <BriefEditor problem={problem} />
        </Suspense>
      </>
    );
  return (
    <Fetched query={brief} label={BRIEF.fetching}>
      {(found) => (
        <>
          <div className="brief-bar">
            <Exports problem={problem} asOf={found.asOf} />
            {change}
          </div>
          <BriefText brief={found} />
        </>
      )}
    </Fetched>
  );
}
