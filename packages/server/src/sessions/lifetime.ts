/** How long tokens live, and how far two clocks may be apart. Seconds, as in a JWT. */
export const lifetime = { shortest: 60, usual: 600, longest: 3_600, leeway: 30 } as const;
