import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { gapsOf, gapsOfCommitment } from '../../../src/model/draft-gaps.ts';
import type { DraftGap, DraftWork } from '../../../src/model/index.ts';
import type { Desk } from '../desk.ts';
import { useMakeCase } from '../draft-api.ts';
import { onDesk } from '../draft-work.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.desk;

/** Accepts what is proposed and complete; drops the rest of it, or all of it. */
const judged = (work: DraftWork, isTaken: boolean): DraftWork => ({
  ...work,
  commitments: work.commitments.map((commitment) => {
    if (commitment.state !== 'proposed') return commitment;
    const isWhole = !gapsOfCommitment(commitment, work.signed).length;
    return { ...commitment, state: isTaken && isWhole ? 'accepted' : 'dropped' };
  }),
});

interface RestProps {
  work: DraftWork;
  onDecided: (isTaken: boolean) => void;
  onClose: () => void;
}

/** Asks what becomes of commitments that nobody has judged. */
const Rest = ({ work, onDecided, onClose }: RestProps) => {
  const rest = onDesk(work).filter(({ state }) => state === 'proposed');
  const whole = rest.filter((commitment) => !gapsOfCommitment(commitment, work.signed).length);
  const lacking = rest.length - whole.length;
  return (
    <Dialog heading={text.restHeading(rest.length)} onClose={onClose}>
      {(close) => (
        <>
          {lacking > 0 && whole.length > 0 && <p>{text.restIncomplete(lacking)}</p>}
          <p className="actions">
            {whole.length > 0 && (
              <button type="button" className="primary" onClick={() => onDecided(true)}>
                {text.restTake(whole.length)}
              </button>
            )}
            <button type="button" onClick={() => onDecided(false)}>
              {text.restLeave(rest.length)}
            </button>
            <button type="button" onClick={close}>
              {text.restBack}
            </button>
          </p>
        </>
      )}
    </Dialog>
  );
};

interface GapsProps {
  gaps: readonly DraftGap[];
  work: DraftWork;
  onChoose: (commitment: string) => void;
}

const Gaps = ({ gaps, work, onChoose }: GapsProps) => (
  <div className="refused" role="alert">
    <p>{text.lacking}</p>
    <ul>
      {gaps.map((gap) => (
        <li key={'commitment' in gap ? `${gap.what} ${gap.commitment}` : gap.what}>
          {words.gaps[gap.what]}{' '}
          {'commitment' in gap && (
            <button type="button" onClick={() => onChoose(gap.commitment)}>
              {work.commitments.find(({ id }) => id === gap.commitment)?.requires.slice(0, 60) || '–'}
            </button>
          )}
        </li>
      ))}
    </ul>
  </div>
);

/** What making the case goes through: the rest judged, what is lacking said, all saved, then the case. */
export const useCaseMaking = (id: string, desk: Desk, onChoose: (commitment: string) => void) => {
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const [gaps, setGaps] = useState<readonly DraftGap[]>([]);
  const { mutateAsync, isPending, error } = useMakeCase(id);

  const make = async (work: DraftWork) => {
    const found = gapsOf(work);
    setGaps(found);
    if (found.length || isPending || !(await desk.flush())) return;
    const made = await mutateAsync().catch(() => null);
    if (made) navigate({ to: '/cases/$case/add', params: { case: made }, search: { made: 'made' } });
  };
  const begin = () => {
    if (onDesk(desk.work).some(({ state }) => state === 'proposed')) setAsked(true);
    else make(desk.work);
  };
  const decide = (isTaken: boolean) => {
    const next = judged(desk.work, isTaken);
    setAsked(false);
    desk.change(next, text.done.all);
    make(next);
  };
  const open = gaps.filter((gap) =>
    gapsOf(desk.work).some((now) => JSON.stringify(now) === JSON.stringify(gap)),
  );
  return {
    begin,
    isPending,
    shown: (
      <>
        {open.length > 0 && <Gaps gaps={open} work={desk.work} onChoose={onChoose} />}
        <NotSaved error={error} say={text.failed} />
        {asked && <Rest work={desk.work} onDecided={decide} onClose={() => setAsked(false)} />}
      </>
    ),
  };
};
