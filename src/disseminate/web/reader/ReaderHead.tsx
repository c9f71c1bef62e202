import type { Document } from '../../../model/document.ts';
import { When } from '../components/When.tsx';
import type { View } from '../routes/search.ts';
import { nameLanguage } from '../words/vocabulary.ts';

const LABELS: Readonly<Record<View, string>> = { text: 'Text', timeline: 'Timeline', versions: 'Versions' };

function Published({ document }: { readonly document: Document }) {
  if (document.published === undefined) return <span>publication day unknown</span>;
  return (
    <span>
      <When value={document.published} />
      {document.publishedEvidence !== undefined && <> ({document.publishedEvidence})</>}
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
      <h1 dir="auto">{document.title ?? document.file ?? 'No title'}</h1>
      <p className="facts">
        <span className="facts-outlet" dir="auto">
          {document.outlet ?? 'Outlet unknown'}
        </span>
        <Published document={document} />
        {document.modified !== undefined && document.modified !== document.published && (
          <span>
            changed <When value={document.modified} />
          </span>
        )}
        {document.byline !== undefined && <span dir="auto">{document.byline}</span>}
        {document.language !== undefined && <span>{nameLanguage(document.language)}</span>}
        {document.version > 1 && <span>version {document.version}</span>}
      </p>
      <nav aria-label="Views of this document" className="views">
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
