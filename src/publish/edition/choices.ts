import { choicesOf, type Decision, type PublicationChoice, type ReviewKind } from '../../model/index.ts';

/** What a person chose on something that would become public. */
export type Choice = Extract<Decision, { kind: 'publication' }>;

export type Choices = ReadonlyMap<string, Choice>;

/** Choices by what they are on. */
export const choicesIn = (decisions: readonly Decision[]): Choices =>
  new Map(
    decisions.flatMap((decision) =>
      decision.kind === 'publication' && decision.value ? [[decision.subject, decision]] : [],
    ),
  );

const isChoiceOf = (kind: ReviewKind, choice: PublicationChoice): boolean => choicesOf[kind].includes(choice);

/** What was chosen, where that can be chosen of its kind; null: nobody chose. */
export const chosenFor = (choice: Choice | undefined, kind: ReviewKind): PublicationChoice | null =>
  choice?.value && isChoiceOf(kind, choice.value.choice) ? choice.value.choice : null;
