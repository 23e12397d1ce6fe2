/** One parcel as another agency sees it: its goods, where they come from, since when and by which law it is asked. */
import type { AgencyParcel } from '../../api/contract.ts';
import { useOfficeNow } from '../../api/office-clock.ts';
import { useSession } from '../../api/queries.ts';
import { moneyText } from '../../format/amount.ts';
import { keyOf } from '../../format/identifier.ts';
import { millisecondsOf } from '../../format/moment.ts';
import { isFlight } from '../../format/words.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { CopyButton, ParcelNumber } from '../../ui/parcel-number.tsx';
import { Clock, Countdown, When } from '../../ui/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { CHOICES, KEYS, mayChoose, type AgencyChoice, type Answering } from './choices.ts';
import { cardId } from './use-answering.ts';

type AgencyCardProps = {
  readonly asked: AgencyParcel;
  readonly chosen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onAnswer: (answering: Answering) => void;
};

export function AgencyCard({ asked, chosen, onChoose, onAnswer }: AgencyCardProps) {
  const { agency: said } = useWords();
  const { person } = useSession();
  const key = keyOf(asked.parcel);
  return (
    <li
      className="agency-card"
      aria-current={chosen ? 'true' : undefined}
      onFocus={() => {
        onChoose(key);
      }}
    >
      <div className="agency-card-header">
        <h3 id={cardId(key)} tabIndex={-1}>
          <ParcelNumber parcel={asked.parcel} />
        </h3>
        <CopyButton parcel={asked.parcel} />
        <p className="muted">
          <Way asked={asked} />
        </p>
      </div>
      <Goods goods={asked.goods} />
      <dl className="agency-why">
        <dt>{said.because}</dt>
        <dd>
          <Rules rows={asked.rows} />
        </dd>
        {asked.since === null ? null : (
          <>
            <dt>{said.since}</dt>
            <dd>
              <When at={asked.since} zone={person.zone} />
            </dd>
          </>
        )}
        {asked.asked.length === 0 ? null : (
          <>
            <dt>{said.sender}</dt>
            <dd>
              <Questions asked={asked.asked} />
            </dd>
          </>
        )}
      </dl>
      <div className="agency-buttons">
        {CHOICES.filter((choice) => mayChoose(asked, choice)).map((choice) => (
          <ChoiceButton
            key={choice}
            choice={choice}
            chosen={chosen}
            onPress={() => {
              onAnswer({ asked, choice });
            }}
          />
        ))}
      </div>
    </li>
  );
}

type ChoiceButtonProps = {
  readonly choice: AgencyChoice;
  readonly chosen: boolean;
  readonly onPress: () => void;
};

/** Neither answer is the easier one to press: all look alike. */
function ChoiceButton({ choice, chosen, onPress }: ChoiceButtonProps) {
  const { agency: said } = useWords();
  const key = KEYS[choice];
  const label = { agreed: said.agree, refused: said.refuse, ask: said.ask }[choice];
  return (
    <button
      type="button"
      className="act"
      aria-keyshortcuts={chosen ? key : undefined}
      onClick={onPress}
    >
      <span className="act-label">{label}</span>
      {chosen ? <KeyCap>{key}</KeyCap> : null}
    </button>
  );
}

/** What the sender was asked, and how long the law leaves for the answer. */
function Questions({ asked }: Pick<AgencyParcel, 'asked'>) {
  const { agency: said } = useWords();
  const now = useOfficeNow();
  return (
    <ul>
      {asked.map(({ about, dueAt }) => (
        <li key={about}>
          {said.questions[about]}
          {dueAt === null ? null : millisecondsOf(dueAt) > now ? (
            <>
              {' · '}
              {said.answerIn} <Countdown until={dueAt} />
            </>
          ) : (
            <>
              {' · '}
              {said.answerWas} <Clock at={dueAt} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Way({ asked: { from, means, mode, arrivalAt, isHere } }: Pick<AgencyCardProps, 'asked'>) {
  const { agency: said } = useWords();
  return (
    <>
      <bdi>{said.from(from)}</bdi>
      {isHere ? ` · ${said.here}` : ''}
      {means === null ? null : (
        <>
          {' · '}
          <Means means={means} mode={mode} arrivalAt={arrivalAt} />
        </>
      )}
    </>
  );
}

type MeansProps = Pick<AgencyParcel, 'mode' | 'arrivalAt'> & { readonly means: string };

function Means({ means, mode, arrivalAt }: MeansProps) {
  const { parcel: said } = useWords();
  const now = useOfficeNow();
  if (arrivalAt === null) return <bdi>{means}</bdi>;
  const flies = isFlight(means, mode);
  return millisecondsOf(arrivalAt) > now ? (
    <>
      {flies ? said.landsIn(means) : said.arrivesIn(means)} <Countdown until={arrivalAt} />
    </>
  ) : (
    <>
      {flies ? said.landedAt(means) : said.arrivedAt(means)} <Clock at={arrivalAt} />
    </>
  );
}

function Goods({ goods }: Pick<AgencyParcel, 'goods'>) {
  const { agency: said } = useWords();
  if (goods.length === 0) return <p className="agency-goods">{said.goodsUnknown}</p>;
  return (
    <ul className="agency-goods" aria-label={said.goods}>
      {goods.map((item, index) => (
        <li key={index}>
          <p className="agency-what">
            {item.quantity === null || item.quantity === '1' ? '' : `${item.quantity} × `}
            <bdi>{item.description ?? said.notDescribed}</bdi>
          </p>
          <p className="muted">
            <ItemDetail item={item} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function ItemDetail({ item }: { readonly item: AgencyParcel['goods'][number] }) {
  const { agency: said } = useWords();
  const { commodityCode, origin, value, licences } = item;
  const parts = [
    commodityCode === null ? null : `${said.code} \u2068${commodityCode}\u2069`,
    origin === null ? null : `${said.origin} \u2068${origin}\u2069`,
    value === null ? null : `\u2066${moneyText(value)}\u2069`,
    licences.length === 0 ? said.noLicence : said.licences(`\u2068${licences.join(', ')}\u2069`),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Each row of law that asks: the title of its source, its category and, often named like it, the permit it wants. */
function Rules({ rows }: Pick<AgencyParcel, 'rows'>) {
  const { agency: said } = useWords();
  return (
    <ul>
      {rows.map(({ row, category, licence, sourceTitle }) => (
        <li key={row}>
          <bdi>{sourceTitle}</bdi>
          {category === licence ? null : ` · \u2068${category}\u2069`}
          {licence === null ? null : ` · ${said.needs(`\u2068${licence}\u2069`)}`}
        </li>
      ))}
    </ul>
  );
}
