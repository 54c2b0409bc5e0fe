/**
 * News agencies by the names that credit lines and datelines give them. Letters that stand for several agencies are not
 * among them: where a dateline has such letters in brackets, they stay as they are written.
 */
const agencies: readonly (readonly [name: string, ...others: string[]])[] = [
  ['Reuters', 'Thomson Reuters'],
  ['Associated Press', 'AP', 'The Associated Press'],
  ['Agence France-Presse', 'AFP'],
  ['Deutsche Presse-Agentur', 'dpa'],
  ['Press Association', 'PA Media'],
  ['United Press International', 'UPI'],
  ['Bloomberg', 'Bloomberg News'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['Europa Press'],
  ['Lusa'],
  ['Belga'],
  ['ANP'],
  ['Austria Presse Agentur'],
  ['Keystone-SDA', 'Keystone-ATS'],
  ['NTB'],
  ['Ritzau'],
  ['Polska Agencja Prasowa'],
  ['CTK', 'ČTK'],
  ['Agerpres'],
  ['Tanjug'],
  ['Anadolu Agency', 'Anadolu', 'Anadolu Ajansı'],
  ['TASS', 'ITAR-TASS', 'ТАСС'],
  ['RIA Novosti', 'РИА Новости'],
  ['Interfax', 'Интерфакс'],
  ['Ukrinform', 'Укрінформ'],
  ['Interfax-Ukraine'],
  ['BelTA'],
  ['Armenpress'],
  ['Azertac', 'AZERTAC'],
  ['Kazinform'],
  ['Xinhua', 'Xinhua News Agency', '新华社'],
  ['Kyodo News', 'Kyodo', '共同通信'],
  ['Jiji Press', 'Jiji'],
  ['Yonhap', 'Yonhap News Agency', '연합뉴스'],
  ['KCNA'],
  ['Press Trust of India', 'PTI'],
  ['IANS'],
  ['Associated Press of Pakistan'],
  ['Bernama'],
  ['Antara'],
  ['Australian Associated Press'],
  ['The Canadian Press', 'Canadian Press'],
  ['IRNA'],
  ['ISNA'],
  ['Tasnim', 'Tasnim News Agency'],
  ['Fars News Agency', 'Fars'],
  ['SANA'],
  ['WAFA'],
  ['Saudi Press Agency'],
  ['Emirates News Agency'],
  ['Qatar News Agency'],
  ['KUNA', 'Kuwait News Agency'],
  ['Middle East News Agency'],
  ['Algeria Press Service'],
  ['Maghreb Arabe Presse'],
  ['Sudan News Agency'],
  ['Ghana News Agency'],
  ['News Agency of Nigeria'],
  ['Notimex'],
  ['Prensa Latina'],
  ['Agência Brasil'],
  ['Télam', 'Telam'],
];

const byName = new Map(
  agencies.flatMap(([name, ...others]) => [name, ...others].map((one) => [one.toLowerCase(), name])),
);

/** What calls itself an agency is one, known or not. */
const ownWord =
  /\b(?:news agency|press agency|presse-?agentur|agence (?:de presse|france)|agencia de (?:noticias|prensa)|agenzia|haber ajansı)\b|информагентство|وكالة (?:ال)?أنباء|خبرگزاری/iu;

/**
 * The agency that a name stands for. `known`: only one that is known or calls itself so; `bracket`: the brackets of a
 * dateline say it, so an acronym is enough.
 */
export function agencyNamed(name: string, where: 'known' | 'bracket'): string | null {
  const trimmed = name
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|with|source:|photo:)\s+/i, '')
    .replace(/[.\s]+$/, '')
    .trim();
  const known = byName.get(trimmed.toLowerCase());
  // Short names are words too: only as capitals, or as dpa writes itself.
  if (known && (trimmed.length > 4 || trimmed === trimmed.toUpperCase() || trimmed === 'dpa')) return known;
  if (trimmed.length < 60 && ownWord.test(trimmed)) return trimmed;
  return where === 'bracket' && /^\p{Lu}{2,6}$/u.test(trimmed) ? trimmed : null;
}

/** Lines by which a report says whose it is, each with the name as its first group. */
const creditLines: readonly RegExp[] = [
  /^[([]?(?:source|quelle|fuente|fonte|источник|джерело|kaynak|المصدر|منبع)\s?:\s?([^\n()[\]]{2,60})[)\]]?$/iu,
  /^(?:©|\(c\)|copyright)\s*(?:\d{4})?\s*(?:by\s+)?([^\n.]{2,50}?)(?:[.,]|\s+all rights reserved|\s+\d{4}|$)/iu,
  /^[–—-]{1,2}\s?([^\n]{2,40})$/u,
  /^[([]([^\n()[\]]{2,40})[)\]]$/u,
  /^\(?(?:with (?:reporting|material|files|inputs?) (?:by|from)|reporting by|mit material (?:von|der)|avec|con información de|по материалам)\s+(?:the )?([^\n()]{2,60}?)\)?\.?$/iu,
];

/** The agency that a credit line at a report's end, or its byline, names; null where none does. */
export function creditedAgency(text: string, byline: string | null): string | null {
  const signed = byline ? agencyNamed(byline, 'known') : null;
  if (signed) return signed;
  const lines = text.trimEnd().slice(-1500).split('\n').filter(Boolean).slice(-6).reverse();
  for (const line of lines) {
    for (const pattern of creditLines) {
      // Several that share the work are told as the first of them.
      const named = pattern.exec(line.trim())?.[1]?.split(/\s*(?:\/|,|;| and | und | et | y )\s*/)[0];
      const agency = named ? agencyNamed(named, 'known') : null;
      if (agency) return agency;
    }
    // Reuters signs so: "(Reporting by Ana Roe; Editing by Bo Lind)".
    const house = /\(([A-Za-z][A-Za-z ]{2,30})\)\s*$/.exec(line)?.[1];
    const agency = house ? agencyNamed(house, 'known') : null;
    if (agency) return agency;
  }
  return null;
}
