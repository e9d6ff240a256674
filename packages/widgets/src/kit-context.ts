/** A string, not an object: two copies of the kit on one page, of two bundles, still find each other. */
export const kitContext = 'campaign-kit';
