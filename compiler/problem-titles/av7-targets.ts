// Titles of the AV7xxx family: what a generated evaluator refuses of its host, and what is wrong with a generated file.

export const targetTitles = {
  AV7004: { sv: "Ett namn som överenskommelsen inte har", en: "A name that the agreement does not have" },
  AV7005: { sv: "Ett belopp som inte är exakt", en: "An amount that is not exact" },
  AV7006: { sv: "En kolumn som inte passar sitt fält", en: "A column that does not fit its field" },
  AV7008: { sv: "Alltför många uppgifter i ett anrop", en: "Too many records in one call" },
  AV7009: { sv: "En modul för en annan körmiljö", en: "A module for another runtime" },
  AV7010: { sv: "En byggd fil som har ändrats för hand", en: "A generated file that was edited" },
  AV7011: { sv: "En byggd fil som inte är dagens", en: "A generated file that is out of date" },
  AV7012: { sv: "En byggd fil utan överenskommelse", en: "A generated file without an agreement" },
} as const;
