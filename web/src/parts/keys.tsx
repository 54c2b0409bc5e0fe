import { useRef, useState, useSyncExternalStore } from 'react';
import { changeKeySettings, chooseKey, keyFor, keySettings, onKeySettings } from '../key-settings.ts';
import { isCharacter, type KeyScope, useKeys } from '../keys.ts';
import { words } from '../words.ts';

const text = words.keys;

type KeyMessage = Exclude<keyof typeof text, 'change' | 'taken'>;

interface Group {
  scope: KeyScope;
  /** Texts by their ids, looked up when they are shown: the language may be chosen later. */
  name: KeyMessage;
  /** Keys as events name them, with what they do; those of one character can be changed. */
  keys: readonly (readonly [key: string, does: KeyMessage])[];
}

const groups: readonly Group[] = [
  {
    scope: 'everywhere',
    name: 'everywhere',
    keys: [
      ['?', 'show'],
      ['u', 'undo'],
      ['Tab', 'claim'],
    ],
  },
  {
    scope: 'desk',
    name: 'onDesk',
    keys: [
      ['j', 'nextCommitment'],
      ['k', 'previousCommitment'],
      ['a', 'acceptOne'],
      ['d', 'drop'],
      ['e', 'editOne'],
      ['s', 'split'],
      ['m', 'merge'],
      ['n', 'addOne'],
      ['l', 'showLeftOut'],
      ['c', 'makeCase'],
      ['Ctrl+Enter, Esc', 'endForm'],
    ],
  },
  {
    scope: 'review',
    name: 'inReview',
    keys: [
      ['a', 'accept'],
      ['r', 'reject'],
      ['s', 'skip'],
      ['o', 'open'],
      ['n', 'nextBatch'],
    ],
  },
  {
    scope: 'reader',
    name: 'inReader',
    keys: [
      ['j', 'nextSentence'],
      ['k', 'previousSentence'],
      ['→, ←', 'stepSentence'],
      ['n', 'nextEvidence'],
      ['p', 'previousEvidence'],
      ['a', 'accept'],
      ['r', 'reject'],
      ['m', 'mark'],
      ['c', 'enterClaim'],
      ['t', 'annotate'],
      ['Esc', 'back'],
      ['1–9', 'marks'],
    ],
  },
];

/** Every command of one character, so that no two get the same key. */
const changeable = groups.flatMap(({ scope, keys }) =>
  keys.filter(([key]) => isCharacter(key)).map(([key]) => [scope, key] as const),
);

/** A key as it is printed. */
const printed = (key: string): string => (isCharacter(key) ? key.toUpperCase() : key);

interface KeyRowProps {
  scope: KeyScope;
  name: string;
  of: Group['keys'][number];
}

/** A key with what it does; pressed, it waits for the key that is to stand for it. */
const KeyRow = ({ scope, name, of: [key, does] }: KeyRowProps) => {
  const what = text[does];
  const [isWaiting, setWaiting] = useState(false);
  const [refused, setRefused] = useState('');
  const now = isCharacter(key) ? keyFor(scope, key) : key;
  const choose = (pressed: string) => {
    const isFree = chooseKey(scope, key, pressed, changeable);
    setRefused(isFree ? '' : text.taken(printed(pressed)));
    setWaiting(!isFree);
  };
  return (
    <div className="key-row">
      <dt>
        {isCharacter(key) ? (
          <button
            type="button"
            className="key"
            aria-label={text.change({ key: printed(now), what, where: name })}
            onClick={() => setWaiting(!isWaiting)}
            onBlur={() => setWaiting(false)}
            onKeyDown={(event) => {
              if (
                !isWaiting ||
                !isCharacter(event.key) ||
                event.key === ' ' ||
                event.ctrlKey ||
                event.metaKey
              )
                return;
              event.preventDefault();
              choose(event.key.toLowerCase());
            }}
          >
            <kbd>{isWaiting ? '…' : printed(now)}</kbd>
          </button>
        ) : (
          <kbd>{key}</kbd>
        )}
      </dt>
      <dd>
        {what}
        <span role="status">
          {isWaiting && <span className="facts"> {text.press}</span>}
          {refused && <span className="refused"> {refused}</span>}
        </span>
      </dd>
    </div>
  );
};

/** The list of keys, shown by `?` or its button; there they are changed and switched off. */
export const Keys = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const { areOff, chosen } = useSyncExternalStore(onKeySettings, keySettings);
  const toggle = () => (dialog.current?.open ? dialog.current.close() : dialog.current?.showModal());
  useKeys('everywhere', { '?': toggle });
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={words.nav.keys}
        title={words.nav.keys}
        onClick={toggle}
      >
        ?
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="keys-heading">
        <h2 id="keys-heading">{words.nav.keys}</h2>
        <label className="check">
          <input
            type="checkbox"
            checked={!areOff}
            onChange={({ target }) => changeKeySettings({ areOff: !target.checked })}
          />
          {text.on}
        </label>
        <p className="quiet">{text.hint}</p>
        {groups.map(({ scope, name, keys }) => (
          <section key={name} className={areOff ? 'quiet' : undefined}>
            <h3>{text[name]}</h3>
            <dl className="keys">
              {keys.map((of) => (
                <KeyRow key={of[0]} scope={scope} name={text[name]} of={of} />
              ))}
            </dl>
          </section>
        ))}
        <form method="dialog" className="actions">
          {Object.keys(chosen).length > 0 && (
            <button type="button" onClick={() => changeKeySettings({ chosen: {} })}>
              {text.reset}
            </button>
          )}
          <button type="submit">{words.action.close}</button>
        </form>
      </dialog>
    </>
  );
};
