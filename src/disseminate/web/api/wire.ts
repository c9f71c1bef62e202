/* What the API sends. Types alone: the workbench knows the API over HTTP and nothing behind it. */
export type {
  DocumentDetailWire as DocumentDetail,
  DocumentListWire as DocumentList,
  DocumentSummaryWire as DocumentSummary,
  FacetsWire as Facets,
  ProblemWire as Problem,
  SightingListWire as SightingList,
  StatusWire as Status,
} from '../../api/answers.ts';
export type { SessionWire as Session } from '../../api/schemas/account.ts';
export type {
  EntryHitWire as EntryHit,
  FoundCountWire as FoundCount,
  SavedSearchListWire as SavedSearchList,
  SearchAnswerWire as SearchAnswer,
  SearchHitWire as SearchHit,
} from '../../api/schemas/search.ts';
