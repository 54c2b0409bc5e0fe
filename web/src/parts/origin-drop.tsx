import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useState } from 'react';
import { useTracing } from '../origin-api.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

const text = words.origins;

/** Where pages are dropped, or their addresses written, to see where they come from. */
export const OriginDrop = () => {
  const navigate = useNavigate();
  const [isOver, setOver] = useState(false);
  const { mutate, isPending, error } = useTracing();
  const trace = (files: readonly File[], urls: string) => {
    if (isPending || (files.length === 0 && urls.trim() === '')) return;
    mutate({ files, urls }, { onSuccess: () => navigate({ to: '/origins' }) });
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    trace([...event.dataTransfer.files], '');
  };
  const asked = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const files = form.getAll('files').filter((file): file is File => file instanceof File && file.size > 0);
    trace(files, String(form.get('urls') ?? ''));
  };
  return (
    <form
      className={isOver ? 'form origin-drop over' : 'form origin-drop'}
      onSubmit={asked}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <p>{text.drop}</p>
      <label>
        {text.files}
        <input type="file" name="files" multiple />
      </label>
      <label>
        {text.urls}
        <textarea name="urls" rows={3} placeholder="https://" />
      </label>
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isPending}>
          {text.ask}
        </button>
      </p>
      {isPending && <p role="status">{text.working}</p>}
      <NotSaved error={error} />
    </form>
  );
};
