import { useNavigate } from '@tanstack/react-router';
import { useCaseImport } from '../removal-api.ts';
import { words } from '../words.ts';
import { NotSaved } from './not-saved.tsx';

/** Takes in a case file; `replaces`: it may take the place of the case of its id. */
export const ImportCase = ({
  label,
  hint,
  replaces = false,
}: {
  label: string;
  hint: string;
  replaces?: boolean;
}) => {
  const navigate = useNavigate();
  const { mutate, error } = useCaseImport();
  return (
    <div className="form door">
      <NotSaved error={error} say={words.failure.whole} />
      <label className="drop-zone">
        <span>{label}</span>
        <input
          className="chooser"
          type="file"
          accept=".yaml,.yml,.json"
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file can be chosen once more after a refusal.
            target.value = '';
            const onSuccess = ({ id }: { id: string }) =>
              navigate({ to: '/cases/$case', params: { case: id } });
            if (file) mutate({ file, replace: replaces }, { onSuccess });
          }}
        />
        <span className="hint">{hint}</span>
      </label>
    </div>
  );
};
