// Titles of the AV6xxx family: questions and their readings. AV6001–AV6049 are about structure, AV6050 and on about meaning.

export const readingTitles = {
  AV6001: { sv: "En tolkningsfråga utan val", en: "A question without a choice" },
  AV6002: { sv: "En tolkning som inte finns", en: "A reading that does not exist" },
  AV6003: { sv: "En rad i en fråga som ingen ställer", en: "A line of a question that nobody asks" },
  AV6004: { sv: "En märkt text utan tolkning som skrivet", en: "A marked text without a reading as written" },
  AV6005: { sv: "En tolkning som hoppar över en märkt text", en: "A reading that passes over a marked text" },
  AV6006: { sv: "En tolkning som ersätter det som inte är märkt", en: "A reading that replaces what is not marked" },
  AV6007: { sv: "En rad i två frågor", en: "A line of two questions" },
  AV6008: { sv: "Två tolkningar med samma namn", en: "Two readings of one name" },
  AV6009: { sv: "En fråga inuti en tolkning", en: "A question inside a reading" },
  AV6010: { sv: "En fråga som inte ändrar något", en: "A question that changes nothing" },
  AV6011: { sv: "Ett val i en fråga som ingen ställer", en: "A choice in a question that nobody asks" },
  AV6012: { sv: "Något som inte kan stå i en tolkning", en: "Something that cannot stand in a reading" },
  AV6050: { sv: "Ett val som inte säger hur säkert det är", en: "A choice that does not say how firm it is" },
  AV6051: { sv: "En tolkning där en rad fattas", en: "A reading that lacks a line" },
  AV6052: { sv: "Tolkningar som säger samma sak två gånger", en: "Readings that say the same thing twice" },
  AV6053: { sv: "En tolkning som gör regeln till en annan", en: "A reading that makes the rule another one" },
  AV6055: { sv: "Ett val utan motiv", en: "A choice without a reason" },
  AV6060: { sv: "Ett preliminärt val", en: "A preliminary choice" },
  AV6061: { sv: "Ett antagande", en: "An assumption" },
} as const;
