import { lazy, type ReactNode, Suspense, useState } from 'react';
import { isLoggedOut, useSession } from '../api/session.ts';

const LogInForm = lazy(() => import('./LogInPage.tsx').then(({ LogInPage }) => ({ default: LogInPage })));

/** The workbench for whoever may see it; the log-in, at whatever address, for who must log in first. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data, error } = useSession();
  const [wasOut, setOut] = useState(false);
  // While it is asked again nothing is known: what somebody is typing stays.
  const isOut = isLoggedOut(error) || (wasOut && data === undefined);
  if (isOut !== wasOut) setOut(isOut);
  if (!isOut) return children;
  return (
    <Suspense fallback={null}>
      <LogInForm />
    </Suspense>
  );
}
