/** When a reply contains one of these words, the assistant answers so. Rules are tried in their order. */
export type AssistantRule = { readonly contains: readonly string[]; readonly answer: string };
