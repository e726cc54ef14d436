// Titles of the AV7xxx family (targets).

export const targetTitles = {} as const;
