import type { Plugin } from 'vite';

/** Lit's Trusted Types policy carries our name, so that a host can allow it by name. */
export const ownPolicyName = (): Plugin => ({
  name: 'own-policy-name',
  transform: (code, id) =>
    id.includes('lit-html') && code.includes('createPolicy("lit-html"')
      ? { code: code.replace('createPolicy("lit-html"', 'createPolicy("campaign-kit"'), map: null }
      : null,
});
