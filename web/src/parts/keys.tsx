import { useRef } from 'react';
import { useKeys } from '../keys.ts';
import { words } from '../words.ts';

const text = words.keys;

const groups: readonly { name: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    name: text.everywhere,
    keys: [
      ['?', text.show],
      ['U', text.undo],
      ['Tab', text.claim],
    ],
  },
  {
    name: text.onDesk,
    keys: [
      ['J', text.nextCommitment],
      ['K', text.previousCommitment],
      ['A', text.acceptOne],
      ['D', text.drop],
      ['E', text.editOne],
      ['S', text.split],
      ['M', text.merge],
      ['N', text.addOne],
      ['L', text.showLeftOut],
      ['C', text.makeCase],
      ['Ctrl+Enter, Esc', text.endForm],
    ],
  },
  {
    name: text.inReview,
    keys: [
      ['A', text.accept],
      ['R', text.reject],
      ['S', text.skip],
      ['O', text.open],
      ['N', text.nextBatch],
    ],
  },
  {
    name: text.inReader,
    keys: [
      ['J, →', text.nextSentence],
      ['K, ←', text.previousSentence],
      ['N', text.nextEvidence],
      ['P', text.previousEvidence],
      ['A', text.accept],
      ['R', text.reject],
      ['M', text.mark],
      ['C', text.enterClaim],
      ['Esc', text.back],
      ['1–8', text.marks],
    ],
  },
];

/** The list of keys, shown by `?` or its button. */
export const Keys = () => {
  const dialog = useRef<HTMLDialogElement>(null);
  const toggle = () => (dialog.current?.open ? dialog.current.close() : dialog.current?.showModal());
  useKeys({ '?': toggle });
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
        <h2 id="keys-heading">{text.heading}</h2>
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl className="keys">
              {keys.map(([key, what]) => (
                <div key={key} className="key-row">
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <form method="dialog">
          <button type="submit">{text.close}</button>
        </form>
      </dialog>
    </>
  );
};
