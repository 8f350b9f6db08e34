/** Money is kept to a millionth of the currency's unit. */
export const roundMoney = (amount: number) => Math.round(amount * 1e6) / 1e6;
