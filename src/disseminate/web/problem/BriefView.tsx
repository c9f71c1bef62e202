import type { Brief } from '../../../model/brief.ts';
import { findBriefAddress, useBrief } from '../api/picture.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { When } from '../components/When.tsx';
import { Door } from '../evidence/Door.tsx';
import { count } from '../words/vocabulary.ts';

const FORMATS = [
  { format: 'html', label: 'HTML' },
  { format: 'markdown', label: 'Markdown' },
  { format: 'json', label: 'JSON' },
] as const;

function Exports({ problem, asOf }: { readonly problem: string; readonly asOf: string }) {
  return (
    <p className="exports">
      <span className="muted">This brief as a file:</span>
      {FORMATS.map(({ format, label }) => (
        <a key={format} href={findBriefAddress(problem, format, asOf)} target="_blank" rel="noreferrer">
          {label}
        </a>
      ))}
    </p>
  );
}

function BriefText({ brief }: { readonly brief: Brief }) {
  return (
    <article className="brief" aria-label={`Brief: ${brief.title}`}>
      <p className="muted">
        TLP:{brief.tlp} · as of <When value={brief.asOf} /> · {brief.engine}
      </p>
      {brief.sections.map(({ name, heading, sentences }) => (
        <section key={name} className={`brief-${name}`}>
          <h2>{heading}</h2>
          <ul>
            {sentences.map(({ text, claims }, at) => (
              <li key={text}>
                <Door to={{ kind: 'brief', problem: brief.problem, section: name, sentence: at }}>
                  {text}{' '}
                  <span className="cited">{claims.length === 0 ? '' : count(claims.length, 'claim')}</span>
                </Door>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}

/** The assessment told in sentences, each a door to the claims it stands on. */
export function BriefView({ problem }: { readonly problem: string }) {
  const brief = useBrief(problem, useAsOf());
  return (
    <Fetched query={brief} label="Fetching the brief">
      {(found) => (
        <>
          <Exports problem={problem} asOf={found.asOf} />
          <BriefText brief={found} />
        </>
      )}
    </Fetched>
  );
}
