/** Something in the store that does not hold; a `note` holds, and a person should know of it. */
export interface Problem {
  kind: 'original' | 'quote' | 'takedown' | 'audit' | 'record' | 'journal' | 'note';
  /** Id of a document, judgement or claim, key of a record, or number of an audit entry or a line of the journal. */
  subject: string;
  message: string;
}
