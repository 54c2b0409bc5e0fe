import { blockText } from '../block-text.ts';

/** Twice as deep as pages that somebody wrote; browsers bound it too (Chromium at 512). */
const maxNesting = 128;

/**
 * Makes plain paragraphs of whatever lies deeper than that: thousands of elements in one another come of tags never
 * closed, say nothing, and cost the search for the main text the square of their depth.
 */
export function limitNesting({ body }: Document): void {
  let level: Element[] = [body];
  for (let depth = 0; depth < maxNesting && level.length > 0; depth += 1) {
    level = level.flatMap(({ children }) => [...children]);
  }
  for (const element of level) {
    if (element.firstElementChild) element.replaceChildren(...plainParagraphs(element));
  }
}

const plainParagraphs = (element: Element): Element[] =>
  blockText(element)
    .split('\n\n')
    .filter(Boolean)
    .map((text) => {
      const paragraph = element.ownerDocument.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    });
