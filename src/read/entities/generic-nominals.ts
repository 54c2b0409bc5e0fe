import type { EntityType } from '../../model/index.ts';
import { isKnownBody, isOutlet, isPersonNoun } from './name-lexicon.ts';
import { type Cluster, isCollective } from './registry.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

interface Generic {
  readonly nouns: ReadonlySet<string>;
  readonly types: readonly EntityType[];
  /** How many sentences back the name may stand. */
  readonly within: number;
}

/** Nouns that with "the" or "this" stand for what was named before. */
const generics: readonly Generic[] = [
  { nouns: set('country nation'), types: ['state'], within: 3 },
  {
    nouns: set('group movement militia faction insurgency outfit'),
    types: ['armed-group', 'organisation'],
    within: 4,
  },
  {
    nouns: set(
      'organisation organization body agency network alliance team council party company firm association',
    ),
    types: ['organisation', 'armed-group'],
    within: 4,
  },
];

/** Nouns that may stand for an official body, where "movement" or "militia" may not. */
const formal = set(
  'body agency council organisation organization alliance team network company firm association party',
);

/** What armed groups are called where their name would be said again: "the rebels". */
const fighters = /^(?:rebel|militant|insurgent|guerrilla|separatist|jihadist|extremist|terrorist|fighter)$/;

/** Official bodies are no movements; of them only broadcasters are networks. */
const isNamedSo = (name: string, lemma: string): boolean =>
  lemma === 'network' ? isOutlet(name) : formal.has(lemma);

/** Nouns that may stand for an office of a state, where "network" or "movement" may not. */
const stately = set('body agency council organisation organization');
const office =
  /\b(?:ministry|department|treasury|court|parliament|senate|office|bureau|government|cabinet)\b/iu;

/** Nouns of which two may be meant together: "the two sides". */
const pairNouns =
  set(`group side party country nation organisation organization movement government state neighbour
  neighbor ally faction rival army man woman leader`);
const ofStates = set('country nation state government neighbour neighbor');
const ofPeople = set('man woman leader');

export interface AntecedentTypes {
  readonly within: number;
  fits(entity: Cluster): boolean;
}

/** Whom "the NOUN" may take up by its meaning alone; null where its noun says too little. */
export const antecedentOf = (lemma: string): AntecedentTypes | null => {
  const generic = generics.find(({ nouns }) => nouns.has(lemma));
  if (generic)
    return {
      within: generic.within,
      fits: (entity) =>
        entity.named &&
        generic.types.includes(entity.type) &&
        (entity.type !== 'organisation' || !isKnownBody(entity.name) || isNamedSo(entity.name, lemma)) &&
        (stately.has(lemma) || !office.test(entity.name)),
    };
  if (isPersonNoun(lemma))
    return { within: 30, fits: ({ type, titles }) => type === 'person' && titles.has(lemma) };
  return null;
};

/** Whom "the rebels" may take up; null for other nouns. */
export const antecedentsOfPlural = (lemma: string): AntecedentTypes | null =>
  fighters.test(lemma) ? { within: 4, fits: ({ type }) => type === 'armed-group' } : null;

/** Which of those spoken of "the two NOUNs" may mean; null for nouns that do not come in pairs. */
export const pairFits = (lemma: string): ((entity: Cluster) => boolean) | null => {
  if (!pairNouns.has(lemma)) return null;
  if (ofStates.has(lemma)) return ({ named, type }) => named && type === 'state';
  if (ofPeople.has(lemma)) return ({ named, type }) => named && type === 'person';
  return (entity) => entity.named && isCollective(entity) && (entity.type !== 'state' || lemma !== 'group');
};
