/** Stands for modules whose types make no difference to the code that is written. */
export {};
