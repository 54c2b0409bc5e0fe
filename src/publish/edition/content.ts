import { languageInWords } from '../../messages/index.ts';
import {
  type Document,
  dateInWords,
  type Edition,
  type Finding,
  type PublicCommitment,
  type PublicDocument,
  type PublicOrigin,
  type PublicQuotation,
} from '../../model/index.ts';
import { requireStandard } from '../../weigh/index.ts';
import { shortName } from '../clip.ts';
import { type Found, foundIn } from '../found.ts';
import { bearingWords, debtorNames, opinionWords, originWords } from '../in-words.ts';
import { lastReportOf, monthsUpTo } from '../last-report.ts';
import { groundSentences, leftOutSentence, statusSentence } from '../plain-words.ts';
import { toldBy, whoOwes } from '../report/commitment.ts';
import { judgedSentence, ladder, standardWords } from '../report/method.ts';
import { placeInWords } from '../report/place.ts';
import { publicAddress } from '../withheld.ts';
import { type Quoted, replyId } from './quoting.ts';
import type { EditionSource } from './source.ts';

/** What an edition says, before it has a number and a day. */
export type EditionContent = Omit<Edition, 'number' | 'day' | 'correction' | 'changes'>;

/** Numbers documents as they are first quoted. */
class Listed {
  readonly #numbers = new Map<string, number>();

  numberOf(id: string): number {
    const number = this.#numbers.get(id) ?? this.#numbers.size + 1;
    this.#numbers.set(id, number);
    return number;
  }

  get ids(): string[] {
    return [...this.#numbers.keys()];
  }
}

interface Making {
  source: EditionSource;
  quoted: ReadonlyMap<string, Quoted>;
  listed: Listed;
}

type Evidence = Finding['evidence'][number];

/** What is published of words, and where they stand; nothing where they are not. */
const quotedWords = (
  id: string,
  { document: of, span }: Pick<Evidence, 'document' | 'span'>,
  { source, quoted, listed }: Making,
): Pick<PublicQuotation, 'words' | 'document' | 'place'>[] => {
  const words = quoted.get(id)?.words;
  const document = source.documents.get(of);
  return words && document
    ? [{ words, document: listed.numberOf(of), place: placeInWords(document, span) }]
    : [];
};

const quotationsOf = (item: Evidence, making: Making): PublicQuotation[] =>
  quotedWords(item.id, item, making).map((words) => ({
    id: item.id,
    ...words,
    chain: item.chain.map(shortName),
    bears: bearingWords(item),
    surely: opinionWords(item.opinion),
    bearing: item.bearing,
    stance: item.stance,
    judged: item.verdict === 'accepted',
  }));

const originOf = (finding: Finding, origin: Finding['origins'][number], making: Making): PublicOrigin => {
  const told = toldBy(finding, origin).filter(({ kind }) => kind === 'conduct');
  const quotations = told.flatMap((item) => quotationsOf(item, making));
  const { parties, actors } = making.source.file;
  const camp = [...parties, ...actors].find(({ id }) => id === origin.camp);
  return {
    name: shortName(origin.name),
    camp: camp?.name ?? null,
    grade: origin.grade,
    says: originWords(origin),
    bearing: origin.bearing,
    stance: origin.stance,
    quotations,
    withheld: told.length - quotations.length,
  };
};

const repliesOf = ({ replies }: Finding, making: Making): PublicCommitment['replies'] =>
  replies.flatMap((reply) =>
    quotedWords(replyId(reply), reply, making).map((words) => ({
      ...words,
      by: shortName(reply.by),
      kind: reply.kind,
    })),
  );

const commitmentOf = (found: Found, making: Making): PublicCommitment => {
  const { commitment, finding } = found;
  const { file } = making.source;
  const origins = finding.origins
    .filter(({ bearing }) => bearing !== 'context')
    .map((origin) => originOf(finding, origin, making));
  const shown = new Set(origins.flatMap(({ quotations }) => quotations.map(({ id }) => id)));
  const lastReport = lastReportOf(making.source.documents, finding);
  const due = finding.due && dateInWords(finding.due);
  return {
    id: commitment.id,
    reference: commitment.reference ?? null,
    requires: commitment.requires,
    clause: commitment.clause ?? null,
    owes: whoOwes(file, found),
    debtor: debtorNames(file, finding),
    due: finding.awaits ? null : finding.due,
    status: finding.status,
    late: finding.late,
    standard: finding.standard,
    sentence: statusSentence(debtorNames(file, finding), { ...finding, due }),
    personal: finding.personal,
    reasons: [...groundSentences(finding), ...leftOutSentence(finding)],
    elements: finding.elements.map(({ element, state, told }) => ({
      element,
      state,
      quotation: told && shown.has(told.evidence) ? told.evidence : null,
    })),
    months: monthsUpTo(finding.months, lastReport),
    lastReport,
    origins,
    replies: repliesOf(finding, making),
    conditions: finding.conditions.map(({ commitment: id, status }) => ({
      commitment: id,
      requires: file.commitments.find((other) => other.id === id)?.requires ?? id,
      status,
    })),
    wouldChange: finding.wouldChange,
  };
};

const documentOf = (id: string, { documents, collected }: EditionSource): PublicDocument => {
  // What is quoted is in the case.
  const { title, publisher, published, url, sha256, kind, translation } = documents.get(id) as Document;
  return {
    title: shortName(title || 'Untitled'),
    publisher: publisher && shortName(publisher),
    published,
    url: url && publicAddress(url),
    sha256,
    collected: collected.get(id) ?? null,
    digest: kind === 'digest',
    ...(translation ? { translatedFrom: languageInWords(translation.from) } : {}),
  };
};

/**
 * All that would be published, with nobody's name hidden yet.
 * @param source with the findings that are published, and no others
 * @param quoted what is published of each quotation, by its id
 */
export function openContent(source: EditionSource, quoted: ReadonlyMap<string, Quoted>): EditionContent {
  const { file, assessment, documents } = source;
  const making: Making = { source, quoted, listed: new Listed() };
  const found = foundIn(source);
  const commitments = found.map((each) => commitmentOf(each, making));
  const { publication } = file;
  return {
    form: 1,
    case: file.id,
    title: file.title,
    signed: file.signed,
    parties: debtorNames(file, { debtor: file.parties.map(({ id }) => id) }),
    asOf: assessment.asOf,
    knownAt: assessment.knownAt,
    publication: publication
      ? {
          by: publication.by,
          contact: publication.contact,
          ...(publication.about ? { about: publication.about } : {}),
          ...(publication.address ? { address: publication.address } : {}),
        }
      : null,
    standard: standardWords(file.standard),
    ladder: ladder(requireStandard(file)),
    basis: [
      `Proviso read ${documents.size} documents for this case, and ${making.listed.ids.length} of them are quoted.`,
      judgedSentence(found.map(({ finding }) => finding)),
    ],
    commitments,
    documents: making.listed.ids.map((id) => documentOf(id, source)),
  };
}
