import { expect } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { keyed } from './keyed.ts';

/** What is drawn of these, with the number of the node that each was first drawn into. */
function drawing({ reuses = false } = {}) {
  const root = document.createElement('div');
  const born = new Map<Node, number>();
  const draw = (keys: readonly string[] | null) => {
    const row = (key: string, at: number) => html`<i tabindex="-1">${at}${key}</i>`;
    render(html`<b></b>${keys ? keyed(keys, key => key, row, reuses) : nothing}<u></u>`, root);
    const rows = [...root.querySelectorAll('i')];
    for (const one of rows) if (!born.has(one)) born.set(one, born.size);
    return { texts: rows.map(one => one.textContent).join(' '), nodes: rows.map(one => born.get(one)) };
  };
  return { root, draw };
}

describe('a list of which each item keeps its nodes', () => {
  it('puts in, takes out and moves, and draws nothing anew that was there', () => {
    const { draw } = drawing();
    expect(draw(['a', 'b', 'c'])).to.deep.equal({ texts: '0a 1b 2c', nodes: [0, 1, 2] });
    expect(draw(['b', 'c', 'd'])).to.deep.equal({ texts: '0b 1c 2d', nodes: [1, 2, 3] });
    expect(draw(['x', 'd', 'b'])).to.deep.equal({ texts: '0x 1d 2b', nodes: [4, 3, 1] });
    expect(draw([])).to.deep.equal({ texts: '', nodes: [] });
    expect(draw(['b'])).to.deep.equal({ texts: '0b', nodes: [5] });
    expect(draw(null)).to.deep.equal({ texts: '', nodes: [] });
    expect(draw(['b', 'a'])).to.deep.equal({ texts: '0b 1a', nodes: [6, 7] });
  });

  it('gives the nodes of what went to what comes, where it is asked to, and moves no other', () => {
    const { draw } = drawing({ reuses: true });
    expect(draw(['a', 'b', 'c'])).to.deep.equal({ texts: '0a 1b 2c', nodes: [0, 1, 2] });
    expect(draw(['b', 'c', 'd'])).to.deep.equal({ texts: '0b 1c 2d', nodes: [1, 2, 0] });
    expect(draw(['x', 'd', 'b'])).to.deep.equal({ texts: '0x 1d 2b', nodes: [2, 0, 1] });
    expect(draw(['d', 'b'])).to.deep.equal({ texts: '0d 1b', nodes: [0, 1] });
    expect(draw(['a', 'b', 'c'])).to.deep.equal({ texts: '0a 1b 2c', nodes: [0, 1, 3] });
  });

  it('leaves all nodes where they are once most of the items went', () => {
    const { draw } = drawing({ reuses: true });
    draw(['a', 'b', 'c', 'd', 'e']);
    expect(draw(['d', 'e', 'f', 'g', 'h'])).to.deep.equal({ texts: '0d 1e 2f 3g 4h', nodes: [0, 1, 2, 3, 4] });
    expect(draw(['x', 'h'])).to.deep.equal({ texts: '0x 1h', nodes: [0, 1] });
    expect(draw(['i', 'j', 'k'])).to.deep.equal({ texts: '0i 1j 2k', nodes: [0, 1, 5] });
  });

  it('never hands on the nodes that hold the focus', () => {
    const { root, draw } = drawing({ reuses: true });
    document.body.append(root);
    draw(['a', 'b', 'c']);
    root.querySelectorAll('i')[1]?.focus();
    expect(draw(['c', 'd', 'e'])).to.deep.equal({ texts: '0c 1d 2e', nodes: [2, 0, 3] });
    expect(document.activeElement).to.equal(document.body);
    root.querySelectorAll('i')[2]?.focus();
    expect(draw(['x', 'e', 'y', 'z'])).to.deep.equal({ texts: '0x 1e 2y 3z', nodes: [0, 3, 2, 4] });
    expect(document.activeElement?.textContent).to.equal('1e');
    root.remove();
  });

  for (const reuses of [false, true])
    it(`keeps any order that comes after any other (${reuses})`, () => {
      const { draw } = drawing({ reuses });
      let seed = 7;
      const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
      for (let time = 0; time < 200; time++) {
        const keys = [...'abcdefgh'].filter(() => random(3) > 0).sort(() => random(3) - 1);
        expect(draw(keys).texts).to.equal(keys.map((key, at) => `${at}${key}`).join(' '));
      }
    });

  for (const reuses of [false, true])
    it(`leaves nothing behind of what is gone (${reuses})`, () => {
      const { root, draw } = drawing({ reuses });
      draw(['a', 'b']);
      const nodes = root.childNodes.length;
      for (let first = 0; first < 500; first++) draw([`${first}`, `${first + 1}`]);
      expect(root.childNodes.length).to.equal(nodes);
    });
});
