import type { EntityType } from '../../model/index.ts';
import { countryNamed, countryOfDemonym, fold } from '../countries.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles and occupations that stand before or beside a person's name. */
const personNouns: ReadonlySet<string> = set(`
  president chairman chairwoman chairperson chair minister secretary chancellor premier king queen prince
  princess emir sultan sheikh sheik mullah ayatollah imam pope bishop archbishop cardinal priest rabbi
  general gen gen. lieutenant lt lt. colonel col col. major maj maj. captain capt capt. admiral adm adm. brigadier
  sergeant sgt sgt. commander marshal mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir lord lady dame
  senator sen sen. representative rep rep. congressman congresswoman governor gov gov. mayor judge justice
  prosecutor attorney lawyer ambassador envoy diplomat negotiator mediator spokesman spokeswoman
  spokesperson speaker leader chief head director coordinator deputy vice prime foreign defence defense
  official officer soldier fighter militant insurgent rebel terrorist member operative figure activist
  journalist reporter correspondent editor analyst expert researcher scholar author economist historian
  monitor inspector observer delegate counsellor councillor counselor adviser advisor aide assistant
  founder co-founder owner manager executive ceo politician lawmaker parliamentarian mp candidate
  resident villager farmer teacher student doctor nurse driver worker witness survivor victim
  prisoner detainee refugee man woman boy girl child son daughter brother sister wife husband father mother
  warlord strongman gunman bomber kingpin elder cleric preacher veteran engineer scientist
  citizen colleague guard bodyguard translator interpreter recruiter financier`);

const groupPersonNouns = set(`
  officials authorities forces troops soldiers fighters militants insurgents rebels terrorists gunmen
  members leaders figures operatives officers commanders police negotiators diplomats envoys sources
  spokesmen representatives monitors inspectors observers experts analysts ministers lawmakers
  prosecutors judges officers guards militiamen peacekeepers advisers advisors agents delegates
  activists investigators separatists jihadists guerrillas paramilitaries mercenaries extremists
  government administration regime army navy military airforce militia delegation contingent team side
  parliament leadership command ministry embassy agency council commission committee department
  office mission spies intelligence service services security coalition party faction factions
  movement group groups organisation organization network cell branch affiliate wing unit units
  warplanes jets aircraft helicopters drones warships ships artillery tanks personnel staff
  residents villagers citizens people nationals civilians voters protesters demonstrators workers
  prisoners detainees refugees media press television radio newspaper newspapers navy`);

export const armedNouns: ReadonlySet<string> = set(`
  militants insurgents rebels fighters gunmen militia militias militiamen guerrillas jihadists separatists
  terrorists terrorist extremists paramilitaries mercenaries insurgency militant rebel insurgent jihadist
  separatist guerrilla fighter gunman paramilitary terror bomber bombers`);

const speechOutlets = set(
  'bbc cnn reuters afp ap xinhua tass interfax bloomberg npr rferl dpa efe ansa pti kyodo rt',
);

const media = set(`times post journal news press radio television tv gazette herald tribune guardian
  telegraph economist newspaper magazine agency broadcaster daily weekly chronicle observer independent
  monitor star mail express mirror sun globe wire media`);

const placeNouns =
  set(`province district city town village region governorate county oblast valley river mountain
  mountains island islands peninsula desert lake sea gulf bay strait coast airport airfield base camp
  port street square road bridge dam border crossing prison hotel stadium palace area zone`);

const knownBodies =
  set(`un nato eu au osce ecowas icrc unicef unhcr opcw iaea who wto imf fbi cia nsa pentagon
  kremlin interpol europol hague asean unsc igad oic ohchr unesco wfp iom opec g7 g20 mi5 mi6 isi`);

const betweenStates =
  /\b(?:United Nations|European Union|African Union|Arab League|Security Council|Red Cross|Red Crescent)\b/;

const armedSuffix = set(
  'front movement army brigade brigades militia militias resistance battalion battalions liberation jihad fighters rebels guerrillas',
);
const person1st =
  set(`john james robert michael william david richard joseph thomas charles christopher daniel matthew
  anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey
  ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank
  alexander raymond patrick jack dennis jerry mary patricia jennifer linda elizabeth barbara susan jessica sarah
  karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah
  stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna
  peter simon martin ivan vladimir sergei dmitry juan carlos jose luis maria pedro pablo ahmed mohammed mohammad
  muhammad ali hassan hussein omar ibrahim abdul abdullah yusuf khalid mustafa mahmoud said joe bill tom jim
  mike bob hillary barack antony lloyd boris theresa angela emmanuel francois jean pierre hans klaus giovanni`);
const female = set(`mrs mrs. ms ms. lady dame queen princess spokeswoman chairwoman congresswoman actress mary
  patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
  kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy
  kathleen angela shirley emma brenda pamela nicole anna maria hillary theresa woman girl wife mother daughter sister`);

export const isTitle = (word: string): boolean =>
  personNouns.has(word.toLowerCase().replace(/^(?:ex|vice|co|sub)-/, ''));

const memberNouns = set(
  `member fighter militant insurgent rebel gunman jihadist operative commander leader spokesman spokeswoman
  spokesperson official affiliate`,
);

/** Who belongs to a body that is named before: "a Front fighter". */
export const isMember = (lemma: string): boolean => memberNouns.has(lemma.toLowerCase());

export const isPersonNoun = (lemma: string): boolean => personNouns.has(lemma.toLowerCase());

/** Plural people and collective bodies: "officials", "forces", "government". */
export const isGroupNoun = (word: string): boolean => groupPersonNouns.has(word.toLowerCase());

/** News agencies and broadcasters known by one word; `word` in small letters. */
export const isAgency = (word: string): boolean => speechOutlets.has(word);

export const isOutlet = (name: string): boolean => {
  const words = fold(name).split(' ');
  return words.some(isAgency) || media.has(words.at(-1) ?? '');
};

/** International bodies and agencies known by their initials. */
export const isKnownBody = (name: string): boolean =>
  knownBodies.has(fold(name)) || betweenStates.test(name) || isOutlet(name);

export const isFemale = (word: string): boolean => female.has(word.toLowerCase());

const male = set('mr mr. sir lord king prince sultan man boy son brother husband father');

/** Titles and first names of men; of names that both may bear, none. */
export const isMale = (word: string): boolean => {
  const lower = word.toLowerCase();
  return male.has(lower) || (person1st.has(lower) && !female.has(lower));
};

export const isPlaceNoun = (word: string): boolean => placeNouns.has(word.toLowerCase());

/** Head nouns of bodies: they continue over "of" and type what they name. */
export const bodyNouns: ReadonlySet<string> = new Set(
  `ministry department directorate council court house bank board bureau office committee commission
   chamber university college institute academy organisation organization union league association
   federation confederation society front movement party army force forces guard guards corps brigade
   brigades legion police service services authority agency assembly senate parliament congress
   secretariat secretary minister mission team group network coalition alliance republic kingdom state
   states emirate government cabinet foundation fund centre center initiative campaign command
   staff tribunal registry embassy militia battalion panel times post journal news press radio
   television company corporation corp inc ltd hospital school church supreme general joint chiefs`.split(
    /\s+/,
  ),
);

/** A capital, or one after a short article: "Amin", "al-Amin". */
export const capital = /^(?:\p{Ll}{1,3}[-'’])?\p{Lu}/u;

/** What surrounds a name and so tells what it names. */
export interface NameContext {
  /** Title or occupation right before, or beside in an apposition. */
  readonly personal: boolean;
  readonly article: boolean;
  readonly preposition: string | null;
  readonly knownPlace: boolean;
}

const placePrepositions = new Set(['in', 'near', 'at', 'around', 'outside', 'across', 'toward', 'towards']);

/** The type of a name by its own words and by what surrounds it. */
export const typeOfName = (name: string, context: NameContext): EntityType => {
  const words = fold(name).split(' ');
  const last = words.at(-1) ?? '';
  if (countryNamed(name)) return 'state';
  if (words.length === 1 && countryOfDemonym(name)) return 'nationality';
  if (knownBodies.has(words[0] ?? '') && words.length === 1) return 'organisation';
  if (words.some((word, at) => bodyNouns.has(word) && words[at + 1] === 'of')) return 'organisation';
  if (context.personal && !bodyNouns.has(last)) return 'person';
  if (armedSuffix.has(last) && words.length > 1)
    return countryOfDemonym(words[0] ?? '') || /^(?:national|royal)$/.test(words[0] ?? '')
      ? 'organisation'
      : 'armed-group';
  if (words.some((word) => /^(?:liberation|jihad|resistance)$/.test(word))) return 'armed-group';
  if (
    bodyNouns.has(last) ||
    words.some((word, at) => bodyNouns.has(word) && words[at + 1] === 'of') ||
    isOutlet(name)
  )
    return 'organisation';
  if (words.length > 1 && words.some((word) => bodyNouns.has(word)) && !context.personal)
    return 'organisation';
  if (isPlaceNoun(last) || /^(?:camp|mount|lake|fort|port|cape)$/.test(words[0] ?? '')) return 'place';
  if (context.knownPlace) return 'place';
  if (person1st.has(words[0] ?? '') && words.length > 1) return 'person';
  const single = !/\s/.test(name.replace(/^(?:al|el)\s/i, ''));
  if (context.article || /^[\p{Lu}]{2,6}$/u.test(name)) return 'organisation';
  if (!single) return 'person';
  if (context.preposition && placePrepositions.has(context.preposition)) return 'place';
  return 'other';
};
