/**
 * The check digit of an individual number (総務省令第85号 第5条): S = sum of P(n)·Q(n), n from the right of the first
 * eleven; Q is n+1 up to the sixth and n-5 after it. It only confirms: a wrong one may be a typing error.
 */
export const hasMyNumberCheckDigit = (digits: string): boolean => {
  if (!/^\d{12}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 11; n += 1) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest)
}
