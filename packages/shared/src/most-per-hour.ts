/** The highest limit per hour that automatic sending may be given. */
export const mostPerHour = 100_000;
