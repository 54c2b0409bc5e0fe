import type { Accounting } from '../account.ts';
import { unreadable } from '../refusals.ts';
import { blockText } from './block-text.ts';
import { wholePage } from './whole-page.ts';

/** Signs of no language (private use), which stand for the edges of what a mail quotes. */
const [opens, closes] = ['\ue000', '\ue001'];

/** The text of a mail in HTML, with marks (`>`) before the lines that it quotes, as in plain text. */
export function mailHtmlText(html: string, source: string, accounting: Accounting): string {
  try {
    const document = wholePage(html);
    for (const signature of document.querySelectorAll('.gmail_signature, .moz-signature, #Signature')) {
      accounting.leaveOut('signatures', blockText(signature));
      signature.remove();
    }
    for (const quoted of document.querySelectorAll('blockquote')) markEdges(document, quoted);
    return quotedLines(blockText(document.documentElement));
  } catch (thrown) {
    throw unreadable(source, 'its HTML is broken or too deeply nested', thrown);
  }
}

function markEdges(document: Document, quoted: Element): void {
  const edge = (sign: string) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = sign;
    return paragraph;
  };
  quoted.prepend(edge(opens));
  quoted.append(edge(closes));
}

function quotedLines(text: string): string {
  let depth = 0;
  const paragraphs: string[] = [];
  for (const paragraph of text.split('\n\n')) {
    if (paragraph === opens) depth += 1;
    else if (paragraph === closes) depth -= 1;
    else paragraphs.push(depth === 0 ? paragraph : paragraph.replace(/^/gm, `${'>'.repeat(depth)} `));
  }
  return paragraphs.join('\n\n');
}
