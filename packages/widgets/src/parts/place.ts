type Box = { inlineSize: number; blockSize: number };

/**
 * Where a box in the top layer goes: under its anchor, the ends or the starts aligned, above it when there is no room below,
 * and never past the edge of the window. Sizes and answer in px of the viewport.
 */
export function placeBeside(
  anchor: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  box: Box,
  view: Box,
  rightToLeft: boolean,
  align: 'start' | 'end' = 'end',
): { left: number; top: number; above: boolean; room: number } {
  const gap = 4;
  const edge = 8;
  const below = view.blockSize - anchor.bottom - gap - edge;
  const over = anchor.top - gap - edge;
  const above = box.blockSize > below && over > below;
  const room = Math.max(0, above ? over : below);
  const height = Math.min(box.blockSize, room);
  const wanted = rightToLeft === (align === 'end') ? anchor.left : anchor.right - box.inlineSize;
  const left = Math.max(edge, Math.min(wanted, view.inlineSize - edge - box.inlineSize));
  return { left, top: above ? anchor.top - gap - height : anchor.bottom + gap, above, room };
}

/** Puts an open popover beside its anchor and keeps it there while the page scrolls. Answers with the way to stop. */
export function keepBeside(anchor: Element, popover: HTMLElement, align: 'start' | 'end' = 'end'): () => void {
  const { documentElement, defaultView: view } = anchor.ownerDocument;
  if (!view) return () => {};
  let [x, y] = [0, 0];
  const place = () => {
    ({ x, y } = anchor.getBoundingClientRect());
    popover.style.setProperty('max-block-size', 'none');
    const { width, height } = popover.getBoundingClientRect();
    const { clientWidth, clientHeight } = documentElement;
    const at = placeBeside(
      anchor.getBoundingClientRect(),
      { inlineSize: width, blockSize: height },
      { inlineSize: clientWidth, blockSize: Math.max(clientHeight, view.innerHeight) },
      getComputedStyle(anchor).direction === 'rtl',
      align,
    );
    // Where the host zooms a part of its page, our lengths are zoomed, and what was measured is so already.
    const { currentCSSZoom: zoom = 1 } = popover;
    popover.style.setProperty('left', `${at.left / zoom}px`);
    popover.style.setProperty('top', `${at.top / zoom}px`);
    popover.style.setProperty('max-block-size', `${at.room / zoom}px`);
  };
  place();
  const stop = new AbortController();
  const { signal } = stop;
  // What scrolls inside the popover does not move its anchor.
  const onScroll = () => {
    const now = anchor.getBoundingClientRect();
    if (now.x !== x || now.y !== y) place();
  };
  view.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  view.addEventListener('resize', place, { passive: true, signal });
  const sizes = new ResizeObserver(place);
  sizes.observe(popover);
  return () => {
    stop.abort();
    sizes.disconnect();
  };
}
