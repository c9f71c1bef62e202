import { AREAS } from '../../words/text/map.ts';
import type { AreaDrafting } from './draft.ts';

/** Above the map while an area is drawn: what to do next. */
export function DrawBar({ draft }: { readonly draft: AreaDrafting }) {
  const { value } = draft;
  if (value?.isSetting !== true) return null;
  const corners = value.points.length;
  return (
    <div className="draw-bar" role="status">
      <p>{value.kind === 'point' ? AREAS.drawPoint : AREAS.drawOutline(corners)}</p>
      {value.kind === 'outline' && (
        <>
          <button type="button" className="button button-main" disabled={corners < 3} onClick={draft.finish}>
            {AREAS.finish}
          </button>
          <button type="button" className="button" disabled={corners === 0} onClick={draft.undo}>
            {AREAS.undo}
          </button>
        </>
      )}
      <button type="button" className="button" onClick={draft.stop}>
        {AREAS.stop}
      </button>
    </div>
  );
}
