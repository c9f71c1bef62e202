import { Link } from '@tanstack/react-router';
import type { Actor } from '../../../model/actor.ts';
import type { RegisterFault } from '../../../model/register.ts';
import { useRegister } from '../api/actors.ts';
import { Limited } from '../components/Limited.tsx';
import { Fetched } from '../components/Page.tsx';
import { describeKind, REGISTER_WORDS, SECTOR_WORDS } from '../words/actors.ts';

function Faults({ faults }: { readonly faults: readonly RegisterFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div className="register-faults" role="alert">
      <p>{REGISTER_WORDS.faults}</p>
      <ul>
        {faults.map(({ line, problem }) => (
          <li key={`${line} ${problem}`}>{REGISTER_WORDS.fault(line, problem)}</li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ entry }: { readonly entry: Actor }) {
  const facts = [describeKind(entry), ...(entry.sector === undefined ? [] : [SECTOR_WORDS[entry.sector]])];
  return (
    <li className="register-entry">
      <Link to="/actors/$id" params={{ id: entry.id }}>
        {entry.name}
      </Link>
      <span className="muted">{facts.join(', ')}</span>
      {entry.aliases.length > 0 && <span className="muted">{REGISTER_WORDS.also(entry.aliases)}</span>}
    </li>
  );
}

/** Whom this desk has entered, and what is wrong in the file. */
export function OwnRegister() {
  const register = useRegister();
  return (
    <section className="picture-part" aria-labelledby="own-register">
      <h2 id="own-register">{REGISTER_WORDS.title}</h2>
      <Fetched query={register} label={REGISTER_WORDS.fetching}>
        {({ rows, faults }) => (
          <>
            <Faults faults={faults} />
            {rows.length === 0 ? (
              <p className="muted">{REGISTER_WORDS.none}</p>
            ) : (
              <Limited items={rows} first={50}>
                {(entry) => <Entry key={entry.id} entry={entry} />}
              </Limited>
            )}
          </>
        )}
      </Fetched>
    </section>
  );
}
