import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { peopleQuery, usePerson } from '../day-api.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { TextField } from './fields.tsx';
import { NotSaved } from './not-saved.tsx';

const text = words.person;

const NameForm = ({
  before,
  people,
  close,
}: {
  before: string;
  people: readonly string[];
  close: () => void;
}) => {
  const [name, setName] = useState(before);
  const { mutate, isPending, error } = usePerson();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && !isPending) mutate(name, { onSuccess: close });
      }}
    >
      <p>{text.why}</p>
      <TextField label={text.name} value={name} required choices={people} onChange={setName} />
      <NotSaved error={error} />
      <p className="actions">
        <button type="submit" className="primary" aria-disabled={isPending || !name.trim()}>
          {text.keep}
        </button>
        <button type="button" onClick={close}>
          {text.cancel}
        </button>
      </p>
    </form>
  );
};

/** Who judges by this browser: asked once, changed at any time. */
export const Person = () => {
  const { data } = useQuery(peopleQuery);
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  const { me, isChosen, people } = data;
  return (
    <>
      <button
        type="button"
        className="person"
        aria-label={isChosen ? text.is(me) : text.ask}
        onClick={() => setOpen(true)}
      >
        <bdi>{isChosen ? me : text.ask}</bdi>
      </button>
      {isOpen && (
        <Dialog heading={text.ask} onClose={() => setOpen(false)}>
          {(close) => <NameForm before={isChosen ? me : ''} people={people} close={close} />}
        </Dialog>
      )}
    </>
  );
};
