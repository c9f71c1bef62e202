import { useNavigate } from '@tanstack/react-router';
import { LogInPage } from './LogInPage.tsx';

/** For whoever sits at the machine and wants to be somebody. */
export function LogInRoute() {
  const navigate = useNavigate();
  return <LogInPage onDone={() => void navigate({ to: '/' })} />;
}
