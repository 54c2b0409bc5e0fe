import type { CaseFile } from '../../model/index.ts';
import { foldName } from '../../resolve/index.ts';
import { publisherKey } from '../trust.ts';
import { type BodyName, bodyKey, bodyNamed, isInstitution, isOfState } from './body-names.ts';
import { organisationNamed } from './organisations.ts';
import { type Owners, ownersOf } from './owners.ts';
import { acronymsOn, bodiesIn, type PageBody } from './page-bodies.ts';
import type { Page } from './texts.ts';

/** Ending of a name that says how a body speaks or is registered, not which it is. */
const mouthpiece =
  /[,:]?\s+(?:press (?:service|office|centre|center|release)|public (?:affairs|information)(?: office)?|media (?:office|centre|center)|newsroom|secretariat|on (?:x|telegram|twitter|facebook)|ltd\.?|limited|plc|inc\.?|gmbh|llc|s\.?a\.?|ag)$/iu;

/** Whoever writes for a living is called by name, agency and bureau though it be. */
const media =
  /\b(?:news|press|wire|telegraph|media|broadcast\w*|radio|television|tv|times|post|journal|gazette|dispatch|herald|daily)\b/iu;

/** "UN News" is the UN's own. */
const ofOrganisation = (name: string): string => {
  const own = name.replace(/ (?:news(?: (?:centre|center|service))?|press|radio|info)$/iu, '');
  return organisationNamed(own) ? own : name;
};

/** "the VNA news agency" and "state television channel Nord" are VNA and Nord. */
const outletStyles =
  /\b(?:(?:state|official|local|national|independent)? ?(?:news ?agency|newspaper|newswire|news site|news website|broadcaster|television|tv channel|radio station|daily))\b/gu;

/** The bodies of a case: which id each name stands for. */
export interface CaseBodies {
  owners: Owners;
  /** The party or actor that a name or a body names; null for none. */
  known(name: string, body: BodyName | null): string | null;
  /** Whether the case lists a name, or pages of it are put out under it. */
  isKnown(name: string): boolean;
  /** The id of whoever puts pages out under a name: a body of the case, a body by its name, else a publisher. */
  publisher(name: string): string;
  /** The id of a name that is no party's nor actor's. */
  named(name: string, body: BodyName | null): string;
  /** The finest body that a page names and that these words may stand for ("the ministry"), if there is only one. */
  meantOn(page: Page | undefined, body: BodyName): PageBody | null;
  /** Whether a page introduces it as the acronym of a name. */
  isAcronym(name: string): boolean;
  /** The names under which the case lists an id. */
  namesOf(id: string): readonly string[];
  /** All that it and what it belongs to are called: itself first, closed over. */
  belonging(id: string): string[];
}

/** What a page names; a page never changes, but the case may. */
interface Named {
  bodies: readonly PageBody[];
  acronyms: ReadonlyMap<string, string>;
}

/** Of each case file its owners and what its pages name; a file that is changed is another one. */
const ofCases = new WeakMap<CaseFile, { owners: Owners; seen: WeakMap<Page, Named> }>();

export const caseBodies = (file: CaseFile, pages: ReadonlyMap<string, Page>): CaseBodies => {
  const ofCase = ofCases.get(file) ?? { owners: ownersOf(file), seen: new WeakMap<Page, Named>() };
  ofCases.set(file, ofCase);
  const { owners, seen } = ofCase;
  const listed = new Map(
    [...file.parties, ...file.actors].map(({ id, name, aliases }) => [id, [name, ...aliases]]),
  );
  const people = new Set(file.actors.filter(({ memberOf }) => memberOf.length > 0).map(({ id }) => id));
  const parties = new Set(file.parties.map(({ id }) => id));
  const partOf = new Map(file.actors.map((actor) => [actor.id, actor.partOf]));
  const byName = new Map<string, string>();
  const byBody = new Map<string, string>();
  const everyone = [...file.parties, ...file.actors];
  for (const { id, name, aliases } of everyone.toReversed())
    for (const called of [name, ...aliases]) byName.set(foldName(called), id);
  for (const { id, name, aliases } of everyone.toReversed()) {
    if (people.has(id)) continue;
    for (const called of [...aliases, name]) {
      const body = bodyNamed(called, owners);
      if (!body || body.isVoice) continue;
      byBody.set(bodyKey(body), id);
      // "Finance Ministry", a part of Ostravia, is Ostravia's finance ministry.
      const owner =
        isInstitution(body) && body.owner === null ? partOf.get(id)?.find((one) => parties.has(one)) : null;
      if (owner) byBody.set(bodyKey({ ...body, owner }), id);
    }
  }
  for (const { id } of file.parties) byBody.set(bodyKey({ kind: ['government'], owner: id }), id);

  const above = new Map(file.actors.map(({ id, partOf, memberOf }) => [id, [...memberOf, ...partOf]]));
  const belonging = (id: string): string[] => {
    const owner = /^body:.*@(.+)$/u.exec(id)?.[1];
    const government = owner && bodyKey({ kind: ['government'], owner });
    const reached = new Set([
      id,
      ...(owner && government ? [owner, byBody.get(government) ?? government] : []),
    ]);
    for (const one of reached) for (const body of above.get(one) ?? []) reached.add(body);
    return [...reached];
  };

  const namedOn = (page: Page): Named => {
    const known = seen.get(page);
    if (known) return known;
    const found = { bodies: bodiesIn(page.text, owners), acronyms: acronymsOn(page) };
    seen.set(page, found);
    return found;
  };

  let acronyms: Map<string, string> | undefined;
  /** Names by acronym, where all pages of the case mean the same by it. */
  const acronymsOfCase = (): ReadonlyMap<string, string> => {
    if (acronyms) return acronyms;
    const meant = new Map<string, Map<string, string>>();
    const mean = (acronym: string, name: string) =>
      meant.set(acronym, (meant.get(acronym) ?? new Map()).set(foldName(name), name));
    for (const page of pages.values())
      for (const [acronym, name] of namedOn(page).acronyms) mean(acronym, name);
    acronyms = new Map(
      [...meant].flatMap(([acronym, names]) =>
        names.size === 1 ? [[acronym, [...names.values()][0] as string]] : [],
      ),
    );
    return acronyms;
  };
  const written = (name: string): string =>
    /^\p{Lu}[\p{Lu}\p{Ll}]{1,8}$/u.test(name) && /\p{Lu}.*\p{Lu}/u.test(name)
      ? (acronymsOfCase().get(name) ?? name)
      : name;

  let everywhere: Map<string, PageBody[]> | undefined;
  /** Every body that some page of the case names in full, by what it is. */
  const ofKind = (): Map<string, PageBody[]> => {
    if (everywhere) return everywhere;
    const all = new Map<string, PageBody>();
    for (const page of pages.values())
      for (const body of namedOn(page).bodies)
        if (body.owner !== null && !all.has(body.key)) all.set(body.key, body);
    everywhere = new Map();
    for (const body of all.values()) {
      const kind = body.kind.join(' ');
      const ofOneKind = everywhere.get(kind);
      if (ofOneKind) ofOneKind.push(body);
      else everywhere.set(kind, [body]);
    }
    return everywhere;
  };

  const known = (name: string, body: BodyName | null): string | null =>
    byName.get(foldName(name)) ??
    byName.get(foldName(name.replace(mouthpiece, ''))) ??
    (body && byBody.get(bodyKey(body))) ??
    null;

  let outlets: ReadonlySet<string> | undefined;
  const publishers = (): ReadonlySet<string> => {
    outlets ??= new Set(
      [...pages.values()].flatMap(({ publisher: own, agency }) =>
        [own, agency].flatMap((one) => (one ? [foldName(written(one))] : [])),
      ),
    );
    return outlets;
  };
  const publisher = (name: string): string => {
    const full = ofOrganisation(written(name));
    const body = bodyNamed(full.replace(mouthpiece, ''), owners);
    const id = known(full, body);
    if (id !== null) return id;
    const isBody =
      body && isInstitution(body) && !media.test(full) && (body.owner !== null || isOfState(body));
    return isBody ? bodyKey(body) : publisherKey(full);
  };
  const named = (name: string, body: BodyName | null): string => {
    const full = written(name);
    const own = full === name ? body : bodyNamed(full, owners);
    const id = known(full, own);
    if (id !== null) return id;
    if (publishers().has(foldName(full))) return publisher(full);
    const outlet = foldName(full).replace(outletStyles, ' ').trim();
    // "The press service of the ministry" is no press.
    if (own && isInstitution(own) && (own.isVoice || !media.test(full))) return bodyKey(own);
    return publishers().has(outlet) ? publisherKey(outlet) : `name:${outlet || foldName(full)}`;
  };

  /** The body whose own page it is. */
  const ownBody = (page: Page): PageBody | null => {
    if (!page.publisher) return null;
    const words = written(page.publisher).replace(mouthpiece, '');
    const body = bodyNamed(words, owners);
    if (!body || !isInstitution(body) || media.test(words)) return null;
    return { ...body, key: bodyKey(body), words, span: [0, 0] };
  };

  return {
    owners,
    known,
    named,
    publisher,
    isKnown: (name) =>
      known(written(name), bodyNamed(name, owners)) !== null || publishers().has(foldName(written(name))),
    meantOn(page, body) {
      if (!page) return null;
      const own = ownBody(page);
      if (
        own &&
        own.kind.length >= body.kind.length &&
        body.kind.every((word) => own.kind.includes(word)) &&
        (body.owner === null || body.owner === own.owner)
      )
        return own;
      const fits = (other: PageBody): boolean =>
        body.kind.every((word) => other.kind.includes(word)) &&
        (body.owner === null || body.owner === other.owner) &&
        (other.owner !== body.owner || other.kind.length > body.kind.length);
      const onPage = namedOn(page).bodies.filter(fits);
      const finest = onPage.filter(
        ({ owner }) => owner !== null || onPage.every((other) => other.owner === null),
      );
      if (finest.length === 1) return finest[0] as PageBody;
      if (finest.length > 1 || body.owner !== null) return null;
      const elsewhere = ofKind().get(body.kind.join(' ')) ?? [];
      return elsewhere.length === 1 ? (elsewhere[0] as PageBody) : null;
    },
    belonging,
    isAcronym: (name) => written(name) !== name,
    namesOf: (id) => listed.get(id) ?? [],
  };
};
