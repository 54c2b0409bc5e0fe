import type { Place } from './paragraphs.ts';

/** Short boxes whose heading is a link to another page. */
export function teasersOf(document: Document): Map<Element, Place> {
  const found = new Map<Element, Place>();
  for (const link of document.querySelectorAll('h2 a[href], h3 a[href], h4 a[href], h5 a[href]')) {
    const heading = link.closest('h2, h3, h4, h5');
    const box = heading?.parentElement;
    if (!heading || !box || /^#|\/#|[?&](?:block|post|entry)/.test(link.getAttribute('href') ?? '')) continue;
    if ((heading.textContent ?? '').trim() !== (link.textContent ?? '').trim()) continue;
    const isSmall =
      box.querySelectorAll('h1, h2, h3, h4, h5').length === 1 && (box.textContent ?? '').length < 700;
    if (isSmall && /^(?:ARTICLE|DIV|LI|SECTION)$/i.test(box.nodeName)) found.set(box, 'links to other pages');
  }
  return found;
}
