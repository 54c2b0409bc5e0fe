import { leadingDate, writtenDate } from '../dates.ts';
import { dateOrder, dayIn, timeIn } from '../numeric-dates.ts';

/** Who wrote a mail that another quotes, and when. */
export interface Sender {
  name: string | null;
  /** EDTF day, with the time of day where it is given; null where no day is. */
  date: string | null;
}

interface Found {
  sender: Sender;
  /** Of the lines that say so. */
  length: number;
}

/** Verbs of the line over a quoted mail, in the languages of the commoner programs. */
const verbs =
  /(?:\b(?:wrote|writes|said|schrieb|escribió|ha scritto|escreveu|schreef|skrev)|\ba écrit|написал(?:\(а\)|а)?|пишет|كتب)(?=\s|:|$)/giu;
/** The verb ends the line; in German, Dutch and Swedish the name does. */
const wrote = new RegExp(`(?:${verbs.source})(?:(?<=schrieb|schreef|skrev)\\s[^:]{0,80}|\\s)?:\\s*$`, 'iu');
/** How such a line begins. */
const opens = /^(?:on|le|am|el|il|em|op|den|at|в|\d|[A-ZА-Я])/u;

/** A line over a quoted mail, which may be broken in two or three: `On 20 May 2024, Ana Roe wrote:`. */
export function attributionIn(lines: readonly string[]): Found | null {
  for (const length of [1, 2, 3]) {
    const line = lines.slice(0, length).join(' ').replace(/\s+/g, ' ').trim();
    if (lines.length < length || line.length > 240 || !opens.test(line.toLowerCase()) || !wrote.test(line))
      continue;
    const sender = senderIn(line);
    // "The minister wrote:" over a quotation is no mail's line.
    return sender.date === null && !/[<@]/.test(line) ? null : { sender, length };
  }
  return null;
}

const weekday =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?|\b(?:lun|mar|mer|jeu|ven|sam|dim)\w*\.,?/giu;
const clock =
  /(?:\b(?:at|um|a las|alle|às|om|kl\.?)|à|в)?\s*\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?\s?[Mm]\b\.?)?(?:\s*\(?(?:UTC|GMT|[A-Z]{3,4}T)\b\)?)?(?:\s*[+-]\d{2}:?\d{2})?/g;

function senderIn(line: string): Sender {
  const date = stampIn(line);
  const name = line
    .replace(/:\s*$/, '')
    .replace(verbs, ' ')
    .replace(/<[^>]*>|\[mailto:[^\]]*\]/gi, ' ')
    .replace(/\b\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/g, ' ')
    .replace(
      /\b\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?\p{L}{3,10}\.?,?\s+\d{4}\b|\b\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}\b/giu,
      ' ',
    )
    .replace(clock, ' ')
    .replace(weekday, ' ')
    .replace(/^\s*(?:on|le|am|el|il|em|op|den|at|в)(?=[\s,])/iu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–-]+|[\s,;:–-]+$/g, '');
  return { name: name || addressIn(line), date };
}

const addressIn = (line: string): string | null => /[\w.+-]+@[\w.-]+\w/.exec(line)?.[0] ?? null;

/** The day that a line names, with the time of day. */
function stampIn(line: string): string | null {
  const figures = /\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.exec(line)?.[0];
  const day =
    writtenDate(line) ?? (figures ? dayIn(figures, dateOrder([figures])) : null) ?? leadingDate(line);
  const time = timeIn(line.replace(figures ?? '', ''));
  return day && time ? `${day}T${time}` : day;
}

/** Headers that programs write over a mail that they forward or answer, by what they say. */
const headers: readonly (readonly [says: 'from' | 'date' | 'other', name: RegExp])[] = [
  ['from', /^(?:from|von|de|da|van|från|fra|от|de la part de|من)$/iu],
  [
    'date',
    /^(?:date|sent|datum|gesendet|envoyé|enviado(?: el)?|data|inviato|verzonden|skickat|fecha|отправлено|дата|التاريخ)$/iu,
  ],
  [
    'other',
    /^(?:to|cc|subject|an|betreff|à|objet|para|asunto|assunto|a|oggetto|aan|onderwerp|till|ämne|кому|тема|копия|reply-to|importance|attachments|الى|الموضوع)$/iu,
  ],
];
const headerLine = /^\s*\*?([\p{L}][\p{L} -]{0,20}?)\s?:\*?\s+(.*)$/u;

const divider =
  /^\s*(?:[-_=]{5,}|-{2,}\s*[\p{L}][\p{L} ]{3,40}\s*-{2,}|begin forwarded message:?|anfang der weitergeleiteten nachricht:?|début du message (?:réexpédié|transféré) ?:?)\s*$/iu;

/** A line that stands between a mail and one that it forwards or answers. */
export const isDivider = (line: string): boolean => divider.test(line);

/** The headers at the start of the lines, with the divider before them; null unless they name a sender and one thing more. */
export function headerBlock(lines: readonly string[]): Found | null {
  let at = isDivider(lines[0] ?? '') ? 1 : 0;
  while (at > 0 && at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  const said = new Map<'from' | 'date' | 'other', string>();
  const first = at;
  for (; at < lines.length; at += 1) {
    const [, name = '', value = ''] = headerLine.exec(lines[at] ?? '') ?? [];
    const says = headers.find(([, pattern]) => pattern.test(name))?.[0];
    if (says) said.set(says, said.get(says) ?? value);
    // A long list of receivers goes on in the next line.
    else if (
      at === first ||
      (lines[at] ?? '').trim() === '' ||
      headerLine.test(lines[at] ?? '') ||
      !/^\s|;\s*$/.test(`${lines[at]}${lines[at - 1]}`)
    )
      break;
  }
  const from = said.get('from');
  if (from === undefined || said.size < 2) return null;
  const name = from
    .replace(/<[^>]*>|\[[^\]]*\]|"/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\*/g, '')
    .trim();
  return { sender: { name: name || addressIn(from), date: stampIn(said.get('date') ?? '') }, length: at };
}
