import type { PredicateType } from '../../model/index.ts';
import { type WordTable, wordTable } from '../word-table.ts';

/**
 * What verbs and nouns report, as PLOVER event types and types of states. An entry is a lemma, a lemma
 * with its particle or preposition ("pull out", "agree on"), or, in the noun table, the noun that a
 * light verb carries ("carry out a raid").
 */

const entries = (type: PredicateType, words: string): [string, PredicateType][] =>
  words
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => [word, type]);

const verbs: ReadonlyMap<string, PredicateType> = new Map([
  ...entries(
    'AGREE',
    `agree, agree on, agree to, promise, pledge, vow, swear, commit, undertake, guarantee, assure, reassure, accept, sign, ratify,
    initial, settle, ink, consent, approve, endorse, strike, seal, clinch, adopt, assent, acquiesce,
    sign up, sign on, reconcile, accede, extend, renew, offer`,
  ),
  ...entries(
    'AID',
    `aid, assist, help, donate, fund, finance, subsidise, subsidize, supply, equip, feed, evacuate, rescue,
    bankroll, treat, vaccinate, airlift, resettle, rehabilitate, lend, relieve, provision, grant, arm, rearm, resupply, deliver`,
  ),
  ...entries(
    'ASSAULT',
    `attack, assault, kill, murder, assassinate, execute, ambush, bomb, wound, injure, maim, torture, rape, abduct,
    kidnap, behead, massacre, slaughter, slay, gun down, blow up, detonate, target, storm, raid, beat, stab, shoot, shoot dead, lynch,
    hijack, poison, burn, torch, behead, harm, abuse, mistreat, hurt, decapitate, hit, eliminate, strike down, set off, hunt, hang, ravage,
    sabotage, take hostage, smash, exterminate, brutalise, brutalize, hack`,
  ),
  ...entries(
    'FIGHT',
    `fight, clash, battle, shell, bombard, invade, engage, skirmish, wage, strafe, besiege, counterattack, overrun,
    advance, fire, fire on, fire at, open fire, exchange fire, launch, pound, seize, capture, recapture, retake, repel,
    destroy, down, shoot down, trade fire, sink, intercept, occupy, rocket, mortar, war, drop bomb, violate airspace, breach, break through, break`,
  ),
  ...entries(
    'COERCE',
    `arrest, detain, imprison, jail, expel, deport, evict, seize property, confiscate, impound, ban, censor, block, blockade,
    crack down, suppress, repress, disperse, restrict, curb, coerce, force, forbid, prohibit, outlaw, oust, overthrow,
    depose, topple, remove, displace, round up, incarcerate, hold captive, silence, cordon, intimidate, hack, jam, shut down, close, bar,
    nationalise, nationalize, requisition, conscript, subjugate, disarm, demolish, deface, raze, bulldoze, set fire,
    set ablaze, restrain, rein in, constrain, hold back, throw out, kick out, drive out, curtail, vandalise, vandalize, loot, ransack`,
  ),
  ...entries(
    'CONCEDE',
    `concede, free, set free, release, lift, ease, relax, pardon, amnesty, repatriate, yield, relent, give in, back down,
    apologise, apologize, capitulate, compromise, exonerate, acquit, commute, unblock, unfreeze, reopen, delist, relinquish, renounce, cede,
    hand over, let out, come off, drop charge, drop case, drop demand, drop claim, surrender, waive, resign, step down, reinstate, return`,
  ),
  ...entries(
    'CONSULT',
    `meet, talk, talk to, talk with, negotiate, confer, consult, discuss, visit, host talks, mediate, call on, speak with, speak to,
    parley, brief, convene, sit down, dialogue, phone, telephone, correspond, receive, shuttle, contact, reach out`,
  ),
  ...entries(
    'COOPERATE',
    `cooperate, collaborate, coordinate, partner, work with, work together, join, share, exchange, trade, join forces, team up,
    align, ally, collude, conspire, train, train with, train together, fight together, cohabit, intermarry, extradite, liaise, contribute to, participate, intertwine, embed, integrate, honor, honour`,
  ),
  ...entries(
    'DEMAND',
    `demand, urge, ask, request, call for, appeal, insist on, press, seek, require, solicit, exhort, implore, plead,
    petition, order, instruct, command, insist, beseech, lobby, push for, pressure, call upon`,
  ),
  ...entries(
    'DISAPPROVE',
    `accuse, blame, condemn, criticise, criticize, denounce, deplore, disapprove, decry, rebuke, reproach, castigate,
    slam, fault, protest to, lambast, assail, chide, trade blame, trade accusation, trade barb, reprimand, censure, allege, charge, lament, object, object to, complain, complain about,
    deride, mock, vilify, sue, indict, chastise, blast, complain of, scold, impugn, berate`,
  ),
  ...entries(
    'INVESTIGATE',
    `investigate, probe, inspect, examine, look into, inquire, verify, monitor, audit, interrogate, scrutinise,
    scrutinize, monitor, search for, review, study, explore, question, observe, survey, fact-find, exhume, check, delve`,
  ),
  ...entries(
    'MOBILIZE',
    `mobilise, mobilize, deploy, mass, amass, reinforce, send troops, dispatch, redeploy, station, build up, muster,
    recruit, regroup, conscript, position, patrol, gather, remobilise, garrison, move in, rearm, militarise, militarize, fortify, enlist, send, rejoin, collect fund,
    collect money, raise fund, raise money, take up arm, return to battlefield, return to fighting, return to war, return to rank,
    return to post, go to war, go to rank, go to post, go to front`,
  ),
  ...entries(
    'PROTEST',
    `protest, demonstrate, rally, march, riot, picket, boycott, strike, occupy square, chant, take to the streets,
    rise up, revolt, hunger-strike, burn flags, block road, block street, block highway, sit in, mutiny`,
  ),
  ...entries(
    'REJECT',
    `reject, refuse, deny, dismiss, decline, veto, rebuff, rule out, oppose, spurn, disavow, turn down, defy, disobey, ignore,
    flout, repudiate, refute, rebut, resist, walk out, boycott talks, suspend talks, overrule, contest, dispute, disregard, withhold, deadlock`,
  ),
  ...entries(
    'RETREAT',
    `retreat, withdraw, pull out, pull back, leave, vacate, abandon, evacuate troops, demobilise, demobilize, disengage, draw down, bring down, come down, go down, shrink, cut back, cut down, bring home,
    depart, exit, fall back, cease, halt, stand down, quit, reduce, cut, scale back, scale down, disband, decommission, dismantle, demilitarise, demilitarize,
    lay down, flee, fly home, move out, pull, hand back, ceasefire`,
  ),
  ...entries(
    'SANCTION',
    `sanction, embargo, blacklist, suspend, freeze, expel diplomats, sever, break off, cut off, terminate, cancel, fine,
    penalise, penalize, punish, cut ties, call off, halt aid, downgrade, recall, impose, reimpose, designate, postpone, delay, put off, break with, cut ties with, expel from`,
  ),
  ...entries(
    'SUPPORT',
    `support, back, protect, defend, praise, endorse, side with, favour, favor, applaud, commend, hail, champion,
    recognise, recognize, secure, safeguard, shield, guard, escort, vouch for, vouch, congratulate, uphold, sponsor, stand by, stand with, encourage,
    thank, welcome, express support, cover for, advocate, bolster, boost, laud, stick with`,
  ),
  ...entries(
    'THREATEN',
    `threaten, warn, menace, blackmail, intimidate, caution against, vow revenge, threaten to, plot, put on alert, retaliate, give an ultimatum`,
  ),
  ...entries(
    'hosts',
    `shelter, harbour, harbor, host, house, accommodate, hide, conceal, lodge, quarter, take in`,
  ),
  ...entries('controls', `control, rule, govern, dominate, administer, run, command, hold territory`),
  ...entries('leads', `lead, head, chair, preside over, direct, found, head up, spearhead, oversee`),
  ...entries(
    'located-in',
    `base, live in, reside, reside in, live, stay in, dwell, hide in, hide out, shelter in, locate, station, operate in, operate from, remain in, stay, linger`,
  ),
  ...entries('member-of', `belong to, belong, enlist in, serve in`),
  ...entries('part-of', `comprise`),
  ...entries('allied-with', `ally with, ally, align with, ally itself`),
]);

const nouns: ReadonlyMap<string, PredicateType> = new Map([
  ...entries(
    'AGREE',
    `agreement, deal, pact, accord, treaty, truce, ceasefire, cease-fire, armistice, promise, pledge, assurance, guarantee, commitment, settlement, memorandum, understanding, oath, reconciliation, vow`,
  ),
  ...entries(
    'AID',
    `aid, assistance, help, relief, funding, funds, money, weapon, weapons, arms, ammunition, training, equipment, supply, supplies, food, medicine, loan, donation, grant, finance, logistics, fuel, care, intelligence, treatment, cash, advice`,
  ),
  ...entries(
    'SUPPORT',
    `support, security, protection, backing, cover, endorsement, praise, encouragement, recognition, defence, defense, escort, loyalty, allegiance, approval, thanks`,
  ),
  ...entries(
    'hosts',
    `sanctuary, refuge, shelter, haven, safe haven, accommodation, hideout, hospitality, housing`,
  ),
  ...entries(
    'ASSAULT',
    `attack, ambush, assault, bombing, killing, murder, assassination, raid, massacre, explosion, blast, suicide bombing, kidnapping, abduction, execution, shooting, atrocity, beheading, violence, torture, slaughter, rape`,
  ),
  ...entries(
    'FIGHT',
    `battle, war, offensive, operation, strike, airstrike, air strike, shelling, bombardment, fire, fighting, clash, invasion, incursion, siege, missile, rocket, mortar, barrage, skirmish, campaign, counteroffensive, firefight, sortie, drone strike`,
  ),
  ...entries(
    'COERCE',
    `arrest, detention, crackdown, curfew, blockade, ban, restriction, coup, deportation, eviction, seizure, pressure, martial law, censorship, expulsion, state of emergency, state of siege`,
  ),
  ...entries('CONCEDE', `concession, amnesty, release, pardon, apology, compromise, surrender`),
  ...entries(
    'CONSULT',
    `talk, talks, negotiation, meeting, discussion, consultation, dialogue, visit, conversation, summit, conference, phone call, session, interview, contact`,
  ),
  ...entries(
    'COOPERATE',
    `cooperation, collaboration, tie, ties, relation, relations, link, links, exercise, partnership, coordination, alliance, exchange, bond, relationship, collusion`,
  ),
  ...entries('DEMAND', `demand, appeal, request, call, ultimatum, plea`),
  ...entries(
    'DISAPPROVE',
    `accusation, allegation, criticism, complaint, condemnation, blame, charge, objection, rebuke`,
  ),
  ...entries(
    'INVESTIGATE',
    `investigation, inquiry, enquiry, probe, inspection, review, audit, examination, search, survey, study, autopsy, hearing, trial, inquest`,
  ),
  ...entries(
    'MOBILIZE',
    `mobilisation, mobilization, deployment, reinforcement, patrol, drill, manoeuvre, maneuver, build-up, buildup, troop, recruitment`,
  ),
  ...entries(
    'PROTEST',
    `protest, demonstration, rally, march, riot, strike action, sit-in, hunger strike, general strike, labour strike, labor strike, uprising, walkout`,
  ),
  ...entries('REJECT', `refusal, rejection, denial, veto, dismissal`),
  ...entries(
    'RETREAT',
    `withdrawal, retreat, pullout, pull-out, drawdown, exit, departure, disarmament, evacuation, demobilisation, demobilization, reduction`,
  ),
  ...entries('SANCTION', `sanction, sanctions, embargo, penalty, fine, freeze, boycott, break with, rupture`),
  ...entries('THREATEN', `threat, warning, menace, plot`),
  ...entries('controls', `control, rule, occupation, authority, command`),
  ...entries('located-in', `presence, foothold`),
  ...entries('allied-with', `ally, allies, alliance, partner, friend`),
]);

/** Verbs that carry the meaning of their object noun. */
export const lightVerbs: ReadonlySet<string> = new Set(
  `give provide offer carry make take do have hold conduct launch stage mount perform lend extend supply undertake deliver
   commit wage impose reimpose issue lodge sign reach strike conclude enter open start begin continue engage keep maintain show
   express receive get enjoy grant announce call declare exchange send run execute organise organize
   pay put place break cut sever afford render exert suspend join facilitate promise establish restore resume forge find obtain gain seek complete finish retain transfer ship smuggle funnel`.split(
    /\s+/,
  ),
);

/** To have or seek what is given is not to give it. */
const transferVerbs =
  /^(?:give|provide|offer|extend|supply|deliver|lend|send|grant|transfer|ship|smuggle|funnel|receive|get|accept|promise|announce|restore|resume|suspend|cut|break|finish|complete|begin|start|continue|exchange|pay|render|facilitate|organi[sz]e|afford)$/;
/** What arms those that it is given to; elsewhere it is what strikes. */
const arming = /^(?:provide|supply|deliver|lend|send|transfer|ship|smuggle|funnel)$/;
const arms =
  /^(?:missile|rocket|mortar|drone|tank|vehicle|aircraft|jet|helicopter|shell|rifle|gun|launcher|howitzer|artillery|munition|grenade|mine)$/;

/** "supplied rockets" is aid; "fired rockets" is a fight. */
export const isArming = (verb: string, noun: string): boolean => arming.test(verb) && arms.test(noun);

/** Whether a light verb carries the meaning of a noun: "kept arms" is no aid. */
export const carries = (verb: string, noun: string, type: PredicateType): boolean =>
  !isArming(verb, noun) && (type !== 'AID' || transferVerbs.test(verb));

/** Verbs whose object receives the noun's act as its target: "came under attack". */
const receivingVerbs = new Set(['receive', 'get', 'enjoy', 'suffer', 'face', 'accept']);
/** "found a refuge", "has a haven": somebody else is the host. */
const hostTakingVerbs = new Set(['find', 'obtain', 'gain', 'seek', 'have', 'take', 'keep']);

export const isReceiving = (lemma: string, type: PredicateType): boolean =>
  receivingVerbs.has(lemma) || (type === 'hosts' && hostTakingVerbs.has(lemma));

/** The type of a bare verb, with what follows it. */
export const typeOfVerb = (
  lemma: string,
  particle: string | null,
  prepositions: readonly string[],
): PredicateType | null => {
  for (const word of [particle, ...prepositions]) {
    const found = word ? verbs.get(`${lemma} ${word}`) : undefined;
    if (found) return found;
  }
  return verbs.get(lemma) ?? null;
};

export const typeOfNoun = (lemma: string): PredicateType | null => nouns.get(lemma.toLowerCase()) ?? null;

/** Prepositions before the place of an event. */
export const locativePrepositions: ReadonlySet<string> = new Set(
  'in at near inside outside within across around from to into along on toward towards over through'.split(
    ' ',
  ),
);

type ArgumentRole = 'agent' | 'patient' | 'recipient' | 'beneficiary' | 'purpose';

const roleOfPreposition: Readonly<Partial<Record<PredicateType, WordTable<ArgumentRole>>>> = {
  AID: wordTable({ for: 'recipient', to: 'recipient', with: 'recipient' }),
  SUPPORT: wordTable({ for: 'recipient', to: 'recipient', of: 'patient' }),
  hosts: wordTable({ for: 'recipient', to: 'recipient', among: 'agent', with: 'agent' }),
  AGREE: wordTable({ with: 'patient', to: 'recipient', between: 'agent', on: 'purpose' }),
  CONSULT: wordTable({ with: 'patient', to: 'patient', about: 'purpose', between: 'agent' }),
  COOPERATE: wordTable({ with: 'patient', between: 'agent', to: 'patient' }),
  'allied-with': wordTable({ with: 'patient', of: 'patient', to: 'patient' }),
  FIGHT: wordTable({ against: 'patient', with: 'patient', on: 'patient', at: 'patient', for: 'beneficiary' }),
  ASSAULT: wordTable({ against: 'patient', on: 'patient', at: 'patient', of: 'patient', for: 'beneficiary' }),
  COERCE: wordTable({ against: 'patient', on: 'patient', from: 'patient' }),
  DEMAND: wordTable({ from: 'patient', of: 'patient', for: 'purpose', on: 'patient' }),
  DISAPPROVE: wordTable({ against: 'patient', of: 'purpose', for: 'purpose', at: 'patient' }),
  THREATEN: wordTable({ against: 'patient', with: 'purpose', to: 'patient' }),
  PROTEST: wordTable({ against: 'patient', at: 'patient', over: 'purpose' }),
  SANCTION: wordTable({ on: 'patient', against: 'patient', with: 'patient' }),
  REJECT: wordTable({ with: 'patient' }),
  CONCEDE: wordTable({ to: 'recipient', on: 'patient' }),
  INVESTIGATE: wordTable({ into: 'patient', of: 'patient' }),
  MOBILIZE: wordTable({ against: 'patient' }),
  'member-of': wordTable({ to: 'patient', in: 'patient' }),
};

/** The role that a preposition gives with a type, or without one; null when it only places or dates. */
export const roleOf = (type: PredicateType | null, preposition: string): ArgumentRole | null =>
  type ? (roleOfPreposition[type]?.[preposition] ?? null) : preposition === 'to' ? 'recipient' : null;
