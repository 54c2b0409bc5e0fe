import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components/ComboBox';
import { words } from '../words.ts';

const text = words.marking;

interface CommitmentBoxProps {
  /** What each commitment requires, by its id. */
  duties: Readonly<Record<string, string>>;
  onChange: (commitment: string) => void;
}

/** Every word that is typed stands somewhere in it. */
const isFound = (duty: string, typed: string): boolean => {
  const inside = duty.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => inside.includes(word));
};

/** A commitment chosen by typing some of its words, or from the list. */
export const CommitmentBox = ({ duties, onChange }: CommitmentBoxProps) => (
  <ComboBox
    className="field wide combobox"
    autoFocus
    isRequired
    menuTrigger="focus"
    defaultItems={Object.entries(duties).map(([id, requires], place) => ({ id, requires, place }))}
    defaultFilter={isFound}
    onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
  >
    <Label>{text.commitment}</Label>
    <span className="combobox-line">
      <Input placeholder={text.seek} />
      <Button aria-label={words.board.allCommitments}>▾</Button>
    </span>
    <Popover className="combobox-list">
      <ListBox renderEmptyState={() => <p className="quiet">{text.noCommitment}</p>}>
        {({ requires, place }: { id: string; requires: string; place: number }) => (
          <ListBoxItem textValue={requires}>
            <span className="facts">{place + 1}</span> {requires}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </ComboBox>
);
