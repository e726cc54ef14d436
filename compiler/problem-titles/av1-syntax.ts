// Titles of the AV1xxx family (syntax).

export const syntaxTitles = {
  AV1001: { sv: "meningen kan inte fortsätta så", en: "the sentence cannot go on like this" },
} as const;
