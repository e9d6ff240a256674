import type { ActionSuccessEvent } from '@campaign-kit/widgets';
import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { fetchSession, readHost } from '../host.ts';

/** Angular sets every `[binding]` as a property and hears every `(event)`; it only has to be told that there are elements. */
@Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <campaign-kit [endpoint]="host.endpoint" [fetchSession]="fetchSession" time-zone="America/New_York">
      <p>
        <button (click)="shown.set(!shown())">{{ shown() ? 'Hide' : 'Show' }}</button>
      </p>
      @if (shown()) {
        <table>
          <tbody>
            @for (campaign of host.campaigns; track campaign.id) {
              <tr>
                <th scope="row">{{ campaign.title }}</th>
                <td><button (click)="marking.set(campaign.id)">Second pass</button></td>
                <td><campaign-actions [campaignId]="campaign.id" (ck-action-success)="note($event)" /></td>
              </tr>
            }
          </tbody>
        </table>
      }
      <second-pass-dialog [campaignId]="marking() ?? 0" [open]="marking() !== null" (ck-close)="marking.set(null)" />
      <p role="status">{{ done().join(', ') }}</p>
    </campaign-kit>
  `,
})
export class App {
  readonly host = readHost();
  readonly fetchSession = fetchSession;
  readonly done = signal<string[]>([]);
  readonly marking = signal<number | null>(null);
  readonly shown = signal(true);

  note({ action, operation }: ActionSuccessEvent): void {
    this.done.update(done => [...done, `${action} ${operation.done}`]);
  }
}
