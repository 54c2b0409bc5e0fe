/** Whether a text begins as an address of the web. */
export const isWeb = (text: string): boolean => /^https?:\/\//iu.test(text);

/** Whether a text is an address of the web and nothing beside it. */
export const isWebAlone = (text: string): boolean => isWeb(text) && !/\s/u.test(text);
