/** The languages the console speaks; a choice changes every word at once and leaves the page as it is. */
import { Radio } from '@mantine/core';
import { chooseLanguage, LANGUAGES, type Language } from '../../words/current.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

export function LanguageChoice() {
  const { shell } = useWords();
  const spoken = useLanguage();
  return (
    <fieldset className="choice">
      <legend>{shell.language}</legend>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <Radio
          key={language}
          name="language"
          value={language}
          label={<span lang={language}>{LANGUAGES[language]}</span>}
          checked={spoken === language}
          onChange={() => void chooseLanguage(language)}
        />
      ))}
    </fieldset>
  );
}
