import type { Status } from '../../../src/model/index.ts';
import { type StatusParts, statusParts } from '../status.ts';

const triangle = 'M8 2.2 14.2 13.4H1.8Z';
const lowerTriangle = 'M5 8.6h6l2.7 4.8H2.3Z';
const diamond = 'M8 1.6 14.4 8 8 14.4 1.6 8Z';

const Shape = ({ tone, level }: StatusParts) => {
  const whole = level === 3 ? 'currentColor' : 'none';
  if (tone === 'breach')
    return (
      <>
        <path d={triangle} fill={whole} />
        {level === 2 && <path d={lowerTriangle} fill="currentColor" />}
      </>
    );
  if (tone === 'performance')
    return (
      <>
        <circle cx="8" cy="8" r="5.7" fill={whole} />
        {level === 2 && <path d="M2.3 8a5.7 5.7 0 0 0 11.4 0Z" fill="currentColor" />}
      </>
    );
  return (
    <>
      <path d={diamond} fill="none" />
      <path d="M8 1.6v12.8L1.6 8Z" fill="currentColor" />
    </>
  );
};

const quietShapes: Partial<Record<Status, string>> = {
  'no information': 'M4.5 8h7',
  'not assessed': 'M5.5 5.5l5 5m0-5l-5 5',
};

/** The sign of a status: its shape is the direction, its filling the standard of proof. */
export const Sign = ({ status }: { status: Status }) => {
  const parts = statusParts(status);
  return (
    <svg
      className="sign"
      viewBox="0 0 16 16"
      aria-hidden="true"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {parts.tone === 'none' ? (
        <path d={quietShapes[status] ?? 'M6.2 8a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0'} fill="none" />
      ) : (
        <Shape {...parts} />
      )}
    </svg>
  );
};
