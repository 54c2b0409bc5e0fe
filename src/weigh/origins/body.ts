import { words as messages } from '../../messages/index.ts';
import type { ResolvedEntity, Speaker, Statement, Tie } from '../../model/index.ts';
import { type BodyName, bodyNamed, isInstitution } from './body-names.ts';
import type { Inquiry } from './inquiry.ts';
import { isOrganisation } from './organisations.ts';
import type { PageBody } from './page-bodies.ts';
import type { Found } from './source.ts';
import { isPronoun, maxNameWords } from './source-words.ts';
import { quoted } from './ties.ts';

/** A body that a page has speak. */
interface Called {
  statement: Statement;
  words: string;
  entity: ResolvedEntity;
  /** What its words say of it, else the name that they were resolved to; null when neither names a body. */
  body: BodyName | null;
  /** The words themselves are its name. */
  isInWords: boolean;
  /** Somebody speaks for it. */
  isVoice: boolean;
}

/** Whether it is a part of its owner, and not just its government. */
const isOrgan = (body: BodyName | null): boolean =>
  body !== null && isInstitution(body) && !body.kind.every((word) => word === 'government');

const calledBy = (
  { bodies: { owners } }: Inquiry,
  statement: Statement,
  speaker: Speaker,
  entity: ResolvedEntity,
): Called => {
  const { words } = speaker;
  const said = words.split(' ').length <= maxNameWords ? bodyNamed(words, owners) : null;
  const called = bodyNamed(entity.name, owners);
  const isSaid = said !== null && isInstitution(said) && (said.owner !== null || called?.owner == null);
  const body = isSaid ? said : (called ?? said);
  return {
    statement,
    words,
    entity,
    body,
    isInWords: body !== null && body === said,
    isVoice: said ? said.isVoice || isPronoun(words) : !speaker.entity,
  };
};

const tell = (
  { bodies, source, nameOf, tieOf }: Inquiry,
  { statement, words, entity, isVoice }: Called,
  id: string,
  name: string,
  because: string,
  vague: Found['vague'],
  kind: Tie['kind'] = 'body',
): Found => ({
  source: source(
    id,
    nameOf(id, name),
    { ...entity, bodies: [...new Set([id, ...bodies.belonging(id), ...entity.bodies])] },
    tieOf(statement, isVoice ? 'speaks for' : kind, because, words || entity.name),
  ),
  vague,
});

/** The one actor of the case below a coarse body that a page names. */
const finestActor = (
  { file, pages, bodies }: Inquiry,
  statement: Statement,
  above: string,
): string | null => {
  const page = pages.get(statement.documentId);
  if (!page) return null;
  const meant = file.actors.filter(
    ({ id, name, aliases, memberOf }) =>
      memberOf.length === 0 &&
      id !== above &&
      bodies.belonging(id).includes(above) &&
      [name, ...aliases].some((called) => page.text.includes(called)),
  );
  const finest = meant.filter(
    ({ id }) => !meant.some((other) => other.id !== id && bodies.belonging(other.id).includes(id)),
  );
  return finest.length === 1 ? (finest[0]?.id ?? null) : null;
};

/** A party, or whoever speaks for it: the one part of it that the page names, else itself. */
const coarseBody = (inquiry: Inquiry, called: Called): Found => {
  const { bodies, cast, pages } = inquiry;
  const { statement, words, entity, isVoice } = called;
  const name = cast.names.get(entity.key);
  const page = pages.get(statement.documentId);
  const meant = isVoice ? bodies.meantOn(page, { kind: [], owner: entity.key, isVoice: false }) : null;
  const id = meant && bodies.named(meant.words, meant);
  if (meant && id && id !== entity.key) {
    const because = messages.ties.namesBody({ name: name ?? entity.name, words: quoted(meant.words) });
    return tell(inquiry, called, id, meant.words, because, null);
  }
  const actor = finestActor(inquiry, statement, entity.key) ?? entity.key;
  return tell(
    inquiry,
    called,
    actor,
    entity.name,
    messages.ties.speaksFor({ words: quoted(words), name: name ?? entity.name }),
    'party',
    'named',
  );
};

/** The owner itself: a state's government, an organisation. */
const isOwner = ({ kind }: BodyName): boolean => kind.length === 1 && kind[0] === 'government';

/** The body in full that a page names: of "the ministry", and the one part of an organisation that a page names of "the UN". */
const meantBy = (
  { bodies, pages }: Inquiry,
  { statement, isVoice }: Called,
  body: BodyName,
): PageBody | null => {
  const page = pages.get(statement.documentId);
  if (body.owner === null) return bodies.meantOn(page, body);
  const isCoarse = isOwner(body) && (isVoice || isOrganisation(body.owner));
  return isCoarse ? bodies.meantOn(page, { kind: [], owner: body.owner, isVoice }) : null;
};

/** A body by what it is and whose; one without an owner may be the body in full that the page names. */
const institution = (inquiry: Inquiry, called: Called, body: BodyName, id: string, name: string): Found => {
  const { bodies } = inquiry;
  const meant = meantBy(inquiry, called, body);
  if (meant) {
    const because = messages.ties.is({ words: quoted(called.words), name: quoted(meant.words) });
    return tell(inquiry, called, bodies.named(meant.words, meant), meant.words, because, null);
  }
  const isFine = isOrgan(body) || !(called.isVoice || isOrganisation(body.owner ?? ''));
  const vague = body.owner === null ? 'body' : isFine ? null : 'party';
  return tell(inquiry, called, id, name, messages.ties.names(quoted(name)), vague);
};

/** The body that words stand for on the page, as the reader resolved them to `entity`. */
export const bodyIn =
  (inquiry: Inquiry) =>
  (statement: Statement, speaker: Speaker, entity: ResolvedEntity): Found => {
    const { bodies, cast } = inquiry;
    const called = calledBy(inquiry, statement, speaker, entity);
    const { words, body, isVoice } = called;
    const listed = cast.names.get(entity.key);
    if (listed !== undefined && !cast.isCoarse(entity.key)) {
      const because = isVoice
        ? messages.ties.speaksFor({ words: quoted(words), name: listed })
        : messages.ties.names(listed);
      return tell(inquiry, called, entity.key, entity.name, because, null, 'named');
    }
    if (listed !== undefined && !isOrgan(body)) return coarseBody(inquiry, called);
    const name = called.isInWords ? words : entity.name;
    const id = bodies.named(body ? name : entity.name, body);
    if (body && isInstitution(body) && !cast.names.has(id))
      return institution(inquiry, called, body, id, name);
    const vague = cast.isCoarse(id) ? 'party' : null;
    return tell(
      inquiry,
      called,
      id,
      entity.name,
      messages.ties.names(quoted(words || entity.name)),
      vague,
      'named',
    );
  };
