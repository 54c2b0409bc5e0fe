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

/** An address after the name, as most programs write it; in the line of some it is all that tells it from other lines. */
const addressed = /<[^<>\s]+@[^<>\s]+>[^<>]{0,30}$/u;

/**
 * A line over a quoted mail, which may be broken in two or three: `On 20 May 2024, Ana Roe wrote:`; some languages have it
 * without a verb (`20.05.2024, 15:15, "Ana Roe" <ana@hill.example>:`).
 */
export function attributionIn(lines: readonly string[]): Found | null {
  for (const length of [1, 2, 3]) {
    const line = lines.slice(0, length).join(' ').replace(/\s+/g, ' ').replace(/< | >/g, unspaced).trim();
    if (lines.length < length || line.length > 240 || lines[length - 1]?.trim() === '') return null;
    const isSaid = opens.test(line.toLowerCase()) && wrote.test(line);
    if (!isSaid && !(stampIn(lines[0] ?? '') && addressed.test(line) && /[:：]$/.test(line))) continue;
    const sender = senderIn(line);
    // "The minister wrote:" over a quotation is no mail's line, nor is an address alone.
    if (isSaid ? sender.date === null && !/[<@]/.test(line) : !sender.date?.includes('T')) return null;
    return { sender, length };
  }
  return null;
}

const unspaced = (brackets: string): string => brackets.trim();

/** A weekday that stands alone, between the line's first word and its date. */
const weekday =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lun|mar|mer|mié|jeu|jue|gio|ven|vie|sam|sab|sáb|dim|dom|mo|di|mi|do|fr|sa|so|\p{L}+(?:tag|dag|di|dì|feira))\.?$/iu;
const clock =
  /(?:\b(?:at|um|a las|alle|às|om|kl\.?)|à|в|о)?\s*(?<!\d)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?\s?[Mm]\b\.?|Uhr\b|hrs\b|h\b)?(?:\s*\(?(?:UTC|GMT|[A-Z]{3,4}T)\b\)?)?(?:\s*[+-]\d{2}:?\d{2})?/g;
const writtenDays =
  /(?<!\d)\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]+)?|(?<!\d)\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?<!\d)\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:(?:of|de)\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?\d{4}(?:\s*[гр]\.)?|\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}(?!\d)|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/giu;

/** Stands for a day, a time of day or a verb, which the name is between. */
const cut = '\0';

/** The name is what stands before the address, or after day and time; else what the line begins with. */
function senderIn(line: string): Sender {
  const [before = ''] = line.split(/<[^>]*@|\[mailto:/i);
  const hasAddress = before !== line;
  const marked = (hasAddress ? before : line.replace(/[:：]\s*$/, ''))
    .replace(writtenDays, cut)
    .replace(clock, cut)
    .replace(verbs, cut);
  const words = marked.split(cut).map(nameOf);
  const [first = '', ...after] = words;
  const name = hasAddress ? words.findLast(Boolean) : (after.find(Boolean) ?? first);
  return { name: name || addressIn(line), date: stampIn(line) };
}

/** A name without what stands beside it in the line: weekdays, small words, quotation marks, the list it came by. */
const nameOf = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;]*(?:on|le|am|el|il|em|op|den|at|в|il giorno|alle ore|el día)(?=[\s,]|$)/iu, '')
    .replace(/\s(?:via|through)\s.*$/i, '')
    .replace(/\(\p{L}{1,3}\)/gu, '')
    .replace(/^[\s,;:.–"'“”«»-]+|[\s,;:–"'“”«»-]+$/gu, '')
    .replace(weekday, '');

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
  [
    'from',
    /^(?:from|von|de|da|van|från|fra|от|от кого|від|от кога|od|kimden|lähettäjä|de la part de|من|מאת|发件人|寄件者|差出人|보낸 ?사람)$/iu,
  ],
  [
    'date',
    /^(?:date|sent|datum|gesendet|envoyé|enviado(?: el)?|data|inviato|verzonden|skickat|sendt|fecha|отправлено|дата|надіслано|wysłano|wysłane|odesláno|gönderildi|gönderme tarihi|tarih|lähetetty|التاريخ|נשלח|发送时间|日期|送信日時|보낸 ?날짜)$/iu,
  ],
  [
    'other',
    /^(?:to|cc|bcc|subject|an|betreff|à|objet|para|asunto|assunto|a|oggetto|aan|onderwerp|till|ämne|til|emne|кому|тема|копия|до|do|temat|komu|předmět|kime|konu|reply-to|importance|attachments|الى|إلى|الموضوع|אל|נושא|收件人|主题|宛先|件名|받는 ?사람|제목)$/iu,
  ],
];
const headerLine = /^\s*\*?(\p{L}[\p{L}\p{M} -]{0,20}?)\s?[:：]\*?\s*(\S.*)$/u;

const divider =
  /^\s*(?:[-_=]{5,}|-{2,}\s*\p{L}[\p{L}\p{M}’' ]{3,60}:?\s*-{2,}|begin forwarded message:?|anfang der weitergeleiteten nachricht:?|début du message (?:réexpédié|transféré) ?:?|inizio messaggio inoltrato:?|inicio del mensaje reenviado:?|начало переадресованного сообщения:?)\s*$/iu;

/** A line that stands between a mail and one that it forwards or answers. */
export const isDivider = (line: string): boolean => divider.test(line);

/** A line that stands where a forwarded mail ends, after which the one who forwards it goes on. */
export const isEndDivider = (line: string): boolean =>
  isDivider(line) && /(?<!\p{L})(?:end|ende|fin|fine|einde|slut|koniec|конец|кінець)(?!\p{L})/iu.test(line);

/**
 * The headers at the start of the lines, with the divider before them; null unless they name a sender and one thing more,
 * and a divider, a day or an address shows that they are a mail's. Where a divider or an address does, labels in any language
 * are headers: the first names the sender, and the one with a day and a time the date.
 */
export function headerBlock(lines: readonly string[]): Found | null {
  const isDivided = isDivider(lines[0] ?? '') && !isEndDivider(lines[0] ?? '');
  let at = isDivided ? 1 : 0;
  while (at > 0 && at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  const first = at;
  const said: { says: Header | null; value: string }[] = [];
  for (; at < lines.length; at += 1) {
    const [, name = '', value = ''] = headerLine.exec(lines[at] ?? '') ?? [];
    const says = headers.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
    const mayBe = name !== '' && (isDivided || /@/.test(lines[first] ?? ''));
    if (says || mayBe) said.push({ says, value });
    // A long list of receivers goes on in the next line.
    else if (
      at === first ||
      (lines[at] ?? '').trim() === '' ||
      headerLine.test(lines[at] ?? '') ||
      !/^\s|;\s*$/.test(`${lines[at]}${lines[at - 1]}`)
    )
      break;
  }
  const saidOf = (wanted: Header) => said.find(({ says }) => says === wanted)?.value;
  const areForeign = said.length > 2 && said[0]?.says === null;
  const from = saidOf('from') ?? (areForeign ? said[0]?.value : undefined);
  if (from === undefined || said.length < 2) return null;
  const sent = saidOf('date') ?? (areForeign ? said.map(({ value }) => value).find(isStamp) : undefined);
  const date = stampIn(sent ?? '');
  if (areForeign && date === null) return null;
  if (!isDivided && date === null && !said.some(({ value }) => value.includes('@'))) return null;
  const name = from
    .replace(/<[^>]*>|\[[^\]]*\]|"/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\*/g, '')
    .trim();
  return { sender: { name: name || addressIn(from), date }, length: at };
}

type Header = (typeof headers)[number][0];

const isStamp = (value: string): boolean => stampIn(value)?.includes('T') ?? false;
