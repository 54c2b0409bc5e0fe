import { words as messages } from '../../messages/index.ts';
import type { ResolvedEntity, Speaker, Statement, Tie } from '../../model/index.ts';
import type { Inquiry } from './inquiry.ts';
import { type Office, officesOf } from './offices.ts';
import type { Found } from './source.ts';
import { quoted } from './ties.ts';

/** The body that a person speaks for, and the words that say so. */
interface SpokenFor {
  id: string;
  name: string;
  because: string;
  words: string;
  other: Tie['other'];
}

const ofOffice = (
  { id, words, document, span }: Office,
  here: string,
  person: string,
  said: string,
): SpokenFor => ({
  id,
  name: words,
  because: messages.ties.called({ person, words: quoted(words) }),
  words: document === here ? words : said,
  other: document === here ? null : { document, span, words },
});

/** Another body than himself: the finest that the case lists, that of his office, whatever else he belongs to. */
const spokenFor = (
  { cast: { names, finest } }: Inquiry,
  office: Office | null,
  { documentId }: Statement,
  said: string,
  entity: ResolvedEntity,
): SpokenFor | null => {
  const belongs = (id: string, name: string, to: string): SpokenFor => ({
    id,
    name,
    because: messages.ties.belongs({ person: entity.name, name: to }),
    words: said,
    other: null,
  });
  const listed = finest(entity);
  if (listed !== undefined) return belongs(listed, entity.name, names.get(listed) ?? listed);
  if (office) return ofOffice(office, documentId, entity.name, said);
  const above = entity.bodies.find((key) => key !== entity.key && !key.startsWith('doc:'));
  if (above === undefined) return null;
  const bare = above.replace(/^name:/u, '');
  return belongs(above, bare, names.get(above) ?? bare);
};

/** A person speaks for the body of the office, else for the finest that the case or the page knows, else for himself. */
export const personIn = (inquiry: Inquiry) => {
  const { bodies, cast, source, nameOf, tieOf } = inquiry;
  const offices = officesOf(inquiry);
  return (statement: Statement, { words }: Speaker, entity: ResolvedEntity): Found => {
    const office = cast.finest(entity) === undefined ? offices.of(entity, statement) : null;
    const body = spokenFor(inquiry, office, statement, words, entity);
    if (!body) {
      const tie = tieOf(statement, 'named', messages.ties.names(entity.name), words || entity.name);
      return { source: source(entity.key, entity.name, entity, tie), vague: null };
    }
    const { id } = body;
    return {
      source: source(
        id,
        `${nameOf(id, body.name)} (${entity.name})`,
        { ...entity, bodies: [...new Set([...entity.bodies, ...bodies.belonging(id)])] },
        tieOf(statement, 'speaks for', body.because, body.words, body.other),
      ),
      vague: cast.isCoarse(id) ? 'party' : null,
    };
  };
};
