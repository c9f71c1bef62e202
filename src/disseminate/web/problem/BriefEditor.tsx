import type { BriefDraft, DraftedBrief } from '../../../model/brief.ts';
import { useDiscardDraft, useDraft, usePutDraft } from '../api/drafts.ts';
import { useStatus } from '../api/queries.ts';
import { useAsOf } from '../components/instant.ts';
import { Fetched } from '../components/Page.tsx';
import { Phrase } from '../components/Phrase.tsx';
import { useRemembered } from '../components/remembered.ts';
import { Failed } from '../components/States.tsx';
import { When } from '../components/When.tsx';
import { BRIEF } from '../words/text/problem.ts';
import { DraftSection } from './DraftSection.tsx';
import { changeSection, listSections } from './draft.ts';
import { SignDraft } from './SignDraft.tsx';
import '../styles/draft.css';
import '../styles/editing.css';

const isText = (value: unknown): value is string => typeof value === 'string';

function Head({ draft }: { readonly draft: BriefDraft }) {
  const last = draft.record.at(-1);
  return (
    <p className="muted">
      {last === undefined ? (
        <Phrase words={BRIEF.notSaved} parts={{ asOf: <When value={draft.asOf} /> }} />
      ) : (
        <Phrase
          words={BRIEF.saved}
          parts={{ asOf: <When value={draft.asOf} />, who: last.by, when: <When value={last.at} /> }}
        />
      )}
    </p>
  );
}

function Body({
  drafted,
  refetch,
  readOnly,
}: {
  readonly drafted: DraftedBrief;
  readonly refetch: () => Promise<unknown>;
  readonly readOnly: string | undefined;
}) {
  const asOf = useAsOf();
  const { draft, whole, marks } = drafted;
  const [by, setBy] = useRemembered('by', '', isText);
  const save = usePutDraft(draft.problem, asOf);
  const discard = useDiscardDraft(draft.problem);
  const sections = listSections(drafted);
  const isWritable = readOnly === undefined && by.trim() !== '';
  const isLocked = !isWritable || save.isPending || discard.isPending;
  const put = (next: BriefDraft['sections']) => {
    const change = { asOf: draft.asOf, revision: draft.revision, by, sections: next };
    return save.mutateAsync(change).then(
      () => true,
      // What happened stands above the draft.
      () => false,
    );
  };
  const error = save.error ?? discard.error;
  // The page stays as it is, with whatever is being typed into its forms.
  const loadSaved = async () => {
    await refetch();
    save.reset();
    discard.reset();
  };
  return (
    <>
      <Head draft={draft} />
      {readOnly !== undefined && <p className="note">{readOnly}</p>}
      <p className="edit-field">
        <label htmlFor="draft-by">{BRIEF.by}</label>
        <input
          id="draft-by"
          value={by}
          maxLength={80}
          autoComplete="name"
          onChange={({ currentTarget }) => setBy(currentTarget.value)}
        />
        <span className="note">{BRIEF.byHint}</span>
      </p>
      {error !== null && (
        <>
          <Failed error={error} />
          <p>
            <button type="button" className="button" onClick={() => void loadSaved()}>
              {BRIEF.reload}
            </button>{' '}
            <span className="muted">{BRIEF.kept}</span>
          </p>
        </>
      )}
      {sections.map(({ name, sentences }) => (
        <DraftSection
          key={name}
          name={name}
          told={whole.sections.find((each) => each.name === name)}
          sentences={sentences}
          marks={marks.filter(({ section }) => section === name)}
          isLocked={isLocked}
          isWritable={isWritable}
          by={by}
          onChange={(next) => put(changeSection(sections, name, () => next))}
        />
      ))}
      {draft.revision > 0 && (
        <p>
          <button
            type="button"
            className="button"
            disabled={isLocked}
            onClick={() => discard.mutate(draft.revision)}
          >
            {BRIEF.anew}
          </button>
        </p>
      )}
      <SignDraft drafted={drafted} isLocked={readOnly !== undefined} />
    </>
  );
}

/** The draft of a brief: chosen and ordered, with sentences of analysts, each held against what it cites. */
export function BriefEditor({ problem }: { readonly problem: string }) {
  const asOf = useAsOf();
  const { data: status } = useStatus(asOf);
  const query = useDraft(problem, asOf);
  return (
    <section className="draft" aria-labelledby="draft">
      <h2 id="draft">{BRIEF.title}</h2>
      <p className="note">{BRIEF.note}</p>
      <Fetched query={query} label={BRIEF.loading}>
        {(drafted) => <Body drafted={drafted} refetch={query.refetch} readOnly={status?.readOnly} />}
      </Fetched>
    </section>
  );
}
