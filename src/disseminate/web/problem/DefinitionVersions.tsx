import { useMemo } from 'react';
import type { Definition, ProblemVersionRow } from '../../../model/definition.ts';
import { useDefinition } from '../api/definitions.ts';
import { Fetched } from '../components/Page.tsx';
import { When } from '../components/When.tsx';
import { count } from '../words/vocabulary.ts';
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
  if (versions.length === 0)
    return <p className="muted">Nothing has been filed with it yet, so that no version is on record.</p>;
  return (
    <table className="definition-versions">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">In use since</th>
          <th scope="col">Compare</th>
          <th scope="col">with</th>
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
                  aria-label={`${side === 'from' ? 'Compare' : 'With'} version ${shortVersion(version)}`}
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
    <Fetched query={before} label="Fetching the earlier version">
      {(old) => (
        <Fetched query={after} label="Fetching the later version">
          {(now) => <Difference old={old} now={now} />}
        </Fetched>
      )}
    </Fetched>
  );
}

function Difference({ old, now }: { readonly old: Definition; readonly now: Definition }) {
  const lines = useMemo(() => diffLines(old.text, now.text), [old.text, now.text]);
  const taken = lines.filter(({ sign }) => sign === '-').length;
  const added = lines.filter(({ sign }) => sign === '+').length;
  if (taken + added === 0) return <p className="muted">They are alike.</p>;
  return (
    <>
      <p className="muted">
        From {shortVersion(old.version)} to {shortVersion(now.version)}: {count(taken, 'line')} gone,{' '}
        {count(added, 'line')} new
      </p>
      <pre className="definition-diff">
        {foldDiff(lines).map((part) =>
          part.kind === 'passed' ? (
            <span key={part.from} className="diff-passed">
              {`⋯ ${count(part.count, 'line')} alike\n`}
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
