import { toldInText } from '../../messages/index.ts';
import { creditorsOf, type Document, debtorsOf } from '../../model/index.ts';
import { shortName } from '../clip.ts';
import { jsonText } from '../json-text.ts';
import { onOneLine } from '../paper/printable.ts';
import { daysOf } from '../reported-events.ts';
import { type NamedBody, namedBodies, speakersOf } from './bodies.ts';
import { type Cited, citedIn, documentsCited, type HandedOn } from './handed-on.ts';
import { uuidOf } from './urn.ts';

/*
 * The case as entities of FollowTheMoney (followthemoney.tech), as OpenAleph takes them in: documents, bodies and officials,
 * what is reported as events, and who is named where.
 */

/** An entity: every property has a list of texts. */
interface FtmEntity {
  id: string;
  schema: 'Document' | 'Organization' | 'Person' | 'Event' | 'Mention';
  properties: Record<string, string[]>;
}

/** Texts of a property: nothing where there is none. */
const texts = (...values: (string | null | undefined)[]): string[] => [
  ...new Set(values.flatMap((value) => (value?.trim() ? [value] : []))),
];

const entity = (schema: FtmEntity['schema'], id: string, properties: FtmEntity['properties']): FtmEntity => ({
  id,
  schema,
  properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
});

const bodyId = ({ file }: HandedOn, key: string): string => uuidOf('body', file.id, key);
/** Shared by cases: a document is the same in all of them. */
const documentId = ({ sha256 }: Document): string => uuidOf('document', sha256);

/** A name, title or publisher: the standard takes no more than some hundred characters, and no signs that are not shown. */
const nameText = (text: string): string => shortName(onOneLine(text));

const documentEntity = (handed: HandedOn, document: Document): FtmEntity => {
  const { id, sha256, title, author, publisher, published, url, mediaType, kind } = document;
  const collected = handed.collected.get(id);
  return entity('Document', documentId(document), {
    name: texts(nameText(title) || 'Untitled'),
    title: texts(nameText(title)),
    fileName: texts(id),
    author: texts(author && nameText(author)),
    publisher: texts(publisher && nameText(publisher)),
    publishedAt: texts(published),
    retrievedAt: texts(collected),
    sourceUrl: texts(url),
    mimeType: texts(mediaType),
    notes: texts(
      `SHA-256 of the archived copy: ${sha256}`,
      kind === 'digest' ? 'The copy is a summary by Proviso, not the publisher’s text.' : null,
    ),
  });
};

const bodyEntity = (handed: HandedOn, { key, name, aliases, isPerson, kind }: NamedBody): FtmEntity =>
  entity(isPerson ? 'Person' : 'Organization', bodyId(handed, key), {
    name: texts(nameText(name)),
    alias: texts(...aliases.map(nameText)),
    notes: texts(
      kind === 'party' ? `Party of ${handed.file.title}` : null,
      kind === 'publisher' ? 'Publisher of a report' : null,
    ),
  });

const eventEntity = (handed: HandedOn, { finding, item, document }: Cited): FtmEntity => {
  const statement = handed.statements.get(item.claim);
  const commitment = handed.file.commitments.find(({ id }) => id === finding.id);
  const { from, to } = daysOf(statement?.claim.time ?? null);
  const parties = [...debtorsOf(finding), ...creditorsOf(finding)];
  const place = statement?.location;
  return entity('Event', uuidOf('event', handed.file.id, finding.id, item.id), {
    name: texts(nameText(item.words) || 'Untitled'),
    summary: texts(item.words),
    description: texts(
      `${toldInText(item)}: ${commitment?.requires ?? finding.id} Told by ${item.chain.join(' ← ')}.`,
    ),
    startDate: texts(from),
    endDate: texts(to),
    location: texts(place && [place.name, ...place.within].join(', ')),
    involved: [...new Set(parties)].map((key) => bodyId(handed, key)),
    proof: [documentId(document)],
    sourceUrl: texts(document.url),
    publisher: texts(document.publisher && nameText(document.publisher)),
    recordId: texts(item.id),
  });
};

/** Who is named in which document, as far as sentences that are cited name them. */
const mentionEntities = (handed: HandedOn, cited: readonly Cited[]): FtmEntity[] => {
  const mentions = cited.flatMap((one) =>
    speakersOf(handed, one).map(({ key, name, type }) =>
      entity('Mention', uuidOf('mention', handed.file.id, one.document.id, key, name), {
        document: [documentId(one.document)],
        name: texts(nameText(name)),
        resolved: [bodyId(handed, key)],
        detectedSchema: [type === 'person' ? 'Person' : 'Organization'],
      }),
    ),
  );
  return [...new Map(mentions.map((mention) => [mention.id, mention])).values()];
};

/** Entities as JSON Lines. What is a verdict reports no event, and is left out. */
export const entitiesFtm = (handed: HandedOn): string => {
  const cited = citedIn(handed);
  const entities = [
    ...documentsCited(cited).map((document) => documentEntity(handed, document)),
    ...namedBodies(handed, cited).map((body) => bodyEntity(handed, body)),
    ...cited.filter(({ item }) => item.role !== 'assessment').map((one) => eventEntity(handed, one)),
    ...mentionEntities(handed, cited),
  ];
  return entities.map((one) => `${jsonText(one)}\n`).join('');
};
