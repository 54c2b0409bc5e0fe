import { withoutNoteMarks } from './note-marks.ts';
import { type Changed, inTurn, unchanged } from './offset-map.ts';
import { withoutUnseen } from './unseen.ts';
import { unwrapped } from './wrapping.ts';

const steps = [withoutUnseen, unwrapped, withoutNoteMarks];

/**
 * What a text says, for whoever reads it: without signs that show nothing and marks of footnotes, its lines whole where they were
 * broken for width. `original` leads back to the words as they stand in the text, which are what is quoted.
 */
export const readable = (text: string): Changed => steps.reduce<Changed>(inTurn, unchanged(text));
