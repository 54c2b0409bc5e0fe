import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { asProblem } from '../api.ts';
import { useAddition } from '../change-api.ts';
import { words } from '../words.ts';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Files dropped anywhere in the window go into the case; its progress is shown on the page for adding. */
export const DropAnywhere = ({ caseId }: { caseId: string }) => {
  const [isOver, setOver] = useState(false);
  const navigate = useNavigate();
  const { mutate, error } = useAddition(caseId);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length) return;
      const onSuccess = ({ id }: { id: string }) =>
        navigate({ to: '/cases/$case/add', params: { case: caseId }, search: { job: id } });
      mutate({ files }, { onSuccess });
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [caseId, mutate, navigate]);
  return (
    <>
      {isOver && (
        <div className="drop-cover" aria-hidden="true">
          {words.add.drop}
        </div>
      )}
      {error && (
        <p className="toast refused" role="alert">
          {words.add.failed(asProblem(error).title)}
        </p>
      )}
    </>
  );
};
