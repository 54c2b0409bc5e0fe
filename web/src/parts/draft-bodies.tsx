import { useState } from 'react';
import type { DraftWork, Party } from '../../../src/model/index.ts';
import { moved, usesOf, withBody, withNewBody, withoutBody } from '../draft-work.ts';
import { words } from '../words.ts';
import { Dialog } from './dialog.tsx';
import { ListField, TextField, Unfolding } from './fields.tsx';

const text = words.desk;

interface BodiesProps {
  work: DraftWork;
  change: (next: DraftWork, said: string, key?: string) => void;
}

interface BodyProps extends BodiesProps {
  body: Party;
  isParty: boolean;
  onRemove: () => void;
}

const Body = ({ work, change, body, isParty, onRemove }: BodyProps) => {
  const { id, name, aliases } = body;
  const edit = (part: Partial<Party>) =>
    change(withBody(work, id, part), text.done.body, `body ${id} ${Object.keys(part).join()}`);
  return (
    <li className="body">
      <TextField label={words.fields.name} value={name} onChange={(name) => edit({ name })} />
      <ListField
        label={text.aliases}
        value={aliases}
        onChange={(aliases) => edit({ aliases: [...aliases] })}
      />
      <span className="body-actions">
        <button type="button" onClick={() => change(moved(work, id), text.done.body)}>
          {isParty ? text.toActor : text.toParty}
        </button>
        <button type="button" onClick={onRemove}>
          {name ? text.remove(name) : text.removeIt}
        </button>
      </span>
    </li>
  );
};

/** Who is bound, and who else has a part in it; a body that commitments name is not removed without asking. */
export const DraftBodies = ({ work, change }: BodiesProps) => {
  const [asked, setAsked] = useState<Party | null>(null);
  const remove = (id: string) => change(withoutBody(work, id), text.done.body);
  const row = (body: Party, isParty: boolean) => (
    <Body
      key={body.id}
      {...{ work, change, body, isParty }}
      onRemove={() => (usesOf(work, body.id) ? setAsked(body) : remove(body.id))}
    />
  );
  const named = work.parties.filter(({ name }) => name.trim()).length;
  return (
    <>
      <fieldset className="bodies">
        <legend>{text.parties}</legend>
        {named < 2 && <p className="note">{named ? text.oneParty : text.noParty}</p>}
        <ul className="plain">{work.parties.map((party) => row(party, true))}</ul>
        <button type="button" onClick={() => change(withNewBody(work, 'parties'), text.done.body)}>
          {words.caseForm.add.party}
        </button>
      </fieldset>
      <Unfolding className="bodies" summary={text.actors(work.actors.length)}>
        <p className="hint">{text.actorsHint}</p>
        <ul className="plain">{work.actors.map((actor) => row(actor, false))}</ul>
        <button type="button" onClick={() => change(withNewBody(work, 'actors'), text.done.body)}>
          {text.addActor}
        </button>
      </Unfolding>
      {asked && (
        <Dialog
          heading={asked.name ? text.removeHeading(asked.name) : text.removeItHeading}
          onClose={() => setAsked(null)}
        >
          {(close) => (
            <>
              <p>{text.removeUsed(usesOf(work, asked.id))}</p>
              <p className="actions">
                <button type="button" onClick={close}>
                  {words.action.keepIt}
                </button>
                <button
                  type="button"
                  onClick={() => {
                    remove(asked.id);
                    close();
                  }}
                >
                  {asked.name ? text.remove(asked.name) : text.removeIt}
                </button>
              </p>
            </>
          )}
        </Dialog>
      )}
    </>
  );
};
