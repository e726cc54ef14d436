// Titles of the AV4xxx family (time).

export const timeTitles = {} as const;
