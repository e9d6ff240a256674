import { expect, fixture, html } from '@open-wc/testing';
import { en, type WordKey } from '@campaign-kit/shared/words/en';
import { say, type Values } from '@campaign-kit/shared/words/say';
import type { Operation } from '../contract.ts';
import { operationState } from '../operation-history/operation-state.ts';
import { result, resultLine } from './result.ts';

const voice = { locale: 'en', timeZone: 'UTC', say: (key: WordKey, values?: Values) => say(en, 'en', key, values) };

const undo = (done: number, kept: number | null, state: Operation['state'] = 'done') =>
  ({
    id: 2,
    kind: 'undo',
    state,
    done,
    total: done,
    undoneBy: null,
    undoOf: 1,
    result: kept === null ? null : { kept },
  }) as Operation;

describe('the result of an undo', () => {
  it('says how many it gave back and how many stay', () => {
    expect(resultLine(voice, undo(6190, 24))).to.equal('Gave back 6,190 conversations. 24 stay: changed since.');
    expect(resultLine(voice, undo(24, 1))).to.equal('Gave back 24 conversations. 1 stays: changed since.');
    expect(resultLine(voice, undo(1, 0))).to.equal('Gave back 1 conversation.');
    expect(resultLine(voice, undo(2, null))).to.equal('Gave back 2 conversations.');
    expect(resultLine(voice, undo(0, 3))).to.equal('Nothing was given back. 3 stay: changed since.');
    expect(resultLine(voice, undo(2, 3, 'cancelled'))).to.match(/^Stopped. Gave back 2 .* 3 stay/);
  });

  it('speaks of contacts where contacts were deleted', () => {
    expect(resultLine(voice, undo(30, 0), 'deleteUnmessaged')).to.equal('Gave back 30 contacts.');
  });

  it('has a tick only where everything was given back', async () => {
    const draw = (operation: Operation) => fixture<HTMLElement>(html`<div>${result(voice, { operation })}</div>`);
    expect((await draw(undo(5, 1))).querySelector('.mark.good')).to.equal(null);
    expect((await draw(undo(5, 0))).querySelector('.mark.good')).not.to.equal(null);
  });

  it('says in the history, at both, how many stay', async () => {
    const back = undo(6190, 24);
    const undone = { ...back, id: 1, kind: 'releaseUnsent', undoneBy: 2, undoOf: null, result: null } as Operation;
    const draw = async (operation: Operation) =>
      (
        await fixture<HTMLElement>(html`<div>${operationState(voice, operation, [back, undone])}</div>`)
      ).textContent.trim();
    expect(await draw(back)).to.equal('Done, 24 kept');
    expect(await draw(undone)).to.equal('Undone, 24 kept');
  });
});
