import { toldInText } from '../../messages/index.ts';
import type { Capture, Decision, Document, Finding, Judgement } from '../../model/index.ts';
import { debtorNames } from '../in-words.ts';
import { jsonText } from '../json-text.ts';
import { statusSentence } from '../plain-words.ts';
import { selectedInOriginal } from '../quotations.ts';
import { type Cited, citedIn, documentsCited, type HandedOn } from './handed-on.ts';
import { bytesUrn, urnOf } from './urn.ts';

/*
 * Quotations as Web Annotations, with who did what in PROV-O. docs/exports.shapes.ttl says in SHACL what holds of every export.
 */

/** Who did what to get to the findings. */
export interface Provenance {
  /** By document, as they may leave the store. */
  captures: ReadonlyMap<string, readonly Capture[]>;
  /** Which program read each document, by its id. */
  readers: ReadonlyMap<string, { name: string; version: string }>;
  /** Verdicts on evidence that hold. */
  judgements: readonly Judgement[];
  /** Of all that people decided only what is on evidence and findings is told. */
  decisions: readonly Decision[];
}

interface Node {
  id: string;
  type: string | readonly string[];
  [property: string]: unknown;
}

const toNode = { '@type': '@id' } as const;
const atInstant = { '@type': 'xsd:dateTime' } as const;

const context = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    prov: 'http://www.w3.org/ns/prov#',
    'prov:used': toNode,
    'prov:wasAssociatedWith': toNode,
    'prov:wasAttributedTo': toNode,
    'prov:wasDerivedFrom': toNode,
    'prov:wasGeneratedBy': toNode,
    'prov:wasInformedBy': toNode,
    'prov:endedAtTime': atInstant,
    'schema:url': toNode,
  },
];

const programUrn = (name: string, version: string): string => urnOf('program', name, version);
const personUrn = (name: string): string => urnOf('person', name);
const publisherUrn = (name: string): string => urnOf('publisher', name);
const commitmentUrn = ({ file }: HandedOn, id: string): string => urnOf('commitment', file.id, id);
const quotationUrn = ({ file }: HandedOn, id: string): string => urnOf('evidence', file.id, id);
const decidedUrn = (id: string): string => urnOf('decision', id);
/** Findings of other days are others. */
const findingUrn = ({ file, assessment: { asOf, knownAt } }: HandedOn, id: string): string =>
  urnOf('finding', file.id, id, asOf, knownAt);

const words = (value: string, purpose: string) => ({
  type: 'TextualBody',
  value,
  purpose,
  format: 'text/plain',
});

/* What is annotated */

const commitmentNodes = (handed: HandedOn): Node[] =>
  handed.file.commitments.map(({ id, requires, reference, clause }) => ({
    id: commitmentUrn(handed, id),
    type: 'prov:Entity',
    label: requires,
    'schema:identifier': id,
    ...(reference ? { 'schema:position': reference } : {}),
    ...(clause ? { 'schema:text': clause } : {}),
  }));

const documentNode = (document: Document, captures: readonly Capture[]): Node => {
  const { id, sha256, title, publisher, published, url, kind } = document;
  return {
    id: bytesUrn(sha256),
    type: ['prov:Entity', 'Text'],
    label: title,
    'schema:sha256': sha256,
    ...(published ? { 'schema:datePublished': published } : {}),
    ...(url ? { 'schema:url': url } : {}),
    ...(publisher ? { 'prov:wasAttributedTo': publisherUrn(publisher) } : {}),
    ...(kind === 'digest' ? { 'schema:description': 'A summary by Proviso, not the publisher’s text.' } : {}),
    ...(captures.length > 0
      ? { 'prov:wasGeneratedBy': captures.map((_, place) => urnOf('capture', id, String(place))) }
      : {}),
  };
};

/**
 * A page is found by its address, and the copy that was read by its hash. A summary of ours holds no words of the page, so that
 * they are only to be found in the copy.
 */
const sourceOf = ({ url, sha256, kind }: Document, collected: string | undefined) => {
  const copy = bytesUrn(sha256);
  return url && kind === 'original'
    ? {
        source: url,
        state: { type: 'TimeState', cached: copy, ...(collected ? { sourceDate: collected } : {}) },
      }
    : { source: copy };
};

const quotationNode = (handed: HandedOn, { finding, item, document }: Cited): Node => {
  const { exact, prefix, suffix, start, end } = selectedInOriginal(document, item.span);
  return {
    id: quotationUrn(handed, item.id),
    type: ['Annotation', 'prov:Entity'],
    motivation: 'linking',
    body: [
      commitmentUrn(handed, finding.id),
      words(`${toldInText(item)}; ${item.role}; told by ${item.chain.join(' ← ')}`, 'describing'),
      ...(item.translation ? [words(`Machine translation: ${item.words}`, 'describing')] : []),
    ],
    target: {
      type: 'SpecificResource',
      ...sourceOf(document, handed.collected.get(document.id)),
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
    'prov:wasDerivedFrom': bytesUrn(document.sha256),
    'prov:wasGeneratedBy': item.markedBy ? urnOf('marking', item.id) : urnOf('matching', handed.version),
  };
};

/* What is said of commitments */

const findingNode = (handed: HandedOn, finding: Finding, cited: ReadonlySet<string>): Node => {
  const commitment = handed.file.commitments.find(({ id }) => id === finding.id);
  const debtor = commitment ? debtorNames(handed.file, commitment) : finding.id;
  const counted = finding.evidence.filter(({ role, id }) => role === 'counts' && cited.has(id));
  return {
    id: findingUrn(handed, finding.id),
    type: ['Annotation', 'prov:Entity'],
    motivation: 'assessing',
    body: [words(finding.status, 'classifying'), words(statusSentence(debtor, finding), 'describing')],
    target: commitmentUrn(handed, finding.id),
    ...(counted.length > 0
      ? { 'prov:wasDerivedFrom': counted.map(({ id }) => quotationUrn(handed, id)) }
      : {}),
    'prov:wasGeneratedBy': urnOf('weighing', handed.version),
  };
};

/** What a person said of a quotation or a commitment, and the deed of saying it. */
const decidedNodes = (
  { id, by, at, reason }: Pick<Decision, 'id' | 'by' | 'at' | 'reason'>,
  says: string,
  target: string,
): Node[] => [
  {
    id: decidedUrn(id),
    type: ['Annotation', 'prov:Entity'],
    motivation: 'assessing',
    creator: personUrn(by),
    created: at,
    body: [words(says, 'classifying'), ...(reason ? [words(reason, 'commenting')] : [])],
    target,
    'prov:wasGeneratedBy': urnOf('deed', id),
  },
  {
    id: urnOf('deed', id),
    type: 'prov:Activity',
    label: says,
    'prov:used': target,
    'prov:wasAssociatedWith': personUrn(by),
    'prov:endedAtTime': at,
  },
];

/** Judgements and decisions that are on something of this export, the rest is of names and sources, or of what is not cited. */
const decidedIn = (handed: HandedOn, { judgements, decisions }: Provenance, cited: ReadonlySet<string>) => {
  const commitments = new Set(handed.file.commitments.map(({ id }) => id));
  const onEvidence = decisions.flatMap((decision) => {
    const id = decision.subject.startsWith('evidence:') ? decision.subject.slice('evidence:'.length) : '';
    const told = decision.value === null ? 'taken back' : JSON.stringify(decision.value);
    return cited.has(id)
      ? [{ decision, says: `${decision.kind}: ${told}`, target: quotationUrn(handed, id) }]
      : [];
  });
  const onFindings = decisions.flatMap((decision) =>
    decision.kind === 'finding' && commitments.has(decision.subject)
      ? [
          {
            decision,
            says: decision.value ?? 'taken back',
            target: commitmentUrn(handed, decision.subject),
          },
        ]
      : [],
  );
  const verdicts = judgements.flatMap((judgement) =>
    cited.has(judgement.evidenceId)
      ? [
          {
            decision: judgement,
            says: judgement.verdict,
            target: quotationUrn(handed, judgement.evidenceId),
          },
        ]
      : [],
  );
  return [...verdicts, ...onEvidence, ...onFindings];
};

/* Who did what */

const captureNodes = (documents: readonly Document[], { captures }: Provenance): Node[] =>
  documents.flatMap(({ id }) =>
    (captures.get(id) ?? []).map(({ source, collector, tool, collectedAt }, place) => ({
      id: urnOf('capture', id, String(place)),
      type: 'prov:Activity',
      label: `Collected from ${source}`,
      'prov:wasAssociatedWith': [personUrn(collector), programUrn(tool, '')],
      'prov:endedAtTime': collectedAt,
    })),
  );

const readingNodes = (documents: readonly Document[], { readers }: Provenance): Node[] => {
  const groups = new Map<string, { name: string; version: string; read: string[] }>();
  for (const { id, sha256 } of documents) {
    const reader = readers.get(id);
    if (!reader) continue;
    const key = urnOf('reading', reader.name, reader.version);
    const group = groups.get(key) ?? { ...reader, read: [] };
    group.read.push(bytesUrn(sha256));
    groups.set(key, group);
  }
  return [...groups].map(([id, { name, version, read }]) => ({
    id,
    type: 'prov:Activity',
    label: `Read by ${name} ${version}`,
    'prov:used': read,
    'prov:wasAssociatedWith': programUrn(name, version),
  }));
};

const workNodes = (handed: HandedOn, readings: readonly Node[]): Node[] => {
  const { version, assessment } = handed;
  const proviso = programUrn('proviso', version);
  return [
    {
      id: urnOf('matching', version),
      type: 'prov:Activity',
      label: 'Held against the commitments',
      'prov:used': handed.file.commitments.map(({ id }) => commitmentUrn(handed, id)),
      ...(readings.length > 0 ? { 'prov:wasInformedBy': readings.map(({ id }) => id) } : {}),
      'prov:wasAssociatedWith': proviso,
    },
    {
      id: urnOf('weighing', version),
      type: 'prov:Activity',
      label: `Weighed: conduct up to ${assessment.asOf}, by what was published up to ${assessment.knownAt}`,
      'prov:wasInformedBy': urnOf('matching', version),
      'prov:wasAssociatedWith': proviso,
    },
  ];
};

const markingNodes = (cited: readonly Cited[]): Node[] =>
  cited.flatMap(({ item: { id, markedBy } }) =>
    markedBy === undefined
      ? []
      : [
          {
            id: urnOf('marking', id),
            type: 'prov:Activity',
            label: 'Words were marked as evidence',
            'prov:wasAssociatedWith': personUrn(markedBy),
          },
        ],
  );

const person = (name: string): Node => ({ id: personUrn(name), type: ['Person', 'prov:Person'], name });
const program = (name: string, version: string): Node => ({
  id: programUrn(name, version),
  type: ['Software', 'prov:SoftwareAgent'],
  name,
  ...(version ? { 'schema:softwareVersion': version } : {}),
});
const publisherNode = (name: string): Node => ({
  id: publisherUrn(name),
  type: ['Organization', 'prov:Organization'],
  name,
});

/** The quotations of a case as Web Annotations, and who did what in PROV-O, as JSON-LD. */
export const quotationsJsonLd = (handed: HandedOn, provenance: Provenance): string => {
  const cited = citedIn(handed);
  const ids = new Set(cited.map(({ item }) => item.id));
  const documents = documentsCited(cited);
  const decided = decidedIn(handed, provenance, ids);
  const captures = documents.flatMap(({ id }) => provenance.captures.get(id) ?? []);
  const readings = readingNodes(documents, provenance);
  const people = [
    ...captures.map(({ collector }) => collector),
    ...decided.map(({ decision }) => decision.by),
    ...cited.flatMap(({ item }) => item.markedBy ?? []),
  ];
  const nodes = [
    ...commitmentNodes(handed),
    ...handed.assessment.commitments.map((finding) => findingNode(handed, finding, ids)),
    ...cited.map((one) => quotationNode(handed, one)),
    ...decided.flatMap(({ decision, says, target }) => decidedNodes(decision, says, target)),
    ...documents.map((document) => documentNode(document, provenance.captures.get(document.id) ?? [])),
    ...captureNodes(documents, provenance),
    ...readings,
    ...workNodes(handed, readings),
    ...markingNodes(cited),
    ...people.map(person),
    program('proviso', handed.version),
    ...documents
      .flatMap(({ id }) => provenance.readers.get(id) ?? [])
      .map(({ name, version }) => program(name, version)),
    ...captures.map(({ tool }) => program(tool, '')),
    ...documents.flatMap(({ publisher }) => (publisher ? [publisherNode(publisher)] : [])),
  ];
  const graph = [...new Map(nodes.map((node) => [node.id, node])).values()];
  return `${jsonText({ '@context': context, '@graph': graph }, 1)}\n`;
};
