import { FORM_WORDS, MAP, TELLING_WORDS } from '../words/text/map.ts';
import { DRAWINGS, type Drawing, isDrawing } from './drawing.ts';
import { MarkSign } from './MarkSign.tsx';
import { FORMS, TELLINGS } from './marks.ts';

interface MapSignsProps {
  readonly drawing: Drawing;
  readonly drawnBy: 'card' | 'plain';
  readonly onDrawing: (drawing: Drawing) => void;
}

/** What the signs mean, where the shapes come from, and how they are drawn. */
export function MapSigns({ drawing, drawnBy, onDrawing }: MapSignsProps) {
  return (
    <details className="map-signs">
      <summary>
        {MAP.signs}
        {drawnBy === 'plain' && <span className="muted"> {MAP.isPlain}</span>}
      </summary>
      <ul className="map-sign-rows">
        {FORMS.map((form) => (
          <li key={form}>
            <MarkSign form={form} telling="happened" /> {FORM_WORDS[form]}
          </li>
        ))}
        {TELLINGS.map((telling) => (
          <li key={telling}>
            <MarkSign form="contact" telling={telling} /> {TELLING_WORDS[telling]}
          </li>
        ))}
      </ul>
      <p>{MAP.signGroup}</p>
      <p>{MAP.signWide}</p>
      <p className="muted">{MAP.source}</p>
      <label className="filter">
        <span>{MAP.drawnBy}</span>
        <select value={drawing} onChange={({ target }) => isDrawing(target.value) && onDrawing(target.value)}>
          {DRAWINGS.map((each) => (
            <option key={each} value={each}>
              {MAP.drawings[each]}
            </option>
          ))}
        </select>
      </label>
    </details>
  );
}
