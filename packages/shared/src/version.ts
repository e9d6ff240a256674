/** The version of the kit: of the widgets, of the server and of what they say to each other. A test holds every package to it. */
export const version = '0.1.0';
