/** Asks for the reason of an agency's word, or for what it wants to know, says what follows from it, and sends it. */
import { Button, Radio, Textarea } from '@mantine/core';
import { Dialog } from '../../ui/dialog.tsx';
import { ParcelNumber } from '../../ui/parcel-number.tsx';
import type { Texts } from '../../words/english.ts';
import { useWords } from '../../words/use-words.ts';
import { CODES, type AgencyChoice, type Answering } from './choices.ts';
import { useSaying } from './use-saying.ts';

type AnswerDialogProps = {
  readonly answering: Answering;
  readonly onRecorded: (said: string) => void;
  readonly onClose: () => void;
};

const NOTE_LETTERS_MAX = 2_000;

export function AnswerDialog({ answering, onRecorded, onClose }: AnswerDialogProps) {
  const { agency: said, acting, shell } = useWords();
  const { asked, choice } = answering;
  const { title, says, button } = wordsOf(choice, said);
  const { problem, busy, say } = useSaying(answering, (recorded) => {
    onRecorded(recorded);
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="dialog-parcel">
        <ParcelNumber parcel={asked.parcel} />
        <bdi className="muted">{asked.goods[0]?.description ?? said.notDescribed}</bdi>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          say(new FormData(event.currentTarget));
        }}
      >
        <div className="questions">
          <p>{says}</p>
          <Codes choice={choice} />
          <Textarea
            name="note"
            label={choice === 'ask' ? acting.note : acting.words}
            description={choice === 'ask' ? said.notSent : acting.kept}
            maxLength={NOTE_LETTERS_MAX}
            autosize={false}
            rows={2}
          />
        </div>
        {problem === null ? null : (
          <p className="refusal" role="alert">
            {problem.detail}
          </p>
        )}
        <div className="dialog-buttons">
          <Button type="submit" loading={busy}>
            {button}
          </Button>
          <Button variant="default" onClick={onClose}>
            {shell.back}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function wordsOf(
  choice: AgencyChoice,
  said: Texts['agency'],
): { readonly title: string; readonly says: string; readonly button: string } {
  switch (choice) {
    case 'agreed':
      return { title: said.agreeTitle, says: said.agreeSays, button: said.agree };
    case 'refused':
      return { title: said.refuseTitle, says: said.refuseSays, button: said.refuse };
    case 'ask':
      return { title: said.askTitle, says: said.askSays, button: said.ask };
  }
}

function Codes({ choice }: { readonly choice: AgencyChoice }) {
  const { agency: said, acting } = useWords();
  const titles: Readonly<Record<string, string>> = { ...said.reasons, ...said.questions };
  return (
    <fieldset className="choice">
      <legend>{choice === 'ask' ? acting.askFor : acting.reason}</legend>
      {CODES[choice].map((code) => (
        <Radio key={code} name="code" value={code} label={titles[code]} required />
      ))}
    </fieldset>
  );
}
