import type { ActionSuccessEvent } from '@campaign-kit/widgets';
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';

/** Three mistakes that Angular finds in a template, by the types of the events. */
@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <campaign-actions (ck-action-success)="done = $event.operation.total.length" />
    <campaign-actions (ck-action-error)="note($event)" />
    <campaign-actions (ck-action-success)="note($event); missing()" />
  `,
})
export class Wrong {
  done = 0;
  note(event: ActionSuccessEvent): void {
    this.done = event.operation.done;
  }
}
