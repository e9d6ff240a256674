import type { CampaignKit, CampaignActions as CampaignActionsElement, Operation } from '@campaign-kit/widgets';
import { CampaignActions, CampaignKit as Kit, SecondPassDialog } from '@campaign-kit/widgets/react';
import { createRef } from 'react';

declare const kit: CampaignKit;
const element = createRef<CampaignActionsElement>();

/** What may be written. */
export const right = [
  <Kit
    endpoint="/"
    fetchSession={async () => ({ token: '', expiresAt: 0 })}
    onClick={event => event.currentTarget.kit}
  />,
  <CampaignActions ref={element} campaignId={1} variant="labelled" kit={kit} className="menu" id="a" lang="de" />,
  <CampaignActions onCkActionRequest={event => event.preventDefault()} onCkOpen={event => event.type} />,
  <CampaignActions onCkActionSuccess={({ operation, undo }) => [operation satisfies Operation, void undo()]} />,
  <SecondPassDialog open campaignId={1} onCkClose={() => {}} />,
  <campaign-actions campaign-id={1} kit={kit} variant="icon" density="comfortable" />,
  <campaign-actions onck-action-error={({ error }) => error.code === 'network' && void error.retry()} />,
  <campaign-kit endpoint="/" session-url="/session" time-zone="Europe/Paris" />,
];

/** What may not. */
export const wrong = [
  // @ts-expect-error A campaign has a number.
  <CampaignActions campaignId="one" />,
  // @ts-expect-error There are two variants.
  <CampaignActions variant="round" />,
  // @ts-expect-error A provider is told of no dialog.
  <Kit onCkClose={() => {}} />,
  // @ts-expect-error An event has its own members.
  <CampaignActions onCkActionSuccess={event => event.detail} />,
  // @ts-expect-error No such element.
  <campaign-action campaign-id={1} />,
  // @ts-expect-error No such setting.
  <campaign-actions campaign={1} />,
  // @ts-expect-error A kit is an object.
  <campaign-actions kit="kit" />,
  // @ts-expect-error An event has its own members.
  <campaign-actions onck-action-success={event => event.detail} />,
];
