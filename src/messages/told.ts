import type { Told } from '../model/index.ts';
import { words } from './words.ts';

/** What is told of a commitment. */
export const toldInWords = ({ bearing, stance }: Told): string => words.told[stance][bearing];

/** What is told of a commitment, in the middle of a sentence. */
export const toldInText = ({ bearing, stance }: Told): string => words.toldInText[stance][bearing];
