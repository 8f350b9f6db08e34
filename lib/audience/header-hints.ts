const PHONE =
  /phone|fon\b|mobile?\b|mobil|cell|msisdn|\btel|handy|rufn|whats\s?app|\bsms\b|gsm|n[uú]mero|\bnumber\b|m[oó]vil|celular|portable|e\.?164|电话|手机|電話|携帯|телефон|전화|هاتف|फ़ोन/i;
const MOBILE = /mobil|cell|msisdn|handy|whats\s?app|\bsms\b|gsm|m[oó]vil|portable|手机|携帯/i;
const NO_PHONE =
  /fax|\bid\b|[_\s-]id$|zip|post\s?(?:al|code)|\bplz\b|\bdate|date\b|birth|amount|price|total|order|invoice|account|customer\s?n|\bssn\b|\bvat\b|iban|\byear|\btime\b|score|type|model/i;
const COUNTRY =
  /countr|\bpays\b|\bland\b|pa[ií]s|paese|\bnation|\biso|calling|dial(?:ling)?[\s_]?code|国/i;
const NO_COUNTRY = /state|region|provin|county|lang|currency|city|gender|sex|opt/i;

/** How strongly a header says that its column holds phone numbers: 2 mobile, 1 phone, 0 nothing, -1 no. */
export function phoneHint(name: string): -1 | 0 | 1 | 2 {
  if (NO_PHONE.test(name)) return -1;
  if (!PHONE.test(words(name))) return 0;
  return MOBILE.test(name) ? 2 : 1;
}

/** Whether a header says that its column holds countries: 1 yes, 0 nothing, -1 no. */
export function countryHint(name: string): -1 | 0 | 1 {
  if (COUNTRY.test(words(name))) return 1;
  return NO_COUNTRY.test(name) ? -1 : 0;
}

/** `phoneNumber` and `phone_number` as words. */
function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");
}
