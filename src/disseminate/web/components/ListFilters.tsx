import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFacets } from '../api/queries.ts';
import { LIST_FILTERS } from '../words/text/lists.ts';
import { nameCountry } from '../words/vocabulary.ts';
import { useAsOf } from './instant.ts';

/* The fields above long lists. What is set stands in the address; whoever uses them says how it gets there. */

/** Milliseconds without a key before the words that are typed are looked for. */
const PAUSE = 250;

interface FieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSet: (value: string | undefined) => void;
}

function Framed({
  label,
  isSet,
  children,
}: {
  readonly label: string;
  readonly isSet: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is given
    <label className={isSet ? 'filter is-set' : 'filter'}>
      <span>{label}</span>
      {children}
    </label>
  );
}

export function WordsField({ label, value, onSet }: FieldProps) {
  const [typed, setTyped] = useState(value ?? '');
  const sent = useRef(value ?? '');
  // The address may change otherwise: by going back, say.
  if ((value ?? '') !== sent.current) {
    sent.current = value ?? '';
    setTyped(value ?? '');
  }
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onSet(typed === '' ? undefined : typed);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, onSet]);
  return (
    <Framed label={label} isSet={value !== undefined}>
      <input
        type="search"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        // The keys of the list are not meant in here.
        onKeyDown={(event) => event.stopPropagation()}
      />
    </Framed>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** What holds where nothing is chosen. */
  readonly none?: string;
}

export function ChoiceField({ label, value, onSet, options, none = LIST_FILTERS.any }: ChoiceProps) {
  return (
    <Framed label={label} isSet={value !== undefined}>
      <select
        value={value ?? ''}
        onChange={(event) => onSet(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </Framed>
  );
}

export function DateField({ label, value, onSet }: FieldProps) {
  return (
    <Framed label={label} isSet={value !== undefined}>
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => onSet(event.target.value === '' ? undefined : event.target.value)}
      />
    </Framed>
  );
}

export function CheckField({
  label,
  isOn,
  onSet,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSet: (isOn: boolean) => void;
}) {
  return (
    <label className={isOn ? 'filter is-set' : 'filter'}>
      <input type="checkbox" checked={isOn} onChange={(event) => onSet(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** The countries that documents name, as options. */
export function CountryField(props: Omit<FieldProps, 'label'>) {
  const facets = useFacets(useAsOf());
  const offered = facets.data?.countries.map(({ value }) => value) ?? [];
  const { value } = props;
  const all = value === undefined || offered.includes(value) ? offered : [value, ...offered];
  return (
    <ChoiceField
      {...props}
      label={LIST_FILTERS.country}
      options={all.map((each) => ({ value: each, words: nameCountry(each) }))}
    />
  );
}
