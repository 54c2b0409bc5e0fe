import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { asProblem } from '../api.ts';
import { useAddition } from '../change-api.ts';
import { words } from '../words.ts';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere in the window; tells whether some are held over it. */
export const useDroppedFiles = (onDrop: (files: File[]) => void): boolean => {
  const [isOver, setOver] = useState(false);
  const taken = useRef(onDrop);
  taken.current = onDrop;
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
      if (files.length) taken.current(files);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
};

/** Says over the whole window what a drop would do. */
export const DropCover = ({ isOver, said }: { isOver: boolean; said: string }) =>
  isOver && (
    <div className="drop-cover" aria-hidden="true">
      {said}
    </div>
  );

/** Files dropped anywhere in the window go into the case; its progress is shown on the page for adding. */
export const DropAnywhere = ({ caseId }: { caseId: string }) => {
  const navigate = useNavigate();
  const { mutate, error } = useAddition(caseId);
  const isOver = useDroppedFiles((files) => {
    const onSuccess = ({ id }: { id: string }) =>
      navigate({ to: '/cases/$case/add', params: { case: caseId }, search: { job: id } });
    mutate({ files }, { onSuccess });
  });
  return (
    <>
      <DropCover isOver={isOver} said={words.add.drop} />
      {error && (
        <p className="toast refused" role="alert">
          {words.add.failed(asProblem(error))}
        </p>
      )}
    </>
  );
};
