import { directionOf, languageInWords, translatorInWords } from '../../../src/messages/index.ts';
import type { TranslatedFrom } from '../../../src/model/index.ts';
import { words } from '../words.ts';

const text = words.translation;

/** Attributes of words in a language: which it is, and in which direction they are written. */
export const inLanguage = (language: string | null) =>
  language === null || language === 'und'
    ? ({ dir: 'auto' } as const)
    : ({ lang: language, dir: directionOf(language) } as const);

/** That the words above are a machine's, with those of the original. */
export const MachineTranslation = ({ from }: { from: TranslatedFrom | undefined }) =>
  from && (
    <div className="translated">
      <p className="facts">
        <span className="translated-mark">{text.mark}</span>{' '}
        {text.from({
          language: languageInWords(from.language),
          model: translatorInWords(from),
          day: from.at.slice(0, 10),
        })}
      </p>
      <blockquote className="quotation-original" {...inLanguage(from.language)}>
        {from.words}
      </blockquote>
      {from.names.length > 0 && (
        <ul className="plain original-names" aria-label={text.names}>
          {from.names.map(({ name, original }) => (
            <li key={name}>
              <bdi>{name}</bdi> <bdi {...inLanguage(from.language)}>{original}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
