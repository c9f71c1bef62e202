import { useMemo } from 'react';
import type { Definition, ProblemVersionRow } from '../../../model/definition.ts';
import { useDefinition } from '../api/definitions.ts';
import { Fetched } from '../components/Page.tsx';
import { When } from '../components/When.tsx';
import { VERSIONS } from '../words/text/definition.ts';

import { diffLines, foldDiff } from './diff.ts';

/** The first digits of a version, enough to name it by. */
export const shortVersion = (version: string): string => version.replace(/^sha256:/, '').slice(0, 8);

export interface Chosen {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface VersionsProps {
  readonly versions: readonly ProblemVersionRow[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** The versions that came into use, two of which can be compared. */
export function DefinitionVersions({ versions, chosen, onChoose }: VersionsProps) {
  if (versions.length === 0) return <p className="muted">{VERSIONS.none}</p>;
  return (
    <table className="definition-versions">
      <thead>
        <tr>
          <th scope="col">{VERSIONS.version}</th>
          <th scope="col">{VERSIONS.since}</th>
          <th scope="col">{VERSIONS.from}</th>
          <th scope="col">{VERSIONS.to}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, since }) => (
          <tr key={`${version} ${since}`}>
            <td className="definition-hash" title={version}>
              {shortVersion(version)}
            </td>
            <td>
              <When value={since} />
            </td>
            {(['from', 'to'] as const).map((side) => (
              <td key={side}>
                <input
                  type="radio"
                  name={`definition-${side}`}
                  aria-label={
                    side === 'from'
                      ? VERSIONS.compareFrom(shortVersion(version))
                      : VERSIONS.compareTo(shortVersion(version))
                  }
                  checked={chosen[side] === version}
                  disabled={versions.length < 2}
                  onChange={() => onChoose({ ...chosen, [side]: version })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What changed from one version to another. */
export function DefinitionDiff({
  problem,
  from,
  to,
}: {
  readonly problem: string;
  readonly from: string;
  readonly to: string;
}) {
  const before = useDefinition(problem, { version: from });
  const after = useDefinition(problem, { version: to });
  return (
    <Fetched query={before} label={VERSIONS.fetchingOld}>
      {(old) => (
        <Fetched query={after} label={VERSIONS.fetchingNew}>
          {(now) => <Difference old={old} now={now} />}
        </Fetched>
      )}
    </Fetched>
  );
}

function Difference({ old, now }: { readonly old: Definition; readonly now: Definition }) {
  const [from, to] = [shortVersion(old.version), shortVersion(now.version)];
  return (
    <LineDiff
      old={old.text}
      now={now.text}
      describe={(gone, added) => VERSIONS.difference({ from, to, gone, added })}
    />
  );
}

/** The lines in which one text is otherwise than another, with some around them. */
export function LineDiff(props: {
  readonly old: string;
  readonly now: string;
  readonly describe: (gone: number, added: number) => string;
}) {
  const { old, now, describe } = props;
  const lines = useMemo(() => diffLines(old, now), [old, now]);
  const gone = lines.filter(({ sign }) => sign === '-').length;
  const added = lines.filter(({ sign }) => sign === '+').length;
  if (gone + added === 0) return <p className="muted">{VERSIONS.alike}</p>;
  return (
    <>
      <p className="muted">{describe(gone, added)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre className="definition-diff" tabIndex={0}>
        {foldDiff(lines).map((part) =>
          part.kind === 'passed' ? (
            <span key={part.from} className="diff-passed">
              {`${VERSIONS.passed(part.count)}\n`}
            </span>
          ) : (
            part.lines.map(({ sign, text }, i) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number
                key={part.from + i}
                className={sign === '+' ? 'diff-new' : sign === '-' ? 'diff-gone' : undefined}
              >
                {`${sign} ${text}\n`}
              </span>
            ))
          ),
        )}
      </pre>
    </>
  );
}
