export type { CountryCode } from "libphonenumber-js/max";
