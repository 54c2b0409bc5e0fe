import type { Predication } from '../syntax/predications.ts';
import type { ClaimContext } from './context.ts';
import { typeOfEventNoun, violent } from './events.ts';
import type { NominalEvents } from './nominal-events.ts';
import type { Predicate } from './predicate.ts';

const going =
  /^(?:rise|increase|surge|soar|climb|grow|escalate|intensify|mount|multiply|spike|jump|double|triple|go up|continue|resume|begin|start|open|happen|occur|come|take place|erupt|break out|flare up|ensue|get under ?way)$/;
/** Whoever takes part: they say that it was. */
const happening = /^(?:happen|occur|take place|erupt|break out|flare up|ensue)$/;
const waning =
  /^(?:fall|decline|decrease|drop|subside|diminish|abate|ease|dwindle|halve|go down|come down|end|stop|cease|halt)$/;
const done =
  /^(?:complete|finish|accomplish|conclude|begin|start|open|resume|end|halt|stop|cut|reduce|halve)$/;
const undone = /^(?:end|halt|stop|cut|reduce|halve)$/;

/** Verbs that tell how the event goes that their subject names: "Rebel attacks rose", "The withdrawal is completed". */
export class AspectualVerbs {
  readonly #context: ClaimContext;
  readonly #nominal: NominalEvents;

  constructor(context: ClaimContext, nominal: NominalEvents) {
    this.#context = context;
    this.#nominal = nominal;
  }

  /** The noun's event; fewer attacks are a retreat from them. null where the subject names no event, or nobody's. */
  of({ lemma, particle, subjects, objects, passive }: Predication): Predicate | null {
    const { trees, phrases, referents } = this.#context;
    const [noun] = subjects;
    const verb = particle === null ? lemma : `${lemma} ${trees.lowercase(particle)}`;
    const isCourse = passive ? done.test(verb) : going.test(verb) || waning.test(verb);
    if (!isCourse || noun === undefined || (objects.length > 0 && !passive)) return null;
    const type = typeOfEventNoun(trees, phrases, noun);
    if (!type || phrases.kind(noun) !== 'nominal') return null;
    const { agent, patient } = this.#nominal.participants(noun, type);
    const named = [...agent, ...patient].some(
      (head) => referents.of(head).length || referents.within(head).length,
    );
    if (!named && !happening.test(verb)) return null;
    const isLess = violent.has(type) && (passive ? undone : waning).test(verb);
    return {
      lemma: `${verb} ${trees.lemma(noun)}`,
      type: isLess ? 'RETREAT' : type,
      kind: 'event',
      agent,
      patient,
      recipient: [],
      eventiveNoun: noun,
    };
  }
}
