import { faces } from '@campaign-kit/shared/campaign-actions/faces';
import type { CampaignActionName } from '@campaign-kit/shared/campaign-actions/registry';
import type { WordKey } from '@campaign-kit/shared/words/en';
import type { TemplateResult } from 'lit';
import type { MenuAction, Operation } from '../contract.ts';
import { icons, ring } from '../parts/icons.ts';
import type { MenuItem } from '../parts/menu-button.ts';
import { number } from '../parts/number.ts';
import type { Voice } from '../parts/voice.ts';

const iconOf: Partial<Record<CampaignActionName, TemplateResult>> = {
  releaseUnsent: icons.release,
  releaseUnreplied: icons.replies,
  markSecondPass: icons.again,
  unmarkSecondPass: icons.revert,
  turnAutoAssignOn: icons.power,
  turnAutoAssignOff: icons.power,
  archive: icons.archive,
  unarchive: icons.archive,
  deleteUnmessaged: icons.trash,
};

/** The menu of a campaign: what runs now at its head, then the actions, the dangerous ones last behind a line. */
export function menuItems(voice: Voice, actions: readonly MenuAction[], running: readonly Operation[]): MenuItem[] {
  const dangerous = ({ name }: MenuAction) => faces[name].danger !== 'no';
  const calm = actions.filter(action => !dangerous(action));
  const last = actions.filter(dangerous);
  return [
    ...running.map(operation => runningItem(voice, operation)),
    ...calm.map((action, at) => actionItem(voice, action, at === 0 && running.length > 0)),
    ...last.map((action, at) => actionItem(voice, action, at === 0 && calm.length + running.length > 0)),
  ];
}

/** The id of a menu item that stands for an operation. */
export const operationItem = (operation: Operation): string => `operation ${operation.id}`;

const runningItem = (voice: Voice, operation: Operation): MenuItem => ({
  id: operationItem(operation),
  label: voice.say(`${operation.kind}.label` as WordKey),
  icon: ring(operation.total > 0 ? operation.done / operation.total : 0),
  detail: voice.say('menu.progress', {
    done: number(voice.locale, operation.done),
    total: number(voice.locale, operation.total),
  }),
});

function actionItem(voice: Voice, { name, refusal, count }: MenuAction, separated: boolean): MenuItem {
  return {
    id: name,
    label: voice.say(`${name}.label`),
    icon: iconOf[name],
    detail: refusal ? voice.say(refusal.reason, refusal.values) : voice.say(`${name}.help`),
    end: count === null ? undefined : number(voice.locale, count),
    disabled: refusal !== null,
    danger: faces[name].danger !== 'no',
    separated,
  };
}
