import { parse } from 'yaml';
import { draftCase } from '../agreement/index.ts';
import type { AgreementFacts, Draft, DraftNotice } from '../model/index.ts';
import type { Reader } from '../read/index.ts';

/** What is proposed from nothing: the text alone, for a person to add to by hand. */
const bare = (text: string, { title, signed }: AgreementFacts, notice: DraftNotice): Draft => ({
  ...{ text, title, signed, parties: [], actors: [] },
  ...{ commitments: [], leftOut: [], notices: [notice] },
});

const otherLanguage = (language: string): DraftNotice => ({
  code: 'PROVISO_AGREEMENT_LANGUAGE',
  message:
    language === 'und'
      ? 'This text is not in English, and only English is read so far.'
      : `This text is in ${new Intl.DisplayNames('en', { type: 'language' }).of(language)}, and only English is read so far.`,
  hint: 'Its text is kept. Give an English version, or add commitments by hand: select their words and press N.',
});

/** What the reader and the rules propose from an agreement’s text. */
export const draftAgreement = async (reader: Reader, text: string, facts: AgreementFacts): Promise<Draft> => {
  const { language, title, signed } = facts;
  if (language !== null && language !== 'en') return bare(text, facts, otherLanguage(language));
  const day = signed ?? new Date().toISOString().slice(0, 10);
  const reading = await reader.read({ id: 'agreement', text, published: day, layers: ['syntax'] });
  const file = parse(draftCase(reading, { id: 'agreement', signed: day }));
  // biome-ignore lint/suspicious/noExplicitAny: replaced by the drafting engine
  const commitments = file.commitments.map((each: any) => {
    const pattern = each.requires
      .split(' ')
      .map((word: string) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
    const found = new RegExp(pattern.join('\\s+'), 'u').exec(text);
    const span = found ? [found.index, found.index + found[0].length] : [0, 0];
    const { from, to = null, within = null } = each.window;
    return {
      ...{ id: each.id, reference: each.reference ?? null, span, debtor: [each.debtor] },
      ...{ creditor: each.creditor ? [each.creditor] : [], kind: each.kind, effort: each.effort ?? 'result' },
      ...{
        requires: each.requires,
        window: { from: signed ? from : null, to, within, after: null, words: null },
      },
      ...{ condition: each.note ?? null, quantity: null, signs: [], unverifiable: [] },
    };
  });
  return {
    ...{ text, title: title || file.title, signed, parties: file.parties, actors: [] },
    ...{ commitments, leftOut: [], notices: [] },
  };
};
