import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { clockStops, stopAt } from '../clock-stops.ts';
import { dateInWords, dayOrNothing } from '../dates.ts';
import { words } from '../words.ts';

interface ClocksProps {
  signed: string;
  asOf: string;
  knownAt: string;
}

interface SliderProps {
  label: string;
  stops: readonly string[];
  day: string;
  onChange: (day: string) => void;
}

const Slider = ({ label, stops, day, onChange }: SliderProps) => (
  <label className="slider">
    <span>
      {label} <strong>{dateInWords(day)}</strong>
    </span>
    <input
      type="range"
      min={0}
      max={stops.length - 1}
      value={stopAt(stops, day)}
      aria-valuetext={dateInWords(day)}
      onChange={({ target }) => onChange(stops[Number(target.value)] ?? day)}
    />
  </label>
);

/** After the slider has rested for so long the state is asked for. */
const rest = 250;

/** Asks for the state on a past day, with what was known by a day; the address carries both. */
export const Clocks = ({ signed, asOf, knownAt }: ClocksProps) => {
  const navigate = useNavigate();
  const stops = clockStops(signed, new Date().toISOString().slice(0, 10));
  const [chosen, setChosen] = useState({ asOf, knownAt });
  const [together, setTogether] = useState(asOf === knownAt && asOf !== stops.at(-1));
  useEffect(() => setChosen({ asOf, knownAt }), [asOf, knownAt]);
  useEffect(() => {
    if (chosen.asOf === asOf && chosen.knownAt === knownAt) return;
    const timer = setTimeout(
      () =>
        navigate({
          to: '.',
          search: (before) => ({ ...before, ...chosen }),
          replace: true,
          resetScroll: false,
        }),
      rest,
    );
    return () => clearTimeout(timer);
  }, [chosen, asOf, knownAt, navigate]);
  const choose = (change: Partial<typeof chosen>) => {
    const day = change.asOf ?? change.knownAt;
    setChosen((before) => ({
      ...before,
      ...change,
      ...(together && day ? { asOf: day, knownAt: day } : {}),
    }));
  };
  const day = (name: 'asOf' | 'knownAt') => ({
    type: 'date',
    value: chosen[name],
    'aria-label': words.clocks[name],
    onChange: ({ target }: { target: HTMLInputElement }) => {
      const given = dayOrNothing(target.value);
      if (given) choose({ [name]: given });
    },
  });
  return (
    <fieldset className="clocks">
      <legend className="unseen">{words.clocks.legend}</legend>
      <Slider
        label={words.clocks.asOf}
        stops={stops}
        day={chosen.asOf}
        onChange={(asOf) => choose({ asOf })}
      />
      <Slider
        label={words.clocks.knownAt}
        stops={stops}
        day={chosen.knownAt}
        onChange={(knownAt) => choose({ knownAt })}
      />
      <div className="clocks-more">
        <label className="check">
          <input
            type="checkbox"
            checked={together}
            onChange={({ target }) => {
              setTogether(target.checked);
              if (target.checked) setChosen(({ asOf }) => ({ asOf, knownAt: asOf }));
            }}
          />
          {words.clocks.together}
        </label>
        <details>
          <summary>{words.clocks.exact}</summary>
          <div className="clocks-days">
            <input {...day('asOf')} />
            <input {...day('knownAt')} />
          </div>
        </details>
        <Link className="button" to="." search={{ asOf: undefined, knownAt: undefined }}>
          {words.clocks.today}
        </Link>
      </div>
    </fieldset>
  );
};
