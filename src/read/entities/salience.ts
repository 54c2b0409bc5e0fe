/**
 * What makes a phrase the likelier antecedent of a pronoun, in points (the factors of Lappin and Leass 1994, “An
 * Algorithm for Pronominal Anaphora Resolution”). Fitted by turns on the train part of GUM.
 */
export const salience = {
  role: { subject: 50, object: 35, oblique: 20, possessor: 30, complement: 8, other: 15 },
  /** Lost with each sentence and with each phrase in between. */
  sentence: 40,
  step: 1.5,
  /** The pronoun has the same role. */
  parallel: 8,
  /** The subject of the clause above, of a pronoun that is a subject: "Berg said that she left". */
  above: 13,
  /** A name that its clause opens towards: "In his speech Berg said". */
  ahead: 18,
  named: 8,
  /** Its gender is known and the pronoun's. */
  gender: 35,
  pronoun: 5,
  /** Only one of the two stands in a quotation. */
  quotation: 25,
  /** "They" for a state or a body. */
  stateAsMany: 30,
  bodyAsMany: 22,
  /** "It" for a thing, not a body. */
  thing: 0,
  /** "They", "he" for what may be no person. */
  thingAsPeople: 25,
  apposition: 10,
  /** Who passes the news on is seldom spoken of. */
  outlet: 60,
  /** For each e-fold of mentions before. */
  told: 13,
  /** Below this nobody is taken. */
  least: -80,
  /** How many sentences back one may look. */
  sentences: 4,
};
