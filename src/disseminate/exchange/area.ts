/** A part of the world that a warning is about. */
export interface Area {
  readonly name: string;
  /** ISO 3166-1 alpha-2, where it is a country or lies in one. */
  readonly country?: string;
  /** Degrees (WGS 84) and kilometres within which it lies; absent of whole countries and of what no gazetteer knows. */
  readonly circle?: { readonly lat: number; readonly lon: number; readonly km: number };
}
