import type {
  AgreementSource,
  ArchivedLists,
  Capture,
  CaseFile,
  Correction,
  Decision,
  DocumentFacts,
  EnteredClaim,
  Judgement,
  Tombstone,
} from '../model/index.ts';
import type { Quotation } from './quotations.ts';

/*
 * A case as a Research Object Crate (RO-Crate 1.2): what each file is, in JSON-LD of schema.org, with who did what in PROV-O and
 * the quotations as Web Annotations. Written by hand: the library for it on npm is under the GPL.
 */

/** A file of the archive; `path` within it. */
export interface CrateFile {
  path: string;
  sha256: string;
  /** In bytes. */
  size: number;
}

/** What is told of a reading: which program made it. */
export interface ReadBy {
  id: string;
  name: string;
  version: string;
}

export interface CratedCase {
  file: CaseFile;
  lists: ArchivedLists;
  importedAt: string;
  agreement: AgreementSource | null;
  /** All data files, in order. */
  files: readonly CrateFile[];
  readings: readonly ReadBy[];
  /** Ids of documents that were matched. */
  matched: readonly string[];
  quotations: readonly Quotation[];
  /** Version of the Proviso that writes the archive. */
  version: string;
}

type Entity = { '@id': string; '@type': string | readonly string[] } & Record<string, unknown>;
interface Reference {
  '@id': string;
}

const to = (id: string): Reference => ({ '@id': id });

/** The paths of the files of an archive. */
export const paths = {
  list: (name: string) => `data/${name}.jsonl`,
  facts: 'data/case.json',
  source: 'data/case.yaml',
  agreement: 'data/agreement.txt',
  matches: (id: string) => `data/matches/${id}.json`,
  original: (sha256: string) => `data/originals/${sha256}`,
  reading: (id: string) => `data/readings/${id}.json`,
  text: (id: string) => `data/texts/${id}.txt`,
  manifest: 'manifest-sha256.txt',
  metadata: 'ro-crate-metadata.json',
  preview: 'ro-crate-preview.html',
} as const;

/** What a list holds, for people. */
export const listNames: Readonly<Record<keyof ArchivedLists, string>> = {
  answers: 'What language models answered, and why some of it was thrown away',
  captures: 'Where and when each document was collected, by whom and with what',
  claims: 'Claims that people entered by hand',
  containers: 'Feeds that are kept whole',
  copies: 'Documents that have the same words',
  corrections: 'What people put right on documents',
  decisions: 'What people decided on names, sources, origins and findings',
  documents: 'What is known of each document',
  history: 'Entries of the audit log that concern the case',
  judgements: 'Verdicts of people on the evidence',
  registries: 'Entries of registries that the case uses',
  revisions: 'What changed in pages that were taken again',
  takedowns: 'Documents that were taken down',
  translations: 'Machine translations of documents, with tool, model and day',
  withdrawals: 'Claims that were taken back',
};

/** The last that happened to the case: the archive is as of then. */
export function lastMoment({ lists, importedAt }: Pick<CratedCase, 'lists' | 'importedAt'>): string {
  const { answers, captures, judgements, decisions, claims } = lists;
  const { corrections, withdrawals, takedowns, translations, history } = lists;
  const moments = [
    importedAt,
    ...captures.map(({ collectedAt }) => collectedAt),
    ...[answers, judgements, decisions, claims, corrections, withdrawals, takedowns, translations, history]
      .flat()
      .map(({ at }) => at),
  ];
  return moments.reduce((last, moment) => (moment > last ? moment : last));
}

/** The content of `ro-crate-metadata.json`. */
export function crateMetadata(crated: CratedCase): object {
  return {
    '@context': [
      'https://w3id.org/ro/crate/1.2/context',
      { prov: 'http://www.w3.org/ns/prov#', oa: 'http://www.w3.org/ns/oa#' },
    ],
    '@graph': [
      descriptor,
      rootOf(crated),
      rights,
      linking,
      ...filesOf(crated),
      ...commitmentsOf(crated),
      ...crated.quotations.flatMap(annotationOf),
      ...activitiesOf(crated),
      ...takedownsOf(crated),
      ...agentsOf(crated),
    ],
  };
}

const descriptor: Entity = {
  '@id': paths.metadata,
  '@type': 'CreativeWork',
  name: 'Description of this archive',
  conformsTo: to('https://w3id.org/ro/crate/1.2'),
  about: to('./'),
};

const rights: Entity = {
  '@id': '#rights',
  '@type': 'CreativeWork',
  name: 'Rights of the publishers',
  description:
    'Each report belongs to whoever published it, and is kept here as evidence. What people decided and programs read may be used by whoever was given this archive.',
};

function rootOf(crated: CratedCase): Entity {
  const { file, lists, files, quotations, version } = crated;
  return {
    '@id': './',
    '@type': 'Dataset',
    name: file.title,
    description: `A whole case of Proviso: the commitments of an agreement, ${lists.documents.length} documents with what was read in them, and what people decided. Another Proviso takes it in with: proviso case import FILE.`,
    identifier: file.id,
    datePublished: lastMoment(crated),
    license: to('#rights'),
    creator: to(softwareId('proviso', version)),
    hasPart: files.map(({ path }) => to(path)),
    mentions: [
      ...quotations.map(({ id }) => to(quotationId(id))),
      ...activitiesOf(crated).map((activity) => to(activity['@id'])),
      ...lists.takedowns.map(({ documentId }) => to(`#taken-down-${documentId}`)),
    ],
  };
}

/* Files */

function filesOf(crated: CratedCase): Entity[] {
  const described = new Map(
    [...listFiles(), ...caseFiles(crated), ...originalFiles(crated), ...documentFiles(crated)].map((file) => [
      file['@id'],
      file,
    ]),
  );
  return crated.files.map(({ path, sha256, size }) => ({
    ...(described.get(path) ?? fileOf(path, path, 'application/octet-stream')),
    contentSize: `${size}`,
    sha256,
  }));
}

const fileOf = (
  path: string,
  name: string,
  encodingFormat: string,
  more: object = {},
  description: string = name,
): Entity => ({ '@id': path, '@type': 'File', name, description, encodingFormat, ...more });

const listFiles = (): Entity[] =>
  Object.entries(listNames).map(([list, name]) => fileOf(paths.list(list), name, 'application/jsonl'));

const caseFiles = ({ agreement }: CratedCase): Entity[] => [
  fileOf(paths.facts, 'Form of this archive, and the case’s id', 'application/json'),
  fileOf(paths.source, 'The case file: parties and commitments', 'application/yaml'),
  fileOf(paths.agreement, 'Text of the agreement', 'text/plain', {
    ...(agreement ? { 'prov:wasDerivedFrom': to(paths.original(agreement.sha256)) } : {}),
  }),
];

/** The bytes as collected; those of a page taken again belong to the same document. */
function originalFiles({ lists, agreement }: CratedCase): Entity[] {
  const documents = new Map(lists.documents.map((facts) => [facts.id, facts]));
  const taken = lists.captures.flatMap(({ sha256, documentId }) => {
    const facts = documents.get(documentId);
    return facts ? [originalOf(sha256, facts)] : [];
  });
  return [
    ...lists.containers.map(({ sha256 }) => fileOf(paths.original(sha256), 'Feed', 'application/xml')),
    ...(agreement
      ? [fileOf(paths.original(agreement.sha256), agreement.name ?? 'The agreement', agreement.mediaType)]
      : []),
    ...taken,
    ...lists.documents.map((facts) => originalOf(facts.sha256, facts)),
  ];
}

const originalOf = (sha256: string, { title, mediaType, author, publisher, published, url }: DocumentFacts) =>
  fileOf(
    paths.original(sha256),
    title,
    mediaType,
    {
      ...(author ? { creditText: author } : {}),
      ...(publisher ? { publisher: to(publisherId(publisher)) } : {}),
      ...(published ? { datePublished: published } : {}),
      ...(url ? { isBasedOn: url } : {}),
    },
    'A report as it was collected',
  );

function documentFiles({ lists, readings, matched }: CratedCase): Entity[] {
  const titles = new Map(lists.documents.map(({ id, title }) => [id, title]));
  return [
    ...lists.documents.map(({ id, title, sha256, language }) =>
      fileOf(paths.text(id), `Text of “${title}”`, 'text/plain', {
        ...(language ? { inLanguage: language } : {}),
        'prov:wasDerivedFrom': to(paths.original(sha256)),
      }),
    ),
    ...readings.map(({ id }) =>
      fileOf(paths.reading(id), `What was read in “${titles.get(id)}”`, 'application/json', {
        'prov:wasDerivedFrom': to(paths.text(id)),
      }),
    ),
    ...matched.map((id) =>
      fileOf(paths.matches(id), `What in “${titles.get(id)}” bears on a commitment`, 'application/json', {
        'prov:wasDerivedFrom': to(paths.text(id)),
      }),
    ),
  ];
}

/* Commitments and quotations */

/** Why the quotations are there: they link words to commitments. */
const linking: Entity = {
  '@id': 'http://www.w3.org/ns/oa#linking',
  '@type': 'DefinedTerm',
  name: 'linking',
};

const commitmentId = (id: string) => `#commitment-${id}`;
const quotationId = (id: string) => `#quotation-${id}`;

const commitmentsOf = ({ file }: CratedCase): Entity[] =>
  file.commitments.map(({ id, requires, reference, clause }) => ({
    '@id': commitmentId(id),
    '@type': 'CreativeWork',
    name: requires,
    identifier: id,
    ...(reference ? { position: reference } : {}),
    ...(clause ? { text: clause } : {}),
    isPartOf: to(paths.source),
  }));

function annotationOf({
  id,
  document,
  commitment,
  says,
  exact,
  prefix,
  suffix,
  start,
  end,
}: Quotation): Entity[] {
  const own = quotationId(id);
  return [
    {
      '@id': own,
      '@type': ['CreativeWork', 'oa:Annotation'],
      name: says,
      'oa:motivatedBy': to(linking['@id']),
      'oa:hasBody': to(commitmentId(commitment)),
      'oa:hasTarget': to(`${own}-words`),
    },
    {
      '@id': `${own}-words`,
      '@type': ['CreativeWork', 'oa:SpecificResource'],
      name: 'Words of a text',
      'oa:hasSource': to(paths.text(document)),
      'oa:hasSelector': [to(`${own}-quote`), to(`${own}-position`)],
    },
    {
      '@id': `${own}-quote`,
      '@type': ['Intangible', 'oa:TextQuoteSelector'],
      name: 'The words, with what stands around them',
      'oa:exact': exact,
      'oa:prefix': prefix,
      'oa:suffix': suffix,
    },
    {
      '@id': `${own}-position`,
      '@type': ['Intangible', 'oa:TextPositionSelector'],
      name: 'Where they stand, in code points',
      'oa:start': start,
      'oa:end': end,
    },
  ];
}

/* Who did what */

const slug = (name: string): string => encodeURIComponent(name);
const personId = (name: string) => `#person-${slug(name)}`;
const publisherId = (name: string) => `#publisher-${slug(name)}`;
const softwareId = (name: string, version: string) => `#software-${slug(name)}-${slug(version)}`;

/** One value stands without a list around it. */
const single = <T>(values: readonly T[]): T | readonly T[] =>
  values.length === 1 ? (values[0] as T) : values;

/** An action of schema.org that is an activity of PROV-O. */
const activity = (
  id: string,
  type: string,
  name: string,
  {
    by,
    with: tool,
    used,
    made,
    at,
  }: { by?: string; with?: string; used: string[]; made: string[]; at?: string },
): Entity => {
  const agents = [by, tool].flatMap((agent) => (agent ? [to(agent)] : []));
  return {
    '@id': id,
    '@type': [type, 'prov:Activity'],
    name,
    ...(by ? { agent: to(by) } : {}),
    ...(tool ? { instrument: to(tool) } : {}),
    ...(at ? { endTime: at, 'prov:endedAtTime': at } : {}),
    ...(used.length > 0 ? { object: single(used.map(to)), 'prov:used': single(used.map(to)) } : {}),
    ...(made.length > 0 ? { result: single(made.map(to)), 'prov:generated': single(made.map(to)) } : {}),
    'prov:wasAssociatedWith': single(agents),
  };
};

const activitiesOf = (crated: CratedCase): Entity[] => [
  ...crated.lists.captures.map(collecting),
  ...readersOf(crated).map((reader) => reading(reader, crated.readings)),
  ...(crated.matched.length > 0 ? [matching(crated)] : []),
  ...crated.lists.judgements.map((judgement) => judging(judgement, crated)),
  ...crated.lists.decisions.map(deciding),
  ...crated.lists.claims.map(entering),
  ...crated.lists.corrections.map(correcting),
  ...crated.lists.withdrawals.map(({ claimId, by, at, reason }) => ({
    ...activity(`#withdrawal-${claimId}`, 'DeleteAction', 'A claim was taken back', {
      by: personId(by),
      used: [],
      made: [],
      at,
    }),
    description: reason,
  })),
  ...crated.lists.takedowns.map(takingDown),
];

const collecting = ({ sha256, source, collector, tool, collectedAt }: Capture, index: number): Entity => ({
  ...activity(`#capture-${index + 1}`, 'DownloadAction', `Collected from ${source}`, {
    by: personId(collector),
    with: toolId(tool),
    used: [],
    made: [paths.original(sha256)],
    at: collectedAt,
  }),
  description: source,
});

const readersOf = ({ readings }: CratedCase): { name: string; version: string }[] => [
  ...new Map(readings.map(({ name, version }) => [softwareId(name, version), { name, version }])).values(),
];

const reading = ({ name, version }: { name: string; version: string }, all: readonly ReadBy[]): Entity => {
  const own = all.filter((one) => one.name === name && one.version === version).map(({ id }) => id);
  return activity(`#reading-${slug(version)}`, 'CreateAction', `Read by ${name} ${version}`, {
    with: softwareId(name, version),
    used: own.map(paths.text),
    made: own.map(paths.reading),
  });
};

const matching = ({ matched, version }: CratedCase): Entity =>
  activity('#matching', 'CreateAction', 'Held against the commitments', {
    with: softwareId('proviso', version),
    used: [paths.source, ...matched.map(paths.text)],
    made: matched.map(paths.matches),
  });

const verdicts = {
  accepted: ['AcceptAction', 'Evidence was accepted'],
  rejected: ['RejectAction', 'Evidence was rejected'],
  proposed: ['AssessAction', 'A verdict on evidence was taken back'],
} as const;

function judging({ id, evidenceId, verdict, reason, by, at, anchor }: Judgement, crated: CratedCase): Entity {
  const [type, name] = verdicts[verdict];
  const isQuoted = crated.quotations.some((quotation) => quotation.id === evidenceId);
  const document = crated.lists.documents.find(({ sha256 }) => sha256 === anchor.documentSha256);
  const used = isQuoted ? [quotationId(evidenceId)] : document ? [paths.text(document.id)] : [];
  return {
    ...activity(`#judgement-${id}`, type, name, { by: personId(by), used, made: [], at }),
    description: reason,
  };
}

const deciding = ({ id, kind, subject, value, reason, by, at }: Decision): Entity => ({
  ...activity(`#decision-${id}`, 'AssessAction', `Decided: ${kind} of ${subject}`, {
    by: personId(by),
    used: [],
    made: [],
    at,
  }),
  actionStatus: value === null ? 'taken back' : JSON.stringify(value),
  description: reason,
});

const entering = ({ id, documentId, words, by, at }: EnteredClaim): Entity => ({
  ...activity(`#claim-${id}`, 'CreateAction', 'A claim was entered by hand', {
    by: personId(by),
    used: [paths.text(documentId)],
    made: [],
    at,
  }),
  description: words,
});

const correcting = ({ id, documentId, field, reason, by, at }: Correction): Entity => ({
  ...activity(`#correction-${id}`, 'UpdateAction', `Put right: ${field}`, {
    by: personId(by),
    used: [paths.text(documentId)],
    made: [],
    at,
  }),
  description: reason,
});

const takingDown = ({ documentId, reason, by, at }: Tombstone): Entity => ({
  ...activity(`#takedown-${documentId}`, 'DeleteAction', 'A document was taken down', {
    by: personId(by),
    used: [`#taken-down-${documentId}`],
    made: [],
    at,
  }),
  description: reason,
});

const takedownsOf = ({ lists }: CratedCase): Entity[] =>
  lists.takedowns.map(({ documentId, sha256, at, by, reason }) => ({
    '@id': `#taken-down-${documentId}`,
    '@type': 'CreativeWork',
    name: 'A document that was taken down',
    description: `Taken down on ${at.slice(0, 10)} by ${by}: ${reason}. Its bytes and text are not in this archive.`,
    sha256,
  }));

/** Name and version as captures have them: `proviso 0.1.0`. */
function toolParts(tool: string): [name: string, version: string] {
  const [, name = tool, version = ''] = /^(.*) (\S+)$/.exec(tool) ?? [];
  return [name, version];
}
const toolId = (tool: string): string => softwareId(...toolParts(tool));

function agentsOf(crated: CratedCase): Entity[] {
  const { lists, version } = crated;
  const people = [
    ...lists.captures.map(({ collector }) => collector),
    ...[
      lists.judgements,
      lists.decisions,
      lists.claims,
      lists.corrections,
      lists.withdrawals,
      lists.takedowns,
    ]
      .flat()
      .map(({ by }) => by),
  ];
  const programs: [string, string][] = [
    ['proviso', version],
    ...lists.captures.map(({ tool }) => toolParts(tool)),
    ...readersOf(crated).map(({ name, version: own }): [string, string] => [name, own]),
  ];
  const entities = [
    ...people.map((name) => ({ '@id': personId(name), '@type': ['Person', 'prov:Person'], name })),
    ...programs.map(([name, own]) => ({
      '@id': softwareId(name, own),
      // No SoftwareApplication: that must have an address, and a reader has none.
      '@type': ['CreativeWork', 'prov:SoftwareAgent'],
      name,
      version: own,
    })),
    ...lists.documents.flatMap(({ publisher }) =>
      publisher ? [{ '@id': publisherId(publisher), '@type': 'Organization', name: publisher }] : [],
    ),
  ];
  const byId = new Map(entities.map((entity) => [entity['@id'], entity]));
  return [...byId.values()].sort((a, b) => (a['@id'] < b['@id'] ? -1 : 1));
}
