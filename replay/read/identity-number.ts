// Recognises what looks like a Swedish identity number: personnummer, samordningsnummer, reserve numbers.
// Rule: the form is enough. A mistyped number still points at a person, so check digits and dates are not asked.

/**
 * True for `YYMMDD-NNNN`, `YYYYMMDD-NNNN`, with `+`, with a letter among the last four (reserve numbers), for twelve
 * digits that begin with a century, and for ten that begin with a date (day 61–91: samordningsnummer).
 */
export function looksLikeIdentityNumber(text: string): boolean {
  if (text.length < 10 || text.length > 13) return false;
  return withSign.test(text) || twelveDigits.test(text) || tenDigits.test(text) || reserveNumber.test(text);
}

const withSign = /^(?:\d{2})?\d{6}[-+]\d{4}$/;
const twelveDigits = /^(?:18|19|20)\d{10}$/;
const tenDigits = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}$/;
const reserveNumber = /^(?:\d{2})?\d{6}[-+]?(?:[A-Za-z]\d{3}|[A-Za-z]{2}\d{2}|\d{2}[A-Za-z]\d)$/;
