import type { ReactNode } from 'react';
import type { Status } from '../../../src/model/index.ts';
import { markOf, type StatusSign } from '../../../src/model/marks.ts';

const triangle = 'M8 2.2 14.2 13.4H1.8Z';
const circle = <circle cx="8" cy="8" r="5.7" />;

/** The signs of the model, drawn: letters of all machines have not the same triangles. */
const shapes: Record<StatusSign, ReactNode> = {
  '▲': <path d={triangle} fill="currentColor" />,
  '◭': (
    <>
      <path d={triangle} />
      <path d="M5 8.6h6l2.7 4.8H2.3Z" fill="currentColor" />
    </>
  ),
  '△': <path d={triangle} />,
  '⬖': (
    <>
      <path d="M8 1.6 14.4 8 8 14.4 1.6 8Z" />
      <path d="M8 1.6v12.8L1.6 8Z" fill="currentColor" />
    </>
  ),
  '○': circle,
  '◒': (
    <>
      {circle}
      <path d="M2.3 8a5.7 5.7 0 0 0 11.4 0Z" fill="currentColor" />
    </>
  ),
  '●': <circle cx="8" cy="8" r="5.7" fill="currentColor" />,
  '–': <path d="M4.5 8h7" />,
  '×': <path d="M5.5 5.5l5 5m0-5l-5 5" />,
  '◦': <circle cx="8" cy="8" r="1.8" />,
};

/** The sign of a status: its shape is the direction, its filling the standard of proof. */
export const Sign = ({ status }: { status: Status }) => (
  <svg
    className="sign"
    viewBox="0 0 16 16"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinejoin="round"
    strokeLinecap="round"
  >
    {shapes[markOf(status).sign]}
  </svg>
);
