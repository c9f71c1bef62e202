import { useState } from 'react';
import type { Definition } from '../../../model/definition.ts';
import { isGone } from '../api/client.ts';
import { useDefinition } from '../api/definitions.ts';
import { useStatus } from '../api/queries.ts';
import { useMay, useSession } from '../api/session.ts';
import { useAsOf, useChooseInstant } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { Empty } from '../components/States.tsx';
import { ACCOUNT_MENU } from '../words/text/accounts.ts';
import { DEFINITION, VERSIONS } from '../words/text/definition.ts';
import { DefinitionEditor, NumberedText } from './DefinitionEditor.tsx';
import { type Chosen, DefinitionDiff, DefinitionVersions, shortVersion } from './DefinitionVersions.tsx';
import { Telling } from './Telling.tsx';

function Head({ definition }: { readonly definition: Definition }) {
  const { file, isOwn, version, tell, faults } = definition;
  return (
    <header className="definition-head">
      <p>
        <Phrase
          words={isOwn ? DEFINITION.own : DEFINITION.shipped}
          parts={{
            file: <strong>{file}</strong>,
            version: <span className="definition-hash">{shortVersion(version)}</span>,
          }}
        />
      </p>
      {faults.length > 0 ? <p>{DEFINITION.unusable}</p> : <Telling tell={tell} />}
    </header>
  );
}

/** Text that cannot be changed, and why. */
function Fixed({ text, why }: { readonly text: string; readonly why: string }) {
  return (
    <>
      <p className="note">{why}</p>
      <NumberedText text={text} faults={[]} />
    </>
  );
}

function Body({ definition }: { readonly definition: Definition }) {
  const asOf = useAsOf();
  const { data: status } = useStatus(asOf);
  const { data: session } = useSession();
  const may = useMay('PUT /problems/{id}/definition');
  const { problem, versions, text } = definition;
  const [chosen, setChosen] = useState<Chosen>({});
  const { from = versions[1]?.version, to = versions[0]?.version } = chosen;
  return (
    <div className="definition">
      <Head definition={definition} />
      {asOf !== undefined ? (
        <Fixed text={text} why={DEFINITION.fixedThen} />
      ) : session !== undefined && !may ? (
        <Fixed text={text} why={ACCOUNT_MENU.mayNot(session.role, 'editor')} />
      ) : status?.readOnly !== undefined ? (
        <Fixed text={text} why={status.readOnly} />
      ) : (
        <DefinitionEditor key={problem} definition={definition} />
      )}
      <section aria-label={VERSIONS.title}>
        <h2>{VERSIONS.title}</h2>
        <DefinitionVersions versions={versions} chosen={{ from, to }} onChoose={setChosen} />
        {from !== undefined && to !== undefined && <DefinitionDiff problem={problem} from={from} to={to} />}
      </section>
    </div>
  );
}

/** What is watched, in the words of its file: to be read, checked and changed. */
export function DefinitionView({ problem }: { readonly problem: string }) {
  const asOf = useAsOf();
  const goTo = useChooseInstant();
  const query = useDefinition(problem, asOf === undefined ? {} : { asOf });
  if (query.isError && isGone(query.error) && asOf !== undefined) {
    return (
      <Empty title={DEFINITION.noneThen}>
        <p>{DEFINITION.noneThenHint}</p>
        <button type="button" className="button" onClick={() => goTo(undefined)}>
          {DEFINITION.toLive}
        </button>
      </Empty>
    );
  }
  return (
    <Fetched query={query} label={DEFINITION.fetching}>
      {(definition) => <Body definition={definition} />}
    </Fetched>
  );
}
