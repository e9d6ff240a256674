import { css } from 'lit';

/**
 * What the host may set, read once here; inside, only the `--_` names are used. The side of the colour scheme is the
 * host's (`light-dark()`); a browser that does not know it, and forced colours, get system colours. `--_density` reaches
 * the dialogs that an element makes inside itself. What text inherits from a host is family, direction and colour scheme:
 * all else is set back here, once, also against rules of the host that mean everything (`*`).
 *
 * @cssprop [--ck-color-text=#1a1d21, dark #e8eaed] - Text.
 * @cssprop [--ck-color-text-muted=#5b6470, dark #9aa4b1] - Text that matters less.
 * @cssprop [--ck-color-surface=#ffffff, dark #16181c] - Behind everything.
 * @cssprop [--ck-color-surface-raised=#ffffff, dark #1e2126] - Dialogs and menus.
 * @cssprop [--ck-color-surface-sunken=#f5f6f8, dark #101215] - Table heads and wells.
 * @cssprop [--ck-color-border=#e1e4e8, dark #2c3138] - Hairlines.
 * @cssprop [--ck-color-border-strong=#8b95a1, dark #6b7684] - Edges of controls; 3 : 1 against the surface.
 * @cssprop [--ck-color-accent=#2456d6, dark #7aa2ff] - The main button, selection and focus.
 * @cssprop [--ck-color-on-accent=#ffffff, dark #0b1220] - Text on the accent.
 * @cssprop [--ck-color-danger=#b3261e, dark #ff8a80] - What deletes, and what failed.
 * @cssprop [--ck-color-on-danger=#ffffff, dark #2b0b08] - Text on the danger color.
 * @cssprop [--ck-color-warning=#8a5a00, dark #f2c14e] - What needs a look.
 * @cssprop [--ck-color-success=#1b6e3c, dark #6fd39a] - What went well.
 * @cssprop [--ck-color-hover=#f0f2f5, dark #2a2e35] - Under the pointer.
 * @cssprop [--ck-font-size=14px] - The size of the text; the others follow it.
 * @cssprop [--ck-space=4px] - The unit of all distances.
 * @cssprop [--ck-radius=6px] - The corners of controls and boxes.
 * @cssprop [--ck-control-height=32px, 44px with `density="comfortable"`] - How tall buttons and fields are.
 * @cssprop [--ck-motion=120ms, 0ms under reduced motion] - How long a change takes.
 * @cssprop [--ck-shadow=two soft layers] - Under dialogs and menus.
 */
export const tokens = css`
  :host {
    --_text: var(--ck-color-text, CanvasText);
    --_muted: var(--ck-color-text-muted, GrayText);
    --_surface: var(--ck-color-surface, Canvas);
    --_raised: var(--ck-color-surface-raised, Canvas);
    --_sunken: var(--ck-color-surface-sunken, Canvas);
    --_border: var(--ck-color-border, GrayText);
    --_border-strong: var(--ck-color-border-strong, CanvasText);
    --_accent: var(--ck-color-accent, LinkText);
    --_on-accent: var(--ck-color-on-accent, Canvas);
    --_danger: var(--ck-color-danger, CanvasText);
    --_on-danger: var(--ck-color-on-danger, Canvas);
    --_warning: var(--ck-color-warning, CanvasText);
    --_success: var(--ck-color-success, CanvasText);
    --_hover: var(--ck-color-hover, Canvas);
    --_size: var(--ck-font-size, 14px);
    --_space: var(--ck-space, 4px);
    --_radius: var(--ck-radius, 6px);
    --_control: var(--ck-control-height, var(--_density, 32px));
    --_motion: var(--ck-motion, 120ms);
    --_shadow: var(--ck-shadow, none);
    box-sizing: border-box;
    color: var(--_text) !important;
    font-size: var(--_size) !important;
    font-style: normal !important;
    font-variant: normal !important;
    font-weight: 400 !important;
    line-height: 1.43 !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    hyphens: manual !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-stroke: 0 !important;
    cursor: auto !important;
    -webkit-user-select: text !important;
    user-select: text !important;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([density='comfortable']) {
    --_density: 44px;
  }
  :host(:state(rtl)) {
    direction: rtl;
  }
  :host(:state(ltr)) {
    direction: ltr;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_text: var(--ck-color-text, light-dark(#1a1d21, #e8eaed));
      --_muted: var(--ck-color-text-muted, light-dark(#5b6470, #9aa4b1));
      --_surface: var(--ck-color-surface, light-dark(#ffffff, #16181c));
      --_raised: var(--ck-color-surface-raised, light-dark(#ffffff, #1e2126));
      --_sunken: var(--ck-color-surface-sunken, light-dark(#f5f6f8, #101215));
      --_border: var(--ck-color-border, light-dark(#e1e4e8, #2c3138));
      --_border-strong: var(--ck-color-border-strong, light-dark(#8b95a1, #6b7684));
      --_accent: var(--ck-color-accent, light-dark(#2456d6, #7aa2ff));
      --_on-accent: var(--ck-color-on-accent, light-dark(#ffffff, #0b1220));
      --_danger: var(--ck-color-danger, light-dark(#b3261e, #ff8a80));
      --_on-danger: var(--ck-color-on-danger, light-dark(#ffffff, #2b0b08));
      --_warning: var(--ck-color-warning, light-dark(#8a5a00, #f2c14e));
      --_success: var(--ck-color-success, light-dark(#1b6e3c, #6fd39a));
      --_hover: var(--ck-color-hover, light-dark(#f0f2f5, #2a2e35));
      --_shadow: var(--ck-shadow, 0 1px 2px light-dark(#00000014, #0000), 0 8px 24px light-dark(#0000001f, #00000080));
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0ms;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_accent: Highlight;
      --_on-accent: HighlightText;
      --_border: CanvasText;
    }
  }
`;
