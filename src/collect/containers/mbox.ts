import { mailboxLine } from '../beginnings.ts';
import { maxBytes } from '../limits.ts';
import { tooLarge } from '../refusals.ts';
import { type Bytes, streamOf } from '../streams.ts';
import type { Unpacked } from './inner.ts';

/**
 * The mails of a mailbox (RFC 4155), in order, one in memory at a time. A mail begins at a line `From …` after an empty
 * line; such a line within a mail was written with a `>` before it, which is taken away again.
 */
export async function* mailsIn(stream: Bytes): AsyncGenerator<Unpacked> {
  let number = 0;
  for await (const mail of split(stream)) {
    number += 1;
    const name = `mail ${number}.eml`;
    if (mail === 'too large') {
      yield { kind: 'broken', name, error: (source) => tooLarge(source, maxBytes('mail')) };
    } else {
      const bytes = Buffer.from(mail.replace(/^>(>*From )/gm, '$1'), 'latin1');
      yield {
        kind: 'file',
        name,
        mediaType: 'message/rfc822',
        charset: null,
        said: {},
        taken: {},
        open: async () => streamOf(bytes),
      };
    }
  }
}

/** Mails as Latin-1, which keeps every byte as it is. */
async function* split(stream: Bytes): AsyncGenerator<string | 'too large'> {
  let lines: string[] | null = null;
  let [length, isAfterBlank] = [0, true];
  const whole = () => (length > maxBytes('mail') ? 'too large' : (lines ?? []).join('\n'));
  for await (const line of linesOf(stream)) {
    if (isAfterBlank && mailboxLine.test(line)) {
      if (lines) yield whole();
      [lines, length] = [[], 0];
    } else if (lines) {
      length += line.length + 1;
      if (length <= maxBytes('mail')) lines.push(line);
      else lines.length = 0;
    }
    isAfterBlank = line === '' || line === '\r';
  }
  if (lines) yield whole();
}

async function* linesOf(stream: Bytes): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    // A line that never ends must not fill the memory.
    if (rest.length > maxBytes('mail')) rest = '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
