// Keywords that open the lines of rules, statistics and conditions, and those of citations.
// Rule: listed in the order in which the formatter writes the lines.

import { keyword } from "./keyword.ts";

export const lineKeywords = {
  as: keyword("som", "as", "word", {
    sv: "Tar över ett annat dokuments regel; rader här ersätter rader av samma slag.",
    en: "Takes over another document's rule; lines here replace lines of the same kind.",
  }),
  under: keyword("enligt", "under", "line", {
    sv: "Källan: dokument, plats och gärna några citerade ord.",
    en: "The citation: document, place and preferably a few quoted words.",
  }),
  assumption: keyword("antagande", "assumption", "word", {
    sv: "Texten är tyst; detta är ett antagande.",
    en: "The text is silent; this is an assumption.",
  }),
  quote: keyword("citat", "quote", "word", {
    sv: "Ord ur källan, som prövas mot källtexten.",
    en: "Words from the source, checked against its text.",
  }),
  heading: keyword("rubrik", "heading", "word", { sv: "Rubriken i källan.", en: "The heading in the source." }),
  point: keyword(
    "punkt",
    "point",
    "word",
    { sv: "Punkten, eller punkterna, i källan.", en: "The point, or points, in the source." },
    { alsoEn: ["points"] },
  ),
  appendix: keyword("bilaga", "appendix", "word", { sv: "En bilaga till källan.", en: "An appendix to the source." }),
  chapter: keyword(
    "kap.",
    "ch.",
    "word",
    { sv: "Kapitlet i lagen.", en: "The chapter of the act." },
    { alsoSv: ["kap"], alsoEn: ["ch"] },
  ),
  seeQuestion: keyword("se tolkningsfråga", "see question", "word", {
    sv: "Raden är vad tolkningsfrågan handlar om.",
    en: "The line is what the question is about.",
  }),
  insteadOf: keyword(
    "i stället för",
    "instead of",
    "line",
    {
      sv: "Regeln går före den nämnda så länge den gäller.",
      en: "The rule stands before the named one while in force.",
    },
    { alsoSv: ["istället för"] },
  ),
  onTopOf: keyword("utöver", "on top of", "line", {
    sv: "Regeln debiterar utöver den nämnda.",
    en: "The rule charges on top of the named one.",
  }),
  appliesTo: keyword("gäller", "applies to", "line", {
    sv: "Vad regeln handlar om: vårdtillfällen eller dygn, och vilka.",
    en: "What the rule is about: care episodes or care days, and which.",
  }),
  careEpisodes: keyword("vårdtillfällen", "care episodes", "word", {
    sv: "Alla vårdtillfällen, eller de där något gäller.",
    en: "All care episodes, or those where something holds.",
  }),
  careDaysFrom: keyword("dygn från", "care days from", "word", {
    sv: "Dygnen i ett spann, ett för ett.",
    en: "The care days of a span, one by one.",
  }),
  forCareEpisodes: keyword("för vårdtillfällen", "for care episodes", "word", {
    sv: "Över vilka vårdtillfällen det räknas.",
    en: "Over which care episodes it is computed.",
  }),
  forCareDaysFrom: keyword("för dygn från", "for care days from", "word", {
    sv: "Över vilka dygn det räknas.",
    en: "Over which care days it is computed.",
  }),
  where: keyword("där", "where", "word", {
    sv: "Bara de som uppfyller villkoret, som går till uttryckets slut.",
    en: "Only those that fulfil the condition, which reaches to the end of the expression.",
  }),
  requires: keyword("krävs", "requires", "line", {
    sv: "Måste vara uppfyllt för att något ska debiteras.",
    en: "Must hold for anything to be charged.",
  }),
  notWhen: keyword("gäller inte när", "does not apply when", "line", {
    sv: "Villkoret är inte uppfyllt när detta gäller.",
    en: "The condition fails when this holds.",
  }),
  follows: keyword("följer", "follows", "line", {
    sv: "Datumet som avgör vilka rader och regler som gäller.",
    en: "The date that decides which rows and rules apply.",
  }),
  per: keyword("per", "per", "line", { sv: "En rad för varje.", en: "One line for each." }),
  paidBy: keyword("betalas av", "paid by", "line", { sv: "Vem som betalar.", en: "Who pays." }),
  to: keyword("till", "to", "word", {
    sv: "Till vem, eller till vilken ände. Om dagen räknas sägs alltid ut.",
    en: "To whom, or to which end. Whether the day counts is always said.",
  }),
  when: keyword("när", "when", "line", {
    sv: "Bara då blir det en rad att betala.",
    en: "Only then is there a line to pay.",
  }),
  round: keyword("avrunda", "round", "line", {
    sv: "Avrundar ett namn innan något annat läser det.",
    en: "Rounds a name before anything else reads it.",
  }),
  toWhole: keyword("till hela", "to whole", "word", {
    sv: "Till hela ören, kronor, dagar eller dygn.",
    en: "To whole öre, kronor, days or care days.",
  }),
  decimals: keyword(
    "decimaler",
    "decimals",
    "word",
    { sv: "Så många siffror efter kommat.", en: "So many digits after the decimal comma." },
    { one: { sv: "decimal", en: "decimal" } },
  ),
  halvesUp: keyword("halva uppåt", "halves up", "word", {
    sv: "Till närmaste; precis mitt emellan avrundas bort från noll.",
    en: "To the nearest; exactly halfway is rounded away from zero.",
  }),
  halvesToEven: keyword("halva till jämnt", "halves to even", "word", {
    sv: "Till närmaste; precis mitt emellan till jämn siffra.",
    en: "To the nearest; exactly halfway to an even digit.",
  }),
  down: keyword("nedåt", "down", "word", { sv: "Alltid nedåt.", en: "Always down." }, { alsoSv: ["neråt"] }),
  up: keyword("uppåt", "up", "word", { sv: "Alltid uppåt.", en: "Always up." }),
  invoicedBy: keyword("faktureras av", "invoiced by", "line", {
    sv: "Vem som skickar fakturan.",
    en: "Who sends the invoice.",
  }),
  noCharge: keyword("ingen debitering", "no charge", "line", {
    sv: "Regeln tar vårdtillfället och debiterar inget.",
    en: "The rule takes the episode and charges nothing.",
  }),
  triggers: keyword("utlöser", "triggers", "line", {
    sv: "Vad det leder till när det inträffar, utan belopp.",
    en: "What it leads to when it happens, without an amount.",
  }),
  notModelled: keyword("inte modellerat", "not modelled", "line", {
    sv: "Regeln tar vårdtillfället, och det blir oavgjort av det skäl som sägs.",
    en: "The rule takes the episode, which is undecided for the reason given.",
  }),
  nothing: keyword("inget", "nothing", "line", { sv: "Här står inget.", en: "Nothing stands here." }),
} as const;
