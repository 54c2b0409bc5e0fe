/** Whether a text begins as an address of the web. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//iu.test(text);

/** Whether a text is an address of the web and nothing beside it. */
export const isWebAddressAlone = (text: string): boolean => isWebAddress(text) && !/\s/u.test(text);
