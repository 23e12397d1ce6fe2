/** Everything that is said in the stories of the demo day. */
import type { Day, TimedMessage } from './day.ts';
import {
  moreToLookAt,
  newcomer,
  owedAtTheDoor,
  returned,
  shadow,
  unannounced,
} from './stories-of-a-day.ts';
import { collector, doNotLoad, gift, lithium, repaired, split, toy } from './stories-of-risk.ts';

export function storyMessages(day: Day): TimedMessage[] {
  return [
    ...lithium(day),
    ...repaired(day),
    ...doNotLoad(day),
    ...collector(day),
    ...split(day),
    ...gift(day),
    ...toy(day),
    ...returned(day),
    ...unannounced(day),
    ...shadow(day),
    ...newcomer(day),
    ...owedAtTheDoor(day),
    ...moreToLookAt(day),
  ];
}
