// An agreement of at least a thousand lines, the same every time: what the editor is measured on.

/** The shipped agreement as it is, and behind it rules, values and terms of its own, until there are enough lines. */
export function longAgreement(text, lines) {
  const blocks = [text.trimEnd()];
  for (let number = 1; blocks.join("\n").split("\n").length < lines; number++) blocks.push(block(number));
  return `${blocks.join("\n")}\n`;
}

function block(number) {
  return `
## Tillägg ${number}: en egen gräns och ett eget villkor för prov.
värde gräns-${number} i dagar kod limit_${number}
  från och med 2020-01-01: 2,0 dagar   enligt antagande "prov ${number}"
  från och med 2021-11-01: 1,3 dagar   enligt antagande "prov ${number}"

begrepp dagar-${number} i dagar kod days_${number}
  enligt antagande "prov ${number}"
  = största av (utskrivningsklara-dagar - gräns-${number}; 0 dagar) om vårdform är somatisk annars 0 dagar

villkor ingår-${number}
  enligt antagande "prov ${number}"
  krävs betalningsansvar
  krävs dagar-${number} överstiger 0 dagar

statistik figur-${number}
  enligt antagande "prov ${number}"
  gäller vårdtillfällen där omfattas och utskrivningsklar-tid finns
  följer utskrivningsdatum
  per debiteringsenhet och månad
  vårdtillfällen-${number} = antal vårdtillfällen
  dagar-i-månad-${number}  = summa av dagar-${number}
  med-ansvar-${number}     = summa av dagar-${number} där ingår-${number}`;
}
