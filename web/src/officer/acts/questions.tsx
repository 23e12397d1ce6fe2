/** What an act asks: result, findings, reason, legal ground and the officer's own words, each only when the desk wants it. */
import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import type { ActReasons, Code, Source } from '../../api/contract.ts';
import { useWords } from '../../words/use-words.ts';

type QuestionsProps = { readonly act: string; readonly reasons: ActReasons | undefined };

const NOTHING: ActReasons = { act: '', reasonCodes: [], legalGrounds: [] };

export function Questions({ act, reasons = NOTHING }: QuestionsProps) {
  const { acting: said } = useWords();
  const examination = act === 'record-examination';
  return (
    <div className="questions">
      <Choice name="result" legend={said.found} options={reasons.results ?? []} />
      <FoundCodes options={reasons.found ?? []} />
      <Choice
        name="reasonCode"
        legend={act === 'ask' ? said.askFor : said.reason}
        options={reasons.reasonCodes}
      />
      <LegalGround grounds={reasons.legalGrounds} />
      <Textarea
        name={examination ? 'note' : 'reason'}
        label={examination ? said.note : said.words}
        description={said.kept}
        autosize={false}
        rows={2}
      />
    </div>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Code[];
};

function Choice({ name, legend, options }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(({ code, title }) => (
        <Radio key={code} name={name} value={code} label={title} required />
      ))}
    </fieldset>
  );
}

function FoundCodes({ options }: Pick<ChoiceProps, 'options'>) {
  const { acting: said } = useWords();
  if (options.length === 0) return null;
  return (
    <fieldset className="choice">
      <legend>{said.differs}</legend>
      {options.map(({ code, title }) => (
        <Checkbox key={code} name="found" value={code} label={title} />
      ))}
    </fieldset>
  );
}

/** The only ground the law offers is chosen already; among several the officer chooses. */
function LegalGround({ grounds }: { readonly grounds: readonly Source[] }) {
  const { acting: said } = useWords();
  if (grounds.length === 0) return null;
  const choose = grounds.length > 1 ? [{ value: '', label: said.chooseLaw }] : [];
  return (
    <NativeSelect
      name="legalGround"
      label={said.ground}
      required
      data={[...choose, ...grounds.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  );
}
