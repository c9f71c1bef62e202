import type { IndicatorState } from '../../../model/forecast.ts';

/** The form of each state, in a field of 12 by 12. */
function Form({ state }: { readonly state: IndicatorState }) {
  const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
  switch (state) {
    case 'observed':
      return <path d="M1 6h10M6 1v10" {...line} />;
    case 'not observed':
      return <circle cx="6" cy="6" r="4.25" {...line} strokeDasharray="2 1.9" />;
    case 'looked and not seen':
      return (
        <>
          <circle cx="6" cy="6" r="4.25" {...line} />
          <path d="M3.5 6h5" {...line} />
        </>
      );
    case 'cannot be seen':
      return (
        <>
          <rect x="1" y="1" width="10" height="10" {...line} strokeWidth={1} />
          <path d="M1 6 6 1M1 11 11 1M6 11l5-5" {...line} strokeWidth={1} />
        </>
      );
  }
}

/** + observed, dashed ring not observed, ring with a bar looked and not seen, hatched cannot be seen; the word stands beside it. */
export function StateSign({ state }: { readonly state: IndicatorState }) {
  return (
    <span className="state-sign">
      <svg className="sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <Form state={state} />
      </svg>{' '}
      {state}
    </span>
  );
}
