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
import { bearingWords, debtorNames, opinionWords, originWords } from '../in-words.ts';
import { leftOutSentence, opinionSentence, statusSentence } from '../plain-words.ts';
import { toldBy, whoOwes } from '../report/commitment.ts';
import { judgedSentence, ladder, standardWords } from '../report/method.ts';
import { placeInWords } from '../report/place.ts';
import { clip } from '../terminal.ts';
import { publicAddress } from '../withheld.ts';
import { type Quoted, quotablesOf, quotedOf, replyId } from './quoting.ts';
import { type EditionSource, type Found, foundIn } from './source.ts';

/** What an edition says, before it has a number and a day. */
export type EditionContent = Omit<Edition, 'number' | 'day' | 'correction' | 'changes'>;

/** Of a title or a name no more is written out: some are whole pages. */
const longestName = 200;

const named = (text: string): string => clip(text, longestName);

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

const quotation = (item: Evidence, { source, quoted, listed }: Making): PublicQuotation[] => {
  const words = quoted.get(item.id)?.words;
  const document = source.documents.get(item.document);
  if (!words || !document) return [];
  return [
    {
      id: item.id,
      words,
      document: listed.numberOf(item.document),
      place: placeInWords(document, item.span),
      chain: item.chain.map(named),
      bears: bearingWords(item),
      surely: opinionWords(item.opinion),
      bearing: item.bearing,
      stance: item.stance,
      judged: item.verdict === 'accepted',
    },
  ];
};

const originOf = (finding: Finding, origin: Finding['origins'][number], making: Making): PublicOrigin => {
  const told = toldBy(finding, origin).filter(({ kind }) => kind === 'conduct');
  const quotations = told.flatMap((item) => quotation(item, making));
  const { parties, actors } = making.source.file;
  const camp = [...parties, ...actors].find(({ id }) => id === origin.camp);
  return {
    name: named(origin.name),
    camp: camp?.name ?? null,
    grade: origin.grade,
    says: originWords(origin),
    bearing: origin.bearing,
    stance: origin.stance,
    quotations,
    withheld: told.length - quotations.length,
  };
};

const repliesOf = ({ replies }: Finding, { source, quoted, listed }: Making): PublicCommitment['replies'] =>
  replies.flatMap((reply) => {
    const words = quoted.get(replyId(reply))?.words;
    const document = source.documents.get(reply.document);
    if (!words || !document) return [];
    return [
      {
        words,
        by: named(reply.by),
        kind: reply.kind,
        document: listed.numberOf(reply.document),
        place: placeInWords(document, reply.span),
      },
    ];
  });

/** When what is told of it was last published. */
const lastReportOf = ({ documents }: EditionSource, { evidence, replies }: Finding): string | null => {
  const told = evidence.filter(({ role }) => role !== 'left out' && role !== 'suggested');
  const days = [...told, ...replies].map(({ document }) => documents.get(document)?.published ?? '');
  return days.sort().at(-1) || null;
};

const reasonsOf = (finding: Finding): string[] => [
  ...(['breach', 'performance'] as const).flatMap((bearing) => opinionSentence(bearing, finding)),
  ...(finding.ownWord ? ['Nobody but whoever owes it says that it was done.'] : []),
  ...leftOutSentence(finding),
];

const commitmentOf = (found: Found, making: Making): PublicCommitment => {
  const { commitment, finding } = found;
  const { file } = making.source;
  const origins = finding.origins
    .filter(({ bearing }) => bearing !== 'context')
    .map((origin) => originOf(finding, origin, making));
  const shown = new Set(origins.flatMap(({ quotations }) => quotations.map(({ id }) => id)));
  const lastReport = lastReportOf(making.source, finding);
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
    reasons: reasonsOf(finding),
    elements: finding.elements.map(({ element, state, told }) => ({
      element,
      state,
      quotation: told && shown.has(told.evidence) ? told.evidence : null,
    })),
    months: finding.months.filter(
      ({ month }) => lastReport !== null && month.slice(0, lastReport.length) <= lastReport.slice(0, 7),
    ),
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
    title: named(title || 'Untitled'),
    publisher: publisher && named(publisher),
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
 * @param chosen what people chose, by the subject of the decision
 */
export function openContent(source: EditionSource, chosen: ReadonlyMap<string, string>): EditionContent {
  const { file, assessment, documents } = source;
  const hidden = new Set(
    file.commitments.filter(({ id }) => chosen.get(`finding:${id}`) === 'hide').map(({ id }) => id),
  );
  const shown: EditionSource = {
    ...source,
    assessment: {
      ...assessment,
      commitments: assessment.commitments
        .filter(({ id }) => !hidden.has(id))
        .map((finding) => ({
          ...finding,
          conditions: finding.conditions.filter(({ commitment }) => !hidden.has(commitment)),
        })),
    },
  };
  const quotationChoices = new Map(
    [...chosen].flatMap(([subject, choice]) =>
      subject.startsWith('quotation:') ? [[subject.slice('quotation:'.length), choice] as const] : [],
    ),
  );
  const making: Making = {
    source: shown,
    quoted: quotedOf(quotablesOf(shown), documents, quotationChoices),
    listed: new Listed(),
  };
  const found = foundIn(shown);
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
