/** The part of edtf 4 that Proviso uses; the package ships no types. */
declare module 'edtf' {
  /** Parses an EDTF string; `min` and `max` are milliseconds since 1970 (UTC), ±Infinity or null when open. */
  export default function edtf(text: string): { type: string; min: number | null; max: number | null };
}
