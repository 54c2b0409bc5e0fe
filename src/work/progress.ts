/** How far long work has come. */
export interface Step {
  doing: 'collecting' | 'comparing' | 'translating' | 'reading' | 'matching';
  done: number;
  total: number;
}

export type Progress = (step: Step) => void;

export const silent: Progress = () => {};
