/** Something in the store that does not hold. */
export interface Problem {
  kind: 'original' | 'quote' | 'takedown' | 'audit' | 'judgement';
  /** Id of a document, judgement or claim, or number of the audit entry. */
  subject: string;
  message: string;
}
