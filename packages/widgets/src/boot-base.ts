const script = document.currentScript as HTMLScriptElement | null;

/** Where the files of the build are: a classic script says it by its address, a module finds them beside itself. */
export const base = script ? script.src.replace(/[^/]*(\?.*)?$/, '') : './';
