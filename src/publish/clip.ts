/** The first words of a text, with an ellipsis where it goes on. */
export const clip = (text: string, length: number): string => {
  const flat = text.replace(/\s+/gu, ' ').trim();
  return flat.length <= length ? flat : `${flat.slice(0, length - 1).trimEnd()}…`;
};

/** Of a title or a name no more is written out: some are whole pages. */
const longestName = 200;

/** A title or a name as it is written out. */
export const shortName = (text: string): string => clip(text, longestName);
