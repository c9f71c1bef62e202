import type { Telling as Told } from '../../../model/problem.ts';
import { describeTelling } from '../words/telling.ts';

/** Who is told, and from which level on. */
export function Telling({ tell }: { readonly tell: readonly Told[] }) {
  if (tell.length === 0) return null;
  return <p className="muted">{describeTelling(tell)}</p>;
}
