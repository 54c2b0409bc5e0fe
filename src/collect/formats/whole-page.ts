import { parseHTML } from 'linkedom';

/**
 * The document of a page, or of a piece of one. The body that a piece is put in is not closed: the parser would look for it
 * through all that stands open in it.
 */
export const wholePage = (html: string): Document =>
  parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}`).document;
