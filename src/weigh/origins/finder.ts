import type { ResolvedEntity, Speaker, Statement } from '../../model/index.ts';
import { bodyIn } from './body.ts';
import { bodyNamed, isInstitution } from './body-names.ts';
import type { Inquiry } from './inquiry.ts';
import { personIn } from './person.ts';
import type { Found } from './source.ts';
import { isOwnPart, isOwnVoice, maxNameWords } from './source-words.ts';
import { speakersIn } from './speaker.ts';
import { unnamedIn } from './unnamed.ts';
import { writerIn } from './writer.ts';

/** The origin of a statement as it alone tells it: a body, a person, somebody unnamed, or the page. */
export const finderIn = (inquiry: Inquiry): ((statement: Statement) => Found) => {
  const { bodies, cast } = inquiry;
  const speakerOf = speakersIn(inquiry);
  const [writer, unnamed, body, person] = [
    writerIn(inquiry),
    unnamedIn(inquiry),
    bodyIn(inquiry),
    personIn(inquiry),
  ];
  /** The case knows better than a reading who is a person. */
  const isPerson = ({ type, key, name }: ResolvedEntity): boolean =>
    cast.names.has(key) ? cast.isMember(key) : type === 'person' && !bodies.isAcronym(name);
  const isInstitutionNamed = (words: string): boolean => {
    const said = words.split(' ').length <= maxNameWords ? bodyNamed(words, bodies.owners) : null;
    return said !== null && isInstitution(said);
  };
  const isPage = ({ words, entity, group, kind }: Speaker): boolean =>
    (words === '' && !entity && !group && kind === 'says') ||
    (isOwnVoice(words) && !cast.names.has(entity?.key ?? ''));

  /** "The team" on a body's own page is its team. */
  const isPartOfPage = ({ publisher }: Statement, { words, entity, group }: Speaker): boolean => {
    if (publisher === null || entity || (group && !group.key.startsWith('doc:')) || !isOwnPart(words))
      return false;
    const id = bodies.publisher(publisher);
    return cast.names.has(id) || id.startsWith('body:');
  };

  /** Somebody of whom the page gives words, or a group. */
  const described = (statement: Statement, speaker: Speaker): Found => {
    const { group, words } = speaker;
    const isSaid = isInstitutionNamed(words);
    if (group && !group.key.startsWith('doc:'))
      return (isPerson(group) && !isSaid ? person : body)(statement, speaker, group);
    // "…, the Odvik Mail reported": whoever puts out pages has a name.
    if (!isSaid && !bodies.isKnown(words.replace(/^the /iu, ''))) return unnamed(statement, words);
    const entity: ResolvedEntity = {
      key: `name:${words.toLowerCase()}`,
      name: words,
      type: 'organisation',
      bodies: [],
    };
    return body(statement, speaker, entity);
  };

  const find = (statement: Statement): Found => {
    const speaker = speakerOf(statement);
    if (!speaker || isPage(speaker) || isPartOfPage(statement, speaker)) return writer(statement);
    const { entity } = speaker;
    if (!entity) return described(statement, speaker);
    return (isPerson(entity) ? person : body)(statement, speaker, entity);
  };

  const known = new Map<Statement, Found>();
  return (statement) => {
    const found = known.get(statement) ?? find(statement);
    known.set(statement, found);
    return found;
  };
};
