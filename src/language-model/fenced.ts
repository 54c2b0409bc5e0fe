/**
 * Texts of others as one JSON object: no quotation mark ends a field, and no sign of a chat template (`<|im_end|>`, `[INST]`)
 * is left in it. `fields` has no lists, so that every bracket stands in a text.
 */
export const fenced = (fields: Readonly<Record<string, string | null>>): string =>
  JSON.stringify(fields).replace(
    /[<>[\]]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
