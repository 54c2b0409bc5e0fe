/** A view of a board that a person gave a name. */
export interface SavedView {
  name: string;
  /** What stands after the board's address: begins with `?`, or is empty. */
  search: string;
}

const key = (caseId: string): string => `proviso-views ${caseId}`;

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'string';

/** The views kept in this browser, by name. */
export const savedViews = (caseId: string): SavedView[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(caseId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView) : [];
  } catch {
    return [];
  }
};

/** The views with one more; one of the same name gives way. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [...views.filter(({ name }) => name !== view.name), view].sort((a, b) => a.name.localeCompare(b.name));

/** false where the browser keeps nothing. */
export const keepViews = (caseId: string, views: readonly SavedView[]): boolean => {
  try {
    localStorage.setItem(key(caseId), JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
};
