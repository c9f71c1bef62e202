import type { ReactNode } from 'react';

/** A choice of one of a few ways to look at a list, which takes effect at once. */
export function OneOf<Name extends string>({
  legend,
  names,
  chosen,
  describe,
  onChoose,
}: {
  /** What is chosen, for those who do not see that it stands over a list. */
  readonly legend: string;
  readonly names: readonly Name[];
  readonly chosen: Name;
  readonly describe: (name: Name) => ReactNode;
  readonly onChoose: (name: Name) => void;
}) {
  return (
    <fieldset className="scopes decision-states">
      <legend className="unseen">{legend}</legend>
      {names.map((name) => (
        <label key={name} className="scope">
          <input type="radio" name="state" checked={chosen === name} onChange={() => onChoose(name)} />
          <span>{describe(name)}</span>
        </label>
      ))}
    </fieldset>
  );
}
