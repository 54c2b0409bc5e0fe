import { Link, useNavigate } from '@tanstack/react-router';
import { dayOrNothing } from '../dates.ts';
import { words } from '../words.ts';

/** Asks for the state on a past day, with what was known by a day; the address carries both. */
export const ClockForm = ({ asOf, knownAt }: { asOf: string; knownAt: string }) => {
  const navigate = useNavigate();
  const show = (form: FormData) =>
    navigate({
      to: '.',
      search: { asOf: dayOrNothing(form.get('asOf')), knownAt: dayOrNothing(form.get('knownAt')) },
    });
  return (
    <form
      key={`${asOf} ${knownAt}`}
      className="clocks"
      onSubmit={(event) => {
        event.preventDefault();
        show(new FormData(event.currentTarget));
      }}
    >
      <fieldset>
        <legend className="unseen">{words.clocks.legend}</legend>
        <label>
          <span>{words.clocks.asOf}</span>
          <input type="date" name="asOf" defaultValue={asOf} />
        </label>
        <label>
          <span>{words.clocks.knownAt}</span>
          <input type="date" name="knownAt" defaultValue={knownAt} />
        </label>
        <button type="submit">{words.clocks.show}</button>
        {asOf !== knownAt && (
          <Link className="button" to="." search={{ asOf, knownAt: asOf }}>
            {words.clocks.asKnownThen}
          </Link>
        )}
        <Link className="button" to="." search={{ asOf: undefined, knownAt: undefined }}>
          {words.clocks.today}
        </Link>
      </fieldset>
    </form>
  );
};
