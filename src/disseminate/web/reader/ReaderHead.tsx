import type { Document } from '../../../model/document.ts';
import { Phrase } from '../components/Phrase.tsx';
import { When } from '../components/When.tsx';
import type { View } from '../routes/search.ts';
import { READER } from '../words/text/reader.ts';
import { READING } from '../words/text/reading.ts';
import { nameLanguage } from '../words/vocabulary.ts';

const LABELS: Readonly<Record<View, string>> = READING.views;

/** With what the day was read from, where no list of versions says so. */
function Published({ document, isAlone }: { readonly document: Document; readonly isAlone: boolean }) {
  if (document.published === undefined) return <span>{READING.noDay}</span>;
  return (
    <span>
      <When value={document.published} />
      {isAlone && document.publishedEvidence !== undefined && <> ({document.publishedEvidence})</>}
    </span>
  );
}

interface ReaderHeadProps {
  readonly document: Document;
  readonly view: View;
  readonly hasVersions: boolean;
  readonly onView: (view: View) => void;
}

export function ReaderHead({ document, view, hasVersions, onView }: ReaderHeadProps) {
  const views: readonly View[] = hasVersions ? ['text', 'timeline', 'versions'] : ['text', 'timeline'];
  return (
    <header className="reader-head">
      <h1 dir="auto">{document.title ?? document.file ?? READER.noTitle}</h1>
      <p className="facts">
        <span className="facts-outlet" dir="auto">
          {document.outlet ?? READER.noOutlet}
        </span>
        <Published document={document} isAlone={!hasVersions} />
        {document.modified !== undefined && document.modified !== document.published && (
          <span>
            <Phrase words={READING.changed} parts={{ when: <When value={document.modified} /> }} />
          </span>
        )}
        {document.byline !== undefined && <span dir="auto">{document.byline}</span>}
        {document.language !== undefined && <span>{nameLanguage(document.language)}</span>}
        {document.version > 1 && <span>{READING.version(document.version)}</span>}
      </p>
      <nav aria-label={READING.viewsOf} className="views">
        {views.map((name) => (
          <button
            key={name}
            type="button"
            className="view"
            aria-current={name === view ? 'page' : undefined}
            onClick={() => onView(name)}
          >
            {LABELS[name]}
          </button>
        ))}
      </nav>
    </header>
  );
}
